import TerraneCore

/// What a command has to say to a program: one JSON document, whatever came of it.
struct CommandReport: Encodable {
    struct Note: Encodable {
        let text: String
        let file: String?
        let line: Int?
    }

    struct Item: Encodable {
        let severity: String
        let rule: String
        /// The tool that found it; Terrane's own findings have none.
        let tool: String?
        let summary: String
        let help: String?
        let file: String?
        let line: Int?
        let notes: [Note]
    }

    /// An external tool: `judged`, `skipped` or `failed`, and why.
    struct Tool: Encodable {
        let name: String
        let version: String?
        let outcome: String
        let reason: String?
        let artifacts: Int?
    }

    let formatVersion = 1
    let diagnostics: [Item]
    // What the tools came to: `validate`.
    var tools: [Tool]?
    // How a tree differs: `check`.
    var stale: [String]?
    var missing: [String]?
    var extra: [String]?
    // How many files a run changed: `synth`.
    var created: Int?
    var updated: Int?
    var removed: Int?
    var unchanged: Int?

    init(_ report: Report, file: (SourceLocation) -> String) {
        tools = report.tools.isEmpty ? nil : report.tools.map(Tool.init)
        diagnostics = report.findings.map { finding in
            let diagnostic = finding.diagnostic
            return Item(
                severity: diagnostic.severity.rawValue, rule: finding.rule, tool: finding.tool,
                summary: diagnostic.summary, help: diagnostic.help,
                file: diagnostic.location.map(file), line: diagnostic.location?.line,
                notes: diagnostic.notes.map {
                    Note(text: $0.text, file: $0.location.map(file), line: $0.location?.line)
                })
        }
    }
}

extension CommandReport.Tool {
    init(_ outcome: ToolOutcome) {
        name = outcome.tool
        version = outcome.version
        switch outcome.fate {
        case .judged(let count): (self.outcome, reason, artifacts) = ("judged", nil, count)
        case .skipped(let reason): (self.outcome, self.reason, artifacts) = ("skipped", reason, nil)
        case .failed(let reason): (self.outcome, self.reason, artifacts) = ("failed", reason, nil)
        }
    }
}
