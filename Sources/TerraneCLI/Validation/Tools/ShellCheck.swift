import TerraneCore

extension ExternalTool {
    /// A check of the operators' scripts.
    static let shellcheck = ExternalTool(
        name: "shellcheck", program: "shellcheck", versionArguments: ["--version"],
        jobs: { bench in
            let scripts = bench.paths { $0.hasSuffix(".sh") }
            guard !scripts.isEmpty else { return [] }
            return [ToolJob(arguments: ["--format", "json1"] + scripts, folder: bench.tree, artifacts: scripts)]
        },
        read: { result throws(ToolProblem) in
            try JSONReading.value(ShellCheck.self, in: result.run).comments.map { $0.finding(of: result.job) }
        })
}

private struct ShellCheck: Decodable {
    struct Comment: Decodable {
        let file: String
        let line: Int
        let level: String
        let code: Int
        let message: String

        func finding(of job: ToolJob) -> ToolFinding {
            ToolFinding(
                rule: "SC\(code)", severity: severity, message: message, artifact: job.artifact(file), line: line)
        }

        private var severity: Diagnostic.Severity {
            switch level {
            case "error": .error
            case "warning": .warning
            default: .note
            }
        }
    }

    let comments: [Comment]
}
