import Testing

@testable import TerraneCLI

@Suite struct CommandTests {
    @Test func listShowsEachStackInALine() throws {
        let result = try Program.stacks.run("list", "koemo")
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("STACK") == true)
        #expect(lines.contains { $0.hasPrefix("koemo  production   ap-northeast-1") })
        #expect(try Program.stacks.run("list", "--format", "json").output.contains(#""formatVersion" : 1"#))
    }

    @Test(arguments: [
        ["nope"], ["synth", "--nope"], ["synth", "nothing"], ["list", "--environment", "nowhere"],
        ["check", "--target", "x"],
    ])
    func wrongUsageExitsWith64(arguments: [String]) throws {
        let result = try Program.stacks.run(arguments)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("Usage:"))
    }

    @Test func colourIsForTerminalsAlone() throws {
        let piped = try Program.mistaken.run("check")
        #expect(!piped.errors.contains("\u{1B}["))
        let forced = try Program.mistaken.run("check", "--color", "always")
        #expect(forced.errors.contains("\u{1B}[31merror:"))
        #expect(try Program.mistaken.run("check", environment: ["NO_COLOR": "1"]).errors == piped.errors)
    }

    @Test(arguments: [
        ("koemo/*", "koemo/production", true), ("*/staging", "koemo/staging", true), ("*", "koemo/staging", false),
        ("k?emo/staging", "koemo/staging", true), ("koemo", "koemo", true), ("koemo", "koemos", false), ("", "", true),
        ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false),
    ])
    func globsMatchNames(pattern: String, text: String, expected: Bool) {
        #expect(Glob(pattern).matches(text) == expected)
    }
}
