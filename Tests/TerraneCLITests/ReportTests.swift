import Foundation
import TerraneCore
import TerraneXML
import Testing

@testable import TerraneCLI

/// A report in each form.
@Suite struct ReportTests {
    private static let place = SourceLocation(file: "MistakenStacks/Main.swift", line: 12)

    private static var report: Report {
        let compiler = Diagnostic(
            .warning, "the queue 'a<b' has no alarm", help: "Add one.", at: place,
            notes: [
                Diagnostic.Note("it is used here", at: SourceLocation(file: "MistakenStacks/Main.swift", line: 30))
            ],
            rule: "unwatchedQueue")
        let tool = Diagnostic(
            .error, "cfn-lint E3002: Additional properties are not allowed", at: place,
            notes: [Diagnostic.Note("in shop/x.template.json:8 (Orders)")], rule: "toolFinding")
        var report = Report(
            [Finding(tool, tool: "cfn-lint", toolRule: "E3002"), Finding(compiler)],
            tools: [
                ToolOutcome(tool: "cfn-lint", version: "1.51.0", fate: .judged(1)),
                ToolOutcome(tool: "tflint", fate: .skipped("'tflint' is not in the search path")),
                ToolOutcome(tool: "zizmor", version: "1.32.0", fate: .failed("it took too long")),
            ])
        report.exitCode = 3
        return report
    }

    private func sarif(_ report: Report = report) -> String {
        JSONText.encode(SARIFDocument(report) { location in Program.package.path + "/Tests/Fixtures/" + location.file })
    }

    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: SARIF

    @Test func sarifHasRulesResultsAndPlacesOfTheCheckout() throws {
        let text = sarif()
        let log = try parsed(text)
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["cfn-lint/E3002", "unwatched-queue"])
        #expect(results.map { $0["level"] as? String } == ["error", "warning"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1])
        #expect(text.contains(#""uri" : "Tests/Fixtures/MistakenStacks/Main.swift""#))
        #expect(text.contains(#""uriBaseId" : "%SRCROOT%""#))
        #expect(text.contains(#""startLine" : 12"#))
        let related = try #require(results[1]["relatedLocations"] as? [[String: Any]])
        #expect(related.count == 1)
        #expect(((related[0]["message"] as? [String: Any])?["text"] as? String) == "it is used here")
    }

    @Test func sarifSaysWhichToolsDidNotRun() throws {
        let run = try #require((try parsed(sarif())["runs"] as? [[String: Any]])?.first)
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["exitCode"] as? Int == 3)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
        #expect(notes.map { $0["level"] as? String } == ["note", "error"])
        #expect(
            notes.map { ($0["message"] as? [String: Any])?["text"] as? String } == [
                "tflint did not run: 'tflint' is not in the search path", "zizmor 1.32.0 failed: it took too long",
            ])
    }

    @Test func aFindingKeepsItsFingerprintWhenItsLineMoves() throws {
        func prints(_ line: Int) throws -> [String] {
            let findings = ["a", "a", "b"].map {
                Finding(.error($0, at: SourceLocation(file: "m/F.swift", line: line), rule: "rule"))
            }
            let run = try #require((try parsed(sarif(Report(findings)))["runs"] as? [[String: Any]])?.first)
            let results = try #require(run["results"] as? [[String: Any]])
            return results.compactMap { ($0["partialFingerprints"] as? [String: String])?["terraneFinding/v1"] }
        }
        #expect(try prints(3) == prints(77))
        #expect(Set(try prints(3)).count == 3)
        #expect(Fingerprint.of("") == "cbf29ce484222325")
        #expect(Fingerprint.of("foobar") == "85944171f73967e8")
    }

    @Test(.enabled(if: Judges.schemaChecker != nil, "check-jsonschema is part of the proofs"))
    func sarifIsWhatItsSchemaSays() throws {
        let scratch = try Scratch()
        let checker = try #require(Judges.schemaChecker)
        for (name, report) in ["full": ReportTests.report, "empty": Report([Diagnostic]())] {
            let file = scratch.path("\(name).sarif")
            try sarif(report).write(toFile: file, atomically: true, encoding: .utf8)
            let judged = try Program(at: checker).run("--schemafile", Judges.sarifSchema.path, file)
            #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
        }
    }

    // MARK: JUnit

    @Test func junitHasASuiteForEachJudgeAndACaseForEachFinding() throws {
        let report = JUnitDocument(report: ReportTests.report) { "Main.swift:\($0.line)" }
        let text = String(decoding: try report.document.serialized(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="terrane" tests="4" failures="1" errors="1">
                  <testsuite name="terrane" tests="1" failures="0" errors="0" skipped="0">
                    <testcase classname="unwatched-queue" name="the queue 'a&lt;b' has no alarm">
                      <system-out>Main.swift:12: warning: the queue 'a&lt;b' has no alarm
                Add one.
                Main.swift:30: note: it is used here</system-out>
                    </testcase>
                  </testsuite>
                  <testsuite name="cfn-lint" tests="1" failures="1" errors="0" skipped="0">
                    <testcase classname="cfn-lint/E3002" name="cfn-lint E3002: Additional properties are not allowed">
                      <failure type="error" message="cfn-lint E3002: Additional properties are not allowed">Main.swift:12: \
                error: cfn-lint E3002: Additional properties are not allowed
                note: in shop/x.template.json:8 (Orders)</failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="tflint" tests="1" failures="0" errors="0" skipped="1">
                    <testcase classname="tflint" name="did not run">
                      <skipped message="'tflint' is not in the search path"/>
                    </testcase>
                  </testsuite>
                  <testsuite name="zizmor" tests="1" failures="0" errors="1" skipped="0">
                    <testcase classname="zizmor" name="failed">
                      <error message="it took too long"/>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func junitHoldsWhateverAMessageHolds() throws {
        let awkward = Diagnostic.error("a \u{0}\u{1B}[31m ]]> <&> \u{202E}\u{FFFE} 👩‍🚀", rule: "awkward")
        let document = JUnitDocument(report: Report([awkward])) { _ in "" }.document
        #expect(try TerraneXML.Document.parse(try document.serialized()).root.elements.count == 1)
    }

    // MARK: JSON

    @Test func jsonNamesTheRuleAndTheTool() throws {
        let report = CommandReport(ReportTests.report) { $0.file }
        let document = try parsed(JSONText.encode(report))
        #expect(document["formatVersion"] as? Int == 1)
        let items = try #require(document["diagnostics"] as? [[String: Any]])
        #expect(items.map { $0["rule"] as? String } == ["cfn-lint/E3002", "unwatched-queue"])
        #expect(items.map { $0["tool"] as? String } == ["cfn-lint", nil])
        let tools = try #require(document["tools"] as? [[String: Any]])
        #expect(tools.map { $0["outcome"] as? String } == ["judged", "skipped", "failed"])
        #expect(tools[1]["reason"] as? String == "'tflint' is not in the search path")
    }
}

/// Programs of the proofs that judge reports.
enum Judges {
    static let sarifSchema = Program.package.appendingPathComponent("Tests/TerraneCLITests/Recorded/sarif-2.1.0.json")

    static var schemaChecker: URL? {
        let program = Program.package.appendingPathComponent(".build/proofs/venv/bin/check-jsonschema")
        return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }
}
