import TerraneCompiler
import TerraneCore
import TerraneXML

/// Shows diagnostics to people, to programs, or to GitHub.
struct DiagnosticPrinter {
    let console: Console
    let sources: SourceIndex

    init(_ console: Console, sources: SourceIndex = SourceIndex()) {
        self.console = console
        self.sources = sources
    }

    /// Shows all there is to say. Where that is a whole document, a command says it once, at its end.
    func show(_ diagnostics: [Diagnostic]) {
        show(Report(diagnostics))
    }

    func show(_ report: Report) {
        switch console.format {
        case .text: text(report.findings.map(\.diagnostic))
        case .json: console.data(JSONText.encode(CommandReport(report, file: file)))
        case .github: annotations(report.findings.map(\.diagnostic))
        case .sarif: console.data(JSONText.encode(SARIFDocument(report, path: path)))
        case .junit: junit(report)
        }
    }

    func report(_ diagnostics: [Diagnostic]) -> CommandReport {
        CommandReport(Report(diagnostics), file: file)
    }

    private func junit(_ report: Report) {
        let document = JUnitDocument(report: report, place: place).document
        do throws(XMLError) {
            console.data(bytes: try document.serialized())
        } catch {
            console.say("error: the report cannot be written as XML: \(error)")
        }
    }

    private func place(_ location: SourceLocation) -> String { "\(file(location)):\(location.line)" }

    /// The whole path of the file, for forms that want one.
    private func path(_ location: SourceLocation) -> String { sources.path(of: location) ?? location.file }

    private func file(_ location: SourceLocation) -> String {
        sources.path(of: location).map(ShownPath.of) ?? location.file
    }

    // MARK: Text

    private func text(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            let summary = console.paint(VisibleText.of(diagnostic.summary), .bold)
            console.say("\(start(diagnostic.location))\(label(diagnostic.severity)) \(summary)")
            if let help = diagnostic.help { console.say(DiagnosticPrinter.indented(help)) }
            for note in diagnostic.notes {
                console.say("  \(start(note.location))\(label(.note)) \(VisibleText.of(note.text))")
            }
        }
        if !diagnostics.isEmpty { console.say(DiagnosticPrinter.count(diagnostics)) }
    }

    private static func indented(_ text: String) -> String {
        VisibleText.of(text).split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            .joined(separator: "\n")
    }

    private func start(_ location: SourceLocation?) -> String {
        location.map { "\(file($0)):\($0.line): " } ?? ""
    }

    private func label(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: console.paint("error:", .red)
        case .warning: console.paint("warning:", .yellow)
        case .note: console.paint("note:", .cyan)
        }
    }

    static func count(_ diagnostics: [Diagnostic]) -> String {
        func count(_ severity: Diagnostic.Severity) -> String? {
            let number = diagnostics.count { $0.severity == severity }
            return number == 0 ? nil : "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }
        return Diagnostic.Severity.allCases.compactMap(count).joined(separator: ", ")
    }

    // MARK: GitHub

    /// The worst, as many as GitHub shows of a step, and how many more there are.
    private func annotations(_ diagnostics: [Diagnostic]) {
        let worstFirst = Diagnostic.Severity.allCases.flatMap { severity in
            diagnostics.filter { $0.severity == severity }
        }
        for diagnostic in worstFirst.prefix(WorkflowCommand.limit) { console.data(annotation(diagnostic)) }
        let rest = worstFirst.dropFirst(WorkflowCommand.limit)
        if !rest.isEmpty { console.data("and \(DiagnosticPrinter.count(Array(rest))) more, in the text format") }
    }

    private func annotation(_ diagnostic: Diagnostic) -> String {
        let kind = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        let file = diagnostic.location.map { sources.path(of: $0).map(ShownPath.inWorkspace) ?? $0.file }
        let message = ([diagnostic.summary, diagnostic.help].compactMap(\.self) + diagnostic.notes.map(\.text))
            .joined(separator: "\n")
        return WorkflowCommand(kind: kind, file: file, line: diagnostic.location?.line, message: message).description
    }
}
