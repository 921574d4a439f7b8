import Foundation
import Testing

/// `validate` as a user runs it, with tools that are scripts of the test.
@Suite struct ValidateTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        for folder in ["bin", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: scratch.path(folder), withIntermediateDirectories: true)
        }
    }

    /// Puts a tool into the search path: its version is 9.9.9, and to everything else it does what the script says.
    private func install(_ name: String, _ script: String) throws {
        let text = """
            #!/bin/sh
            case "$*" in -version|--version|version|"compose version") echo "\(name) 9.9.9"; exit 0;; esac
            \(script)
            """
        try text.write(toFile: scratch.path("bin/\(name)"), atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path("bin/\(name)"))
    }

    private func validate(_ arguments: String..., program: Program = .stacks) throws -> Program.Result {
        try program.run(
            ["validate"] + arguments,
            environment: ["PATH": scratch.path("bin"), "TMPDIR": scratch.path("tmp"), "NO_COLOR": "1"])
    }

    /// A finding of cfn-lint at the line of a member of koemo's template.
    private func cfnLint(level: String = "Error", at resource: String) throws -> String {
        _ = try Program.stacks.run(
            "synth", "koemo/staging", "--target", "cloudformation", "--output", scratch.path("out"))
        let path = "koemo/staging/cloudformation/ap-northeast-1.template.json"
        let text = try String(contentsOfFile: scratch.path("out/\(path)"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.hasPrefix("    \"\(resource)\": {") }) + 3
        return """
            /bin/cat <<'END'
            [{"Filename": "\(path)", "Level": "\(level)", "Message": "it is odd", "Rule": {"Id": "E9999"},
              "Location": {"Start": {"LineNumber": \(line)}}}]
            END
            exit 2
            """
    }

    /// Where `explain` says that a resource is declared.
    private func declared(_ address: String) throws -> String {
        let result = try Program.stacks.run("explain", address, "koemo/staging", "--format", "json")
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let source = try #require(document?["source"] as? [String: Any])
        return "\(try #require(source["file"] as? String)):\(try #require(source["line"] as? Int))"
    }

    private var leftovers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: scratch.path("tmp"))) ?? ["?"]
    }

    @Test func theSystemsAreCleanByThemselves() throws {
        let result = try validate("--no-external", "--fail-on", "warning")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func errorsOfAStackExitWith1AndNoToolIsAsked() throws {
        try install("cfn-lint", "exit 99")
        let result = try validate(program: .mistaken)
        #expect(result.status == 1)
        #expect(result.errors.hasSuffix("\n5 errors\n"), "\(result.errors)")
    }

    @Test func aFindingIsBroughtBackToTheLineThatMadeTheResource() throws {
        try install("cfn-lint", try cfnLint(at: "KoemoBackend"))
        let result = try validate("koemo/staging", "--tool", "cfn-lint")
        #expect(result.status == 3)
        let place = try declared("koemo-backend")
        #expect(result.errors.contains("\(place): error: cfn-lint E9999: it is odd\n"), "\(result.errors)")
        #expect(result.errors.contains("note: in koemo/staging/cloudformation/ap-northeast-1.template.json:"))
        #expect(result.errors.contains("(KoemoBackend)"))
        #expect(result.errors.contains("cfn-lint 9.9.9 judged 2 artifacts"))
        #expect(leftovers.isEmpty)
    }

    @Test func aFindingBelowTheThresholdIsShownAndNoFailure() throws {
        try install("cfn-lint", try cfnLint(level: "Warning", at: "KoemoBackend"))
        let shown = try validate("koemo/staging", "--tool", "cfn-lint")
        #expect(shown.status == 0)
        #expect(shown.errors.contains("warning: cfn-lint E9999: it is odd"))
        #expect(try validate("koemo/staging", "--tool", "cfn-lint", "--fail-on", "warning").status == 3)
    }

    @Test func missingToolsAreNamedAndNoFailureUnlessAskedFor() throws {
        let all = try validate("koemo/staging")
        #expect(all.status == 0, "\(all.errors)")
        for tool in ["terraform-fmt", "terraform-validate", "tflint", "cfn-lint", "actionlint", "zizmor", "shellcheck"]
        {
            #expect(all.errors.contains("\(tool) did not run: '"))
        }
        #expect(!all.errors.contains("checkov"))
        let asked = try validate("koemo/staging", "--tool", "cfn-lint")
        #expect(asked.status == 1)
        #expect(asked.errors.contains("cfn-lint did not run: 'cfn-lint' is not in the search path"))
    }

    @Test(arguments: [
        ("exit 1", "its output cannot be read (exit code 1)"),
        ("echo Segmentation >&2; kill -SEGV $$", "its output cannot be read (ended by signal 11): Segmentation"),
        ("echo not json", "its output cannot be read: not json"),
        ("/usr/bin/yes flood", "its output cannot be read (it printed without end)"),
        ("/bin/sleep 300", "its output cannot be read (it took too long)"),
    ])
    func aToolThatBreaksDownIsAFailureOfTheRun(script: String, reason: String) throws {
        try install("cfn-lint", script)
        let result = try validate("koemo/staging", "--timeout", script.contains("sleep") ? "1" : "60")
        #expect(result.status == 1)
        #expect(result.errors.contains("cfn-lint 9.9.9 failed: \(reason)"), "\(result.errors)")
        #expect(leftovers.isEmpty)
    }

    @Test func terraformWithoutProvidersSaysSo() throws {
        try install(
            "terraform",
            """
            case "$1" in
            fmt) exit 0;;
            init) echo "Error: no such host" >&2; exit 1;;
            validate) echo '{"diagnostics": [{"severity": "error", "summary": "Missing required provider"}]}'; exit 1;;
            esac
            """)
        let result = try validate("koemo/staging")
        #expect(result.status == 0)
        #expect(
            result.errors.contains(
                "terraform-validate 9.9.9 did not run: 'terraform init' got no providers: no such host"))
        #expect(result.errors.contains("terraform-fmt 9.9.9 judged "))
    }

    @Test func anInterruptEndsTheToolsAndLeavesNothingBehind() throws {
        try install("cfn-lint", "/bin/sleep 300 & echo $! > \(scratch.path("pid")); wait")
        let script = """
            \(Program.stacks.path) validate koemo/staging --tool cfn-lint & program=$!
            n=0; while [ ! -s \(scratch.path("pid")) ] && [ $n -lt 600 ]; do /bin/sleep 0.1; n=$((n+1)); done
            kill -INT $program; wait $program; echo $?
            """
        let result = try Program(at: URL(fileURLWithPath: "/bin/bash")).run(
            "-c", script, environment: ["PATH": scratch.path("bin"), "TMPDIR": scratch.path("tmp")])
        #expect(result.output == "130\n", "\(result.errors)")
        #expect(leftovers.isEmpty)
        let child = try #require(
            pid_t(String(contentsOfFile: scratch.path("pid"), encoding: .utf8).trimmingCharacters(in: .newlines)))
        #expect(isGone(child))
    }

    @Test func everyFormIsOneDocumentOnStandardOutput() throws {
        try install("cfn-lint", try cfnLint(at: "KoemoBackend"))
        for format in ["json", "sarif"] {
            let result = try validate("koemo/staging", "--format", format)
            #expect(result.status == 3)
            #expect((try? JSONSerialization.jsonObject(with: Data(result.output.utf8))) != nil)
            #expect(result.output.contains("cfn-lint/E9999"))
        }
        let junit = try validate("koemo/staging", "--format", "junit")
        #expect(junit.output.hasPrefix("<?xml"))
        #expect(junit.output.contains("<failure type=\"error\" message=\"cfn-lint E9999: it is odd\">"))
        let github = try validate("koemo/staging", "--format", "github")
        #expect(github.output.hasPrefix("::error file=stacks/Koemo/"))
    }

    @Test func sarifAndJUnitAreThereForTheOtherCommandsToo() throws {
        let check = try Program.stacks.run("check", "--output", scratch.path("none"), "--format", "sarif")
        #expect(check.status == 2)
        #expect(check.output.contains("artifact-missing"))
        let broken = try Program.mistaken.run("synth", "--output", scratch.path("none"), "--format", "junit")
        #expect(broken.status == 1)
        #expect(broken.output.contains("failures=\"5\""))
    }

    @Test(arguments: [
        ["--tool", "cfnlint"], ["--tool", "cfn-lint", "--no-external"], ["--timeout", "0"], ["--fail-on", "never"],
    ])
    func wrongUsageExitsWith64(arguments: [String]) throws {
        let result = try Program.stacks.run(["validate"] + arguments)
        #expect(result.status == 64)
    }

    @Test func annotationsAreTheTenWorstAndACount() throws {
        try install(
            "shellcheck",
            """
            /bin/cat <<'END'
            {"comments": [\((1...14).map { line in
                #"{"file": "koemo/operations/deploy.sh", "line": \#(line), "level": "\#(line == 14 ? "error" : "warning")", "#
                    + #""code": \#(1000 + line), "message": "number \#(line)"}"#
            }.joined(separator: ",\n"))]}
            END
            """)
        let result = try validate("koemo", "--format", "github", "--tool", "shellcheck")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 11, "\(result.output)")
        #expect(lines.first?.hasPrefix("::error file=stacks/Koemo/") == true)
        #expect(lines.last == "and 4 warnings more, in the text format")
    }
}
