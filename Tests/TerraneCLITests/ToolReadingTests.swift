import Foundation
import TerraneCore
import Testing

@testable import TerraneCLI

/// What tools really printed (`Recorded/`, on broken artifacts), and what is read of it.
@Suite struct ToolReadingTests {
    private static let recorded = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Recorded")

    private func run(_ file: String, status: Int32 = 1) throws -> ProgramRun.Result {
        let bytes = try Data(contentsOf: ToolReadingTests.recorded.appendingPathComponent(file))
        return ProgramRun.Result(ending: .exited(status), output: Array(bytes))
    }

    private func read(
        _ tool: ExternalTool, _ file: String, status: Int32 = 1, paths: (named: String, artifact: String) = ("", "")
    ) throws -> [ToolFinding] {
        let job = ToolJob(arguments: [], folder: "/folder", artifacts: [], paths: paths)
        return try tool.read(ToolJob.Result(job: job, run: try run(file, status: status)))
    }

    @Test func ofCfnLint() throws {
        #expect(
            try read(.cfnLint, "cfn-lint.json", status: 2) == [
                ToolFinding(
                    rule: "E3002", severity: .error,
                    message:
                        "Additional properties are not allowed ('VisibilityTimeoutSeconds' was unexpected. Did you "
                        + "mean 'VisibilityTimeout'?)",
                    artifact: "shop/staging/cloudformation/ap-northeast-1.template.json", line: 8)
            ])
    }

    @Test func ofTerraformValidate() throws {
        let found = try read(.terraformValidate, "terraform-validate.json", paths: ("", "shop/staging/terraform/"))
        #expect(found.map(\.line) == [3, 8])
        #expect(found.allSatisfy { $0.artifact == "shop/staging/terraform/cache.tf" && $0.severity == .error })
        #expect(found.first?.message == "Unsupported argument")
        #expect(found.first?.help == "An argument named \"visibility_timeout\" is not expected here.")
    }

    @Test func ofTerraformWithoutProviders() throws {
        let complaint = try run("terraform-init.txt").output
        let job = ToolJob(preparation: ["init"], arguments: [], folder: "/folder", artifacts: [])
        let result = ToolJob.Result(
            job: job, run: try run("terraform-validate-uninitialised.json"),
            preparation: ProgramRun.Result(ending: .exited(1), errors: complaint))
        #expect(
            throws: ToolProblem.lacking(
                "'terraform init' got no providers: Failed to query available provider packages Could not retrieve the "
                    + "list of available versions for provider hashicorp/aws: could not connect to "
                    + "registry.terraform.io: failed to request discovery")
        ) {
            try ExternalTool.terraformValidate.read(result)
        }
    }

    @Test func ofTerraformFmt() throws {
        #expect(
            try read(.terraformFormat, "terraform-fmt.diff", status: 3) == [
                ToolFinding(
                    rule: nil, severity: .warning, message: "the file is not in Terraform's own layout",
                    artifact: "shop/staging/terraform/cache.tf", line: 7)
            ])
    }

    @Test func ofActionlint() throws {
        let found = try read(.actionlint, "actionlint.json", paths: (".github/", "shop/github/"))
        #expect(found.map(\.rule) == ["job-needs", "expression"])
        #expect(found.map(\.line) == [5, 10])
        #expect(found.first?.artifact == "shop/github/workflows/release.yml")
        #expect(found.first?.message.hasPrefix("job \"build\" needs job \"nothing\"") == true)
    }

    @Test func ofZizmor() throws {
        let found = try read(.zizmor, "zizmor.sarif", status: 0, paths: (".github/", "shop/github/"))
        #expect(found.map(\.rule) == ["artipacked", "template-injection"])
        #expect(found.map(\.line) == [9, 10])
        #expect(found.map(\.severity) == [.warning, .error])
        #expect(found.first?.artifact == "shop/github/workflows/release.yml")
    }

    @Test func ofShellCheck() throws {
        let found = try read(.shellcheck, "shellcheck.json")
        #expect(found.map(\.rule) == ["SC2086", "SC2164"])
        #expect(found.map(\.severity) == [.note, .warning])
        #expect(found.first?.artifact == "shop/operations/deploy.sh")
    }

    @Test func ofCheckov() throws {
        let found = try read(.checkov, "checkov.json", paths: ("/", ""))
        #expect(found.map(\.rule).contains("CKV_AWS_27"))
        #expect(found.allSatisfy { $0.artifact == "shop/staging/terraform/cache.tf" && $0.severity == .warning })
    }

    @Test(arguments: ExternalTool.all)
    func garbageIsNoJudgement(tool: ExternalTool) throws {
        let job = ToolJob(arguments: [], folder: "/folder", artifacts: [])
        for text in ["", "Traceback (most recent call last):\n", "[1]", "{\"a\":", "\u{0}\u{1}"] {
            let run = ProgramRun.Result(ending: .exited(77), output: Array(text.utf8))
            let problem = #expect(throws: ToolProblem.self) {
                try tool.read(ToolJob.Result(job: job, run: run))
            }
            #expect(problem?.isFailure == true || tool.name == "docker-compose")
        }
        for ending in [ProgramRun.Ending.signalled(11), .tookTooLong, .printedTooMuch, .notStarted("no")] {
            let run = ProgramRun.Result(ending: ending)
            #expect(throws: ToolProblem.unreadable(run)) { try tool.read(ToolJob.Result(job: job, run: run)) }
        }
    }
}

extension ExternalTool: CustomTestStringConvertible {
    public var testDescription: String { name }
}
