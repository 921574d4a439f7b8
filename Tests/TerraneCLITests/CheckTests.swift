import Foundation
import Testing

@Suite struct CheckTests {
    private let scratch: Scratch
    private var out: String { scratch.path("out") }

    init() throws {
        scratch = try Scratch()
        _ = try Program.stacks.run("synth", "--output", scratch.path("out"))
    }

    @Test func aFreshTreeIsClean() throws {
        #expect(try Program.stacks.run("check", "--output", out).status == 0)
    }

    @Test func aChangedByteIsShownInADiff() throws {
        let file = out + "/koemo/production/terraform/cache.tf"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacingOccurrences(of: "cache.t3.medium", with: "cache.t3.mediun").write(
            toFile: file, atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("check", "--output", out)
        #expect(result.status == 2)
        #expect(result.output.contains("stale:   koemo/production/terraform/cache.tf"))
        #expect(result.output.contains(#"-  node_type                  = "cache.t3.mediun""#))
        #expect(result.output.contains(#"+  node_type                  = "cache.t3.medium""#))
    }

    @Test func aMissingFileIsNamed() throws {
        try FileManager.default.removeItem(atPath: out + "/koemo/production/terraform/cache.tf")
        let result = try Program.stacks.run("check", "--output", out)
        #expect(result.status == 2)
        #expect(result.output.contains("missing: koemo/production/terraform/cache.tf"))
    }

    @Test func anExtraFileIsNamed() throws {
        try "x".write(toFile: out + "/koemo/production/terraform/extra.tf", atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("check", "--output", out)
        #expect(result.status == 2)
        #expect(result.output.contains("extra:   koemo/production/terraform/extra.tf"))
    }

    @Test func checkingWritesNothing() throws {
        try FileManager.default.removeItem(atPath: out + "/koemo/production/graph.json")
        let before = Scratch.contents(of: out)
        _ = try Program.stacks.run("check", "--output", out)
        #expect(Scratch.contents(of: out) == before)
    }

    @Test func aLargeDifferenceIsCutShortWithACount() throws {
        let file = out + "/koemo/production/graph.json"
        try (1...500).map { "line \($0)" }.joined(separator: "\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        let result = try Program.stacks.run("check", "--output", out)
        #expect(result.status == 2)
        #expect(result.output.split(separator: "\n").count < 80)
        #expect(result.output.contains("more lines"))
    }

    @Test func theOutcomeIsThereForProgramsToo() throws {
        try FileManager.default.removeItem(atPath: out + "/koemo/production/graph.json")
        let json = try Program.stacks.run("check", "--output", out, "--format", "json")
        #expect(json.status == 2)
        #expect(json.output.contains(#""formatVersion" : 1"#))
        #expect(json.output.contains(#""koemo/production/graph.json""#))
        let github = try Program.stacks.run("check", "--output", out, "--format", "github")
        #expect(github.output.hasPrefix("::error file="))
    }

    @Test func theRepositorysOwnWorkflowsAreCompared() throws {
        let workflow = out + "/.github/workflows/ci.yml"
        #expect(FileManager.default.fileExists(atPath: workflow))
        try "name: other\n".write(toFile: workflow, atomically: true, encoding: .utf8)
        let stale = try Program.stacks.run("check", "--output", out)
        #expect(stale.status == 2)
        #expect(stale.output.contains("stale:   .github/workflows/ci.yml"))
        #expect(try Program.stacks.run("check", "koemo", "--output", out).status == 0)
        #expect(try Program.stacks.run("synth", "--output", out).status == 0)
        #expect(try Program.stacks.run("check", "--output", out).status == 0)
    }

    @Test func workflowsThatOthersWroteAreNobodysBusiness() throws {
        try "name: other\n".write(toFile: out + "/.github/workflows/other.yml", atomically: true, encoding: .utf8)
        #expect(try Program.stacks.run("check", "--output", out).status == 0)
    }

    @Test func theCommittedTreeIsCurrent() throws {
        let result = try Program.stacks.run("check")
        #expect(result.status == 0, "\(result.output)")
    }
}
