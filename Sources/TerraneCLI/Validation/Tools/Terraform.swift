import Foundation
import TerraneCore

extension ExternalTool {
    /// Whether the configuration is laid out as Terraform lays it out.
    static let terraformFormat = ExternalTool(
        name: "terraform-fmt", program: "terraform", versionArguments: ["version"],
        jobs: { bench in
            let files = bench.paths { $0.hasSuffix(".tf") }
            guard !files.isEmpty else { return [] }
            let arguments = ["fmt", "-check", "-diff", "-no-color", "-recursive"]
            return [ToolJob(arguments: arguments, folder: bench.tree, artifacts: files)]
        },
        read: { result throws(ToolProblem) in
            // 3 says that something differs, 2 that it could not be read ("Command: fmt", Terraform documentation).
            guard case .exited(let status) = result.run.ending, [0, 2, 3].contains(status) else {
                throw .unreadable(result.run)
            }
            let found = TerraformFormat.findings(in: result.run.text, of: result.job)
            if found.isEmpty, status != 0 { throw .unreadable(result.run) }
            return found
        })

    /// Whether the configuration is what the providers' schemas say.
    ///
    /// Providers come from where Terraform's own settings say: a mirror, a cache, the registry. Where it has none in time, the
    /// configuration is not judged.
    static let terraformValidate = ExternalTool(
        name: "terraform-validate", program: "terraform", versionArguments: ["version"],
        jobs: { bench in
            bench.configurations.map { folder in
                ToolJob(
                    preparation: ["init", "-backend=false", "-input=false", "-no-color"],
                    arguments: ["validate", "-json", "-no-color"], folder: "\(bench.tree)/\(folder)",
                    artifacts: bench.paths { $0.hasPrefix(folder + "/") }, paths: ("", folder + "/"))
            }
        },
        read: { result throws(ToolProblem) in try TerraformValidation.findings(in: result) })
}

/// The differences that `terraform fmt -diff` prints.
private enum TerraformFormat {
    /// One for each stretch that differs, at the first line that would change.
    static func findings(in diff: String, of job: ToolJob) -> [ToolFinding] {
        var file: Substring = ""
        var line = 0
        var isTold = true
        var findings: [ToolFinding] = []
        for text in diff.split(separator: "\n", omittingEmptySubsequences: false) {
            if text.hasPrefix("--- old/") || text.hasPrefix("+++ new/") {
                file = text.dropFirst("+++ new/".count)
            } else if text.hasPrefix("@@ -") {
                line = Int(text.dropFirst("@@ -".count).prefix { $0.isNumber }) ?? 1
                isTold = false
            } else if text.hasPrefix(" ") {
                line += 1
            } else if !isTold, text.hasPrefix("-") || text.hasPrefix("+") {
                isTold = true
                findings.append(.notFormatted(job.artifact(String(file)), line: line))
            }
        }
        return findings
    }
}

extension ToolFinding {
    fileprivate static func notFormatted(_ path: String, line: Int) -> ToolFinding {
        ToolFinding(
            rule: nil, severity: .warning, message: "the file is not in Terraform's own layout", artifact: path,
            line: line)
    }
}

/// What `terraform validate -json` prints ("Command: validate", Terraform documentation).
private struct TerraformValidation: Decodable {
    struct Diagnostic: Decodable {
        struct Range: Decodable {
            struct Place: Decodable {
                let line: Int
            }

            let filename: String
            let start: Place
        }

        let severity: String
        let summary: String
        let detail: String?
        let range: Range?
    }

    let diagnostics: [Diagnostic]

    static func findings(in result: ToolJob.Result) throws(ToolProblem) -> [ToolFinding] {
        let said = try JSONReading.value(TerraformValidation.self, in: result.run)
        let isReady = result.preparation?.ending == .exited(0)
        // Without its providers it says nothing of the configuration; what is wrong with that has a place.
        if !isReady, said.diagnostics.allSatisfy({ $0.range == nil }) {
            throw .lacking("'terraform init' got no providers: \(result.preparation?.lastWords ?? "no reason given")")
        }
        return said.diagnostics.map { $0.finding(of: result.job) }
    }
}

extension TerraformValidation.Diagnostic {
    fileprivate func finding(of job: ToolJob) -> ToolFinding {
        ToolFinding(
            rule: nil, severity: severity == "error" ? .error : .warning, message: summary,
            help: detail.flatMap { $0.isEmpty ? nil : $0 }, artifact: range.map { job.artifact($0.filename) },
            line: range?.start.line)
    }
}

extension ProgramRun.Result {
    /// Why it failed: the first error, and the beginning of what it says of it.
    fileprivate var lastWords: String {
        guard case .exited = ending else { return ending.words }
        let lines = complaint.split(whereSeparator: \.isNewline).map(String.init)
        let error = lines.drop { !$0.contains("Error: ") }.prefix(3).compactMap(\.firstTelling)
        return error.isEmpty ? ending.words : error.joined(separator: " ").replacing("Error: ", with: "")
    }
}
