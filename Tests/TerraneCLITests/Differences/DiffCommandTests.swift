import Foundation
import Testing

@testable import TerraneCLI

/// The command, on a copy of one stack's committed graph.
@Suite struct DiffCommandTests {
    private let scratch: Scratch
    private var out: String { scratch.path("repository/golden") }
    private var graph: String { out + "/koemo/production/graph.json" }

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(
            atPath: scratch.path("repository/golden/koemo/production"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Program.package.appendingPathComponent("golden/koemo/production/graph.json"),
            to: URL(fileURLWithPath: scratch.path("repository/golden/koemo/production/graph.json")))
    }

    private func diff(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
        try Program.stacks.run(
            ["diff", "koemo/production", "--output", out] + arguments, environment: environment)
    }

    /// As if the committed graph had been another one.
    private func edit(_ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: graph, encoding: .utf8)
        #expect(text.contains(old))
        try text.replacingOccurrences(of: old, with: new).write(toFile: graph, atomically: true, encoding: .utf8)
    }

    private func git(_ arguments: String...) throws {
        let result = try Program(at: URL(fileURLWithPath: "/usr/bin/git")).run(
            ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"] + arguments,
            in: scratch.url.appendingPathComponent("repository"), environment: ["GIT_CONFIG_GLOBAL": "/dev/null"])
        #expect(result.status == 0, "\(result.errors)")
    }

    // MARK: Folders

    @Test func aCurrentTreeIsNoDifference() throws {
        let result = try diff()
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.hasSuffix(", no stack differs\n"))
        #expect(result.errors.isEmpty)
    }

    @Test func aChangedPropertyIsShownWithItsLine() throws {
        try edit("cache.t3.medium", "cache.t3.small")
        let result = try diff()
        #expect(result.status == 2)
        #expect(result.output.contains("koemo-sessions"))
        #expect(result.output.contains("stacks/Koemo/KoemoData.swift:"))
        #expect(result.output.contains("node_type: cache.t3.small → cache.t3.medium"))
        #expect(!result.output.contains("\u{1B}["))
        #expect(try diff("--color", "always").output.contains("\u{1B}["))
        #expect(try diff("--fail-on", "any").status == 3)
    }

    @Test func stacksOfOneRevisionAreNamed() throws {
        let gone = out + "/koemo/gone"
        try FileManager.default.createDirectory(atPath: gone, withIntermediateDirectories: true)
        let text = try String(contentsOfFile: graph, encoding: .utf8)
        try text.replacingOccurrences(of: #""environment": "production""#, with: #""environment": "gone""#).write(
            toFile: gone + "/graph.json", atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("diff", "koemo", "--output", out)
        #expect(result.status == 2, "\(result.errors)")
        #expect(result.output.contains("- koemo/gone: no longer there."))
        #expect(result.output.contains("+ koemo/staging: new, with "))
        #expect(!result.output.contains("koemo/production"))
    }

    @Test func aTreeWithoutGraphsIsAnError() throws {
        let result = try Program.stacks.run("diff", "--output", scratch.path("nowhere"))
        #expect(result.status == 1)
        #expect(result.errors.contains("has a graph.json to compare with\n  Run synth first"))
        #expect(result.output.isEmpty)
    }

    @Test func aBrokenGraphIsAnErrorWithItsPlace() throws {
        try "{\n  \"formatVersion\": 1,".write(toFile: graph, atomically: true, encoding: .utf8)
        let result = try diff()
        #expect(result.status == 1)
        #expect(result.errors.contains("'koemo/production/graph.json'"))
        #expect(result.errors.contains("line 2"))
    }

    // MARK: Revisions

    @Test func aRevisionIsReadThroughGit() throws {
        try edit("cache.t3.medium", "cache.t3.small")
        try git("init", "--quiet")
        try git("add", ".")
        try git("commit", "--quiet", "--message", "first")
        try edit("cache.t3.small", "cache.t3.medium")
        #expect(try diff().status == 0, "the folder is current")
        let old = try diff("--against", "HEAD")
        #expect(old.status == 2, "\(old.errors)")
        #expect(old.output.contains("Compared with HEAD ("))
        #expect(old.output.contains("node_type: cache.t3.small → cache.t3.medium"))
        try git("commit", "--quiet", "--all", "--message", "second")
        #expect(try diff("--against", "main").status == 0)
        let both = try diff("--against", "HEAD~1", "--of", "HEAD")
        #expect(both.status == 2)
        #expect(both.output.contains("HEAD ("), "\(both.output)")
    }

    @Test(arguments: [
        "nope", "a..b", "^main", "HEAD:golden", "-n", "--output=x", "--upload-pack=x", "", "a\u{1}b", "x y",
    ])
    func whatIsNoRevisionIsAnError(name: String) throws {
        try git("init", "--quiet")
        try git("add", ".")
        try git("commit", "--quiet", "--message", "first")
        let result = try diff("--against=\(name)")
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.contains("is no folder, and git knows no commit") || result.errors.contains("is neither"))
        #expect(result.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: "x"))
    }

    @Test func whatAShallowCloneLacksIsToBeFetched() throws {
        try git("init", "--quiet")
        for number in ["1", "2"] {
            try number.write(toFile: scratch.path("repository/file"), atomically: true, encoding: .utf8)
            try git("add", ".")
            try git("commit", "--quiet", "--message", number)
        }
        try git("clone", "--quiet", "--depth=1", "file://" + scratch.path("repository"), scratch.path("shallow"))
        let result = try Program.stacks.run(
            "diff", "koemo/production", "--output", scratch.path("shallow/golden"), "--against", "HEAD~1")
        #expect(result.status == 1)
        #expect(result.errors.contains("The clone is shallow: fetch the commit"))
    }

    @Test func aRevisionNeedsGitAndARepository() throws {
        let outside = try diff("--against", "main")
        #expect(outside.status == 1)
        #expect(outside.errors.contains("git rev-parse failed"))
        let without = try diff("--against", "main", environment: ["PATH": scratch.path("nothing")])
        #expect(without.errors.contains("there is no git in the search path"))
    }

    // MARK: Formats

    @Test func everyFormatSaysIt() throws {
        try edit("cache.t3.medium", "cache.t3.small")
        let markdown = try diff("--format", "markdown")
        #expect(markdown.status == 2)
        #expect(markdown.output.hasPrefix("<!-- terrane-diff -->\n### "))
        #expect(markdown.output.contains("`stacks/Koemo/KoemoData.swift:"))
        #expect(try diff("--format", "github").output.hasPrefix("::"))
        #expect(try diff("--format", "sarif").output.contains(#""ruleId" : "diff/"#))
        #expect(try diff("--format", "junit").output.contains("<testsuites name=\"terrane\""))
        let json = try diff("--format", "json", "--fail-on", "any")
        #expect(json.status == 3)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(document["formatVersion"] as? Int == 1)
        #expect(document["failsOn"] as? [String] == ["any"])
    }

    @Test(.enabled(if: Judges.schemaChecker != nil, "check-jsonschema is part of the proofs"))
    func theDocumentIsWhatItsSchemaSays() throws {
        try edit("cache.t3.medium", "cache.t3.small")
        let file = scratch.path("difference.json")
        try diff("--format", "json").output.write(toFile: file, atomically: true, encoding: .utf8)
        let schema = Program.package.appendingPathComponent("Sources/TerraneCLI/Differences/difference.schema.json")
        let judged = try Program(at: #require(Judges.schemaChecker)).run("--schemafile", schema.path, file)
        #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
    }

    @Test func aStackWithErrorsIsNotCompared() throws {
        let result = try Program.mistaken.run("diff", "--output", out, "--format", "json")
        #expect(result.status == 1)
        #expect(result.output.contains(#""severity" : "error""#))
    }

    @Test func wrongUsageExitsWith64() throws {
        for arguments in [["diff", "--fail-on", "nothing"], ["diff", "--format", "x"], ["diff", "nothing"]] {
            #expect(try Program.stacks.run(arguments).status == 64)
        }
    }
}
