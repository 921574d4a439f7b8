import Foundation
import TerraneCore

extension ExternalTool {
    /// A linter of Terraform configurations, with the rules that come with it.
    static let tflint = ExternalTool(
        name: "tflint", program: "tflint", versionArguments: ["--version"],
        jobs: { bench in
            let files = bench.paths { $0.hasSuffix(".tf") }
            guard !files.isEmpty else { return [] }
            let arguments = ["--recursive", "--format=sarif", "--no-color"]
            return [ToolJob(arguments: arguments, folder: bench.tree, artifacts: files)]
        },
        read: { result throws(ToolProblem) in
            try JSONReading.value(SARIFLog.self, in: result.run).findings(of: result.job)
        })

    /// Whether Docker Compose can read the system's compose file.
    static let dockerCompose = ExternalTool(
        name: "docker-compose", program: "docker", versionArguments: ["compose", "version"],
        jobs: { bench in
            bench.paths { $0.hasSuffix("compose.yaml") }.map { path in
                ToolJob(
                    arguments: ["compose", "--file", path, "config", "--quiet", "--no-interpolate"],
                    folder: bench.tree, artifacts: [path])
            }
        },
        read: { result throws(ToolProblem) in
            guard case .exited(let status) = result.run.ending else { throw .unreadable(result.run) }
            guard status != 0 else { return [] }
            guard let said = result.run.complaint.firstTelling else { throw .unreadable(result.run) }
            return [
                ToolFinding(
                    rule: nil, severity: .error, message: said, artifact: result.job.artifacts.first, line: nil)
            ]
        })

    /// A scanner for what is insecure. It takes its time, and suppressions of its findings stand in the artifacts.
    static let checkov = ExternalTool(
        name: "checkov", program: "checkov", versionArguments: ["--version"], isOnRequest: true,
        jobs: { bench in
            ["terraform": ".tf", "cloudformation": ".template.json"].sorted { $0.key < $1.key }
                .compactMap { framework, suffix in
                    let files = bench.paths { $0.hasSuffix(suffix) }
                    guard !files.isEmpty else { return nil }
                    let arguments = [
                        "--directory", ".", "--framework", framework, "--output", "json", "--compact", "--quiet",
                        "--skip-download",
                    ]
                    return ToolJob(arguments: arguments, folder: bench.tree, artifacts: files, paths: ("/", ""))
                }
        },
        read: { result throws(ToolProblem) in try Checkov.findings(in: result) })
}

private struct Checkov: Decodable {
    struct Results: Decodable {
        let failed_checks: [Check]
    }

    struct Check: Decodable {
        let check_id: String
        let check_name: String
        let file_path: String
        let file_line_range: [Int]?
        let guideline: String?
    }

    let results: Results?

    static func findings(in result: ToolJob.Result) throws(ToolProblem) -> [ToolFinding] {
        guard let start = result.run.output.firstIndex(of: UInt8(ascii: "{")) else { throw .unreadable(result.run) }
        var run = result.run
        run.output = Array(run.output[start...])
        let said = try JSONReading.value(Checkov.self, in: run)
        return (said.results?.failed_checks ?? []).map { check in
            ToolFinding(
                rule: check.check_id, severity: .warning, message: check.check_name,
                help: check.guideline.map { "See \($0)." }, artifact: result.job.artifact(check.file_path),
                line: check.file_line_range?.first)
        }
    }
}
