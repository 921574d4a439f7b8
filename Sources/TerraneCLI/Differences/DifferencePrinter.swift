import TerraneCompiler
import TerraneCore

/// Prints a difference in the format that was asked for.
struct DifferencePrinter {
    let console: Console
    let format: DifferenceFormat
    private let sources = SourceIndex()

    init(console: Console, format: DifferenceFormat) {
        self.console = console
        self.format = format
    }

    func show(_ report: DifferenceReport) {
        switch format {
        case .text: console.data(text(report))
        case .markdown: console.data(bytes: Array(markdown(report).utf8))
        case .json: console.data(JSONText.encode(DifferenceDocument(report, file: repositoryFile)))
        case .github, .sarif, .junit: DiagnosticPrinter(console, sources: sources).show(Report(report))
        }
    }

    private func text(_ report: DifferenceReport) -> String {
        let text = DifferenceText(
            report: report,
            place: { "\(sources.path(of: $0).map(ShownPath.of) ?? $0.file):\($0.line)" },
            paint: { console.paint($0, $1, on: .output) })
        return text.lines.joined(separator: "\n")
    }

    private func markdown(_ report: DifferenceReport) -> String {
        DifferenceMarkdown(report: report) { "\(repositoryFile($0)):\($0.line)" }.text()
    }

    /// As the repository knows it, wherever it is checked out.
    private func repositoryFile(_ location: SourceLocation) -> String {
        sources.path(of: location).map(ShownPath.inRepository) ?? location.file
    }
}
