import TerraneCore

extension ExternalTool {
    /// A check of workflows, and of the scripts in them if shellcheck is there too.
    static let actionlint = ExternalTool(
        name: "actionlint", program: "actionlint", versionArguments: ["-version"],
        jobs: { bench in
            try bench.checkouts().map { checkout in
                ToolJob(
                    arguments: ["-no-color", "-format", "{{json .}}"], folder: checkout.folder,
                    artifacts: checkout.artifacts, paths: (".github/", checkout.prefix))
            }
        },
        read: { result throws(ToolProblem) in
            try JSONReading.value([Actionlint].self, in: result.run).map { $0.finding(of: result.job) }
        })

    /// A check of workflows for what an attacker could use. It asks no server.
    static let zizmor = ExternalTool(
        name: "zizmor", program: "zizmor", versionArguments: ["--version"],
        jobs: { bench in
            try bench.checkouts().map { checkout in
                ToolJob(
                    arguments: [
                        "--offline", "--no-config", "--no-progress", "--color", "never", "--format", "sarif", ".",
                    ], folder: checkout.folder, artifacts: checkout.artifacts, paths: (".github/", checkout.prefix))
            }
        },
        read: { result throws(ToolProblem) in
            try JSONReading.value(SARIFLog.self, in: result.run).findings(of: result.job, dropping: "zizmor/")
        })
}

private struct Actionlint: Decodable {
    let message: String
    let filepath: String
    let line: Int
    let kind: String

    func finding(of job: ToolJob) -> ToolFinding {
        ToolFinding(rule: kind, severity: .error, message: message, artifact: job.artifact(filepath), line: line)
    }
}
