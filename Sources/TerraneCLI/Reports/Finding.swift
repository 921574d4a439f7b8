import TerraneCore

/// Something that is wrong, and who says so.
struct Finding: Hashable {
    let diagnostic: Diagnostic
    /// The tool that found it; nil for Terrane itself.
    var tool: String?
    /// What the tool calls it: `E3002`; Terrane's rules are the diagnostics' own.
    var toolRule: String?

    init(_ diagnostic: Diagnostic, tool: String? = nil, toolRule: String? = nil) {
        self.diagnostic = diagnostic
        self.tool = tool
        self.toolRule = toolRule
    }

    var severity: Diagnostic.Severity { diagnostic.severity }

    /// `name-used-twice`, `cfn-lint/E3002`.
    var rule: String {
        guard let tool else { return diagnostic.rule }
        return toolRule.map { "\(tool)/\($0)" } ?? tool
    }
}

/// All that a command has found, and which tools looked.
struct Report {
    var findings: [Finding]
    var tools: [ToolOutcome] = []
    /// From which severity on a finding is a failure.
    var threshold = Diagnostic.Severity.error
    /// What the command exits with, where that is known when it reports.
    var exitCode: Int32 = 0

    init(_ findings: [Finding], tools: [ToolOutcome] = []) {
        self.findings = findings
        self.tools = tools
    }

    init(_ diagnostics: [Diagnostic]) {
        self.init(diagnostics.map { Finding($0) })
        exitCode = diagnostics.hasErrors ? 1 : 0
    }

    /// Whether a finding is as bad as what the command is to fail on.
    func isFailure(_ finding: Finding) -> Bool { finding.severity <= threshold }

    var hasFailures: Bool { findings.contains(where: isFailure) }
}

extension [Finding] {
    /// Worst first, then by place; the compiler's before those of the tools.
    func sortedForPeople() -> [Finding] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.severity != b.severity { return a.severity < b.severity }
            if (a.tool == nil) != (b.tool == nil) { return a.tool == nil }
            if let here = a.diagnostic.location, let there = b.diagnostic.location, here != there {
                return here < there
            }
            return left.offset < right.offset
        }.map(\.element)
    }
}
