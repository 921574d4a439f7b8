import TerraneCompiler
import TerraneCore

/// Shows how a tree differs: what is missing, what is extra, and a diff of what is stale.
struct ComparisonPrinter {
    /// Lines of the diff of one file, and of all files together.
    private static let fileLimit = 60
    private static let totalLimit = 400

    let console: Console
    /// The path of the tree.
    let folder: String

    /// Shows the differences; to a program also the diagnostics, which people have seen before.
    func show(_ comparison: TreeComparison, _ diagnostics: [Diagnostic]) {
        switch console.format {
        case .json: json(comparison, diagnostics)
        case .github: annotations(comparison)
        case .text: text(comparison)
        case .sarif, .junit: DiagnosticPrinter(console).show(report(comparison, diagnostics))
        }
        if !comparison.isClean { console.say("the artifacts are not what the stacks compile to: run synth") }
    }

    private func json(_ comparison: TreeComparison, _ diagnostics: [Diagnostic]) {
        var report = DiagnosticPrinter(console).report(diagnostics)
        report.stale = comparison.stale.map(\.path)
        report.missing = comparison.missing
        report.extra = comparison.extra
        console.data(JSONText.encode(report))
    }

    /// Each file that differs as an error.
    private func report(_ comparison: TreeComparison, _ diagnostics: [Diagnostic]) -> Report {
        let differences =
            comparison.stale.map { Diagnostic.artifactStale($0.path) }
            + comparison.missing.map { Diagnostic.artifactMissing($0) }
            + comparison.extra.map { Diagnostic.artifactExtra($0) }
        var report = Report((differences + diagnostics).map { Finding($0) })
        report.exitCode = comparison.isClean ? 0 : 2
        return report
    }

    private func annotations(_ comparison: TreeComparison) {
        let differences =
            comparison.stale.map { ($0.path, "is stale") } + comparison.missing.map { ($0, "is missing") }
            + comparison.extra.map { ($0, "is not written by any stack") }
        for (path, problem) in differences.prefix(WorkflowCommand.limit) {
            let file = ShownPath.inWorkspace(folder + "/" + path)
            let message = "\(path) \(problem): run synth"
            console.data(WorkflowCommand(kind: "error", file: file, line: nil, message: message).description)
        }
        let rest = differences.count - WorkflowCommand.limit
        if rest > 0 { console.data("\(rest) more file\(rest == 1 ? " differs" : "s differ").") }
    }

    // MARK: Text

    private func text(_ comparison: TreeComparison) {
        for path in comparison.missing { name("missing: ", path, .red) }
        for path in comparison.extra { name("extra:   ", path, .yellow) }
        var budget = ComparisonPrinter.totalLimit
        var folded = 0
        for file in comparison.stale {
            name("stale:   ", file.path, .red)
            if budget > 0 { budget -= diff(file, limit: min(budget, ComparisonPrinter.fileLimit)) } else { folded += 1 }
        }
        if folded > 0 { console.data("… and the differences of \(folded) more stale file\(folded == 1 ? "" : "s")") }
    }

    private func name(_ label: String, _ path: String, _ colour: Console.Colour) {
        console.data(console.paint(label + VisibleText.of(path), colour, on: .output))
    }

    private func diff(_ file: TreeComparison.Stale, limit: Int) -> Int {
        let (lines, rest) = file.diff.bounded(to: limit)
        console.data("--- \(ShownPath.of(folder + "/" + file.path))\n+++ \(file.path) (compiled)")
        for line in lines { console.data(coloured(VisibleText.line(line))) }
        if rest > 0 { console.data("… and \(rest) more line\(rest == 1 ? "" : "s")") }
        return lines.count
    }

    private func coloured(_ line: String) -> String {
        switch line.first {
        case "-": console.paint(line, .red, on: .output)
        case "+": console.paint(line, .green, on: .output)
        case "@": console.paint(line, .cyan, on: .output)
        default: line
        }
    }
}

extension Diagnostic {
    fileprivate static func artifactStale(_ path: String) -> Diagnostic {
        .error("'\(path)' is not what the stacks compile to", help: "Run synth.")
    }

    fileprivate static func artifactMissing(_ path: String) -> Diagnostic {
        .error("'\(path)' is missing", help: "Run synth.")
    }

    fileprivate static func artifactExtra(_ path: String) -> Diagnostic {
        .error("'\(path)' is not written by any stack", help: "Run synth, which removes what it wrote earlier.")
    }
}
