import TerraneCompiler

/// Shows how a tree differs: what is missing, what is extra, and a diff of what is stale.
struct ComparisonPrinter {
    /// Lines of the diff of one file, and of all files together.
    private static let fileLimit = 60
    private static let totalLimit = 400

    let console: Console
    let folder: String

    private struct Report: Encodable {
        let formatVersion = 1
        let stale: [String]
        let missing: [String]
        let extra: [String]
    }

    func show(_ comparison: TreeComparison) {
        switch console.format {
        case .json:
            let report = Report(
                stale: comparison.stale.map(\.path), missing: comparison.missing, extra: comparison.extra)
            console.data(JSONText.encode(report))
        case .github: annotations(comparison)
        case .text: text(comparison)
        }
        if !comparison.isClean { console.say("the artifacts are not what the stacks compile to: run synth") }
    }

    private func annotations(_ comparison: TreeComparison) {
        let lines =
            comparison.stale.map { ($0.path, "is stale") } + comparison.missing.map { ($0, "is missing") }
            + comparison.extra.map { ($0, "is not written by any stack") }
        for (path, problem) in lines.prefix(10) {
            console.data("::error file=\(folder)/\(path)::\(path) \(problem): run synth")
        }
        if lines.count > 10 { console.data("\(lines.count - 10) more files differ.") }
    }

    private func text(_ comparison: TreeComparison) {
        for path in comparison.missing { console.data(console.paint("missing: \(path)", .red)) }
        for path in comparison.extra { console.data(console.paint("extra:   \(path)", .yellow)) }
        var budget = ComparisonPrinter.totalLimit
        var folded = 0
        for file in comparison.stale {
            guard budget > 0 else {
                folded += 1
                continue
            }
            console.data(console.paint("stale:   \(file.path)", .red))
            budget -= diff(file, limit: min(budget, ComparisonPrinter.fileLimit))
        }
        if folded > 0 { console.data("… and \(folded) more stale file\(folded == 1 ? "" : "s")") }
    }

    private func diff(_ file: TreeComparison.Stale, limit: Int) -> Int {
        let (lines, rest) = file.diff.bounded(to: limit)
        console.data("--- \(folder)/\(file.path)\n+++ \(file.path) (compiled)")
        for line in lines { console.data(coloured(line)) }
        if rest > 0 { console.data("… and \(rest) more line\(rest == 1 ? "" : "s")") }
        return lines.count
    }

    private func coloured(_ line: String) -> String {
        switch line.first {
        case "-": console.paint(line, .red)
        case "+": console.paint(line, .green)
        case "@": console.paint(line, .cyan)
        default: line
        }
    }
}
