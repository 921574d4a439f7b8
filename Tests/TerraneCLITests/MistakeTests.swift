import Foundation
import Testing

/// The five mistakes of `Tests/Fixtures/MistakenStacks`, as the author sees them.
@Suite struct MistakeTests {
    private static let source = "Tests/Fixtures/MistakenStacks/Main.swift"

    /// The line of the fixture that carries a mark.
    private func line(_ mark: String) throws -> Int {
        let text = try String(contentsOf: Program.package.appendingPathComponent(MistakeTests.source), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return try #require(lines.firstIndex { $0.hasSuffix("// \(mark)") }) + 1
    }

    @Test(arguments: [
        ("name used twice", "the name 'logs' is used twice"),
        ("not listed", "'group' uses 'elsewhere', which mistaken/staging does not list"),
        ("malformed CIDR", "'10.2.0.0/99' is not an IPv4 address range"),
        ("literal secret", "the variable 'DB_PASSWORD' seems to hold a secret: its name says that it holds one"),
        ("unknown input", "'fetch-depht'"),
    ])
    func eachMistakeIsReportedWithItsFileAndLine(mark: String, message: String) throws {
        let result = try Program.mistaken.run("synth", "--output", try Scratch().path("out"), "--color", "never")
        #expect(result.status == 1)
        let number = try line(mark)
        let place = "\(MistakeTests.source):\(number): error: "
        #expect(
            result.errors.split(separator: "\n").contains { $0.hasPrefix(place) && $0.contains(message) },
            "no '\(message)' at line \(number) in:\n\(result.errors)")
    }

    @Test func allFiveAreReportedInOneRunAndNoneTwice() throws {
        let result = try Program.mistaken.run("synth", "--output", try Scratch().path("out"))
        #expect(result.errors.hasSuffix("\n5 errors\n"), "\(result.errors)")
    }

    @Test func theOutputTreeIsNotTouched() throws {
        let scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
        let before = Scratch.contents(of: scratch.path("out"))
        #expect(try Program.mistaken.run("synth", "--output", scratch.path("out")).status == 1)
        #expect(Scratch.contents(of: scratch.path("out")) == before)
        #expect(try Program.mistaken.run("check", "--output", scratch.path("out")).status == 1)
    }

    @Test func githubGetsAnnotations() throws {
        let result = try Program.mistaken.run("check", "--output", try Scratch().path("out"), "--format", "github")
        #expect(result.output.contains("::error file=\(MistakeTests.source),line=\(try line("malformed CIDR"))::"))
    }

    @Test func programsGetJSON() throws {
        let result = try Program.mistaken.run("check", "--output", try Scratch().path("out"), "--format", "json")
        let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(report?["formatVersion"] as? Int == 1)
        #expect((report?["diagnostics"] as? [Any])?.count == 5)
    }
}
