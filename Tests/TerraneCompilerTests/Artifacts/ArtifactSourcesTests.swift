import TerraneAWS
import TerraneCore
import TerraneWorkflows
import Testing

@testable import TerraneCompiler

/// From a line of an artifact back to the line of Swift.
@Suite struct ArtifactSourcesTests {
    private func compiled() async -> Compilation {
        await Compiler(schemas: .none).compile([
            TestStack("shop") {
                Thing("first", "one")
                Thing("second", "two")
                Export("label", Thing("first", "one").id)
                Workflow("release", name: "Release", on: .push(branches: ["main"])) {
                    Job("build", file: "test/F.swift", line: 410) {
                        Run("one", "echo one", file: "test/F.swift", line: 411)
                        Run("two", "echo two", file: "test/F.swift", line: 412)
                    }
                    Job("test", file: "test/F.swift", line: 420) {
                        Run("three", "echo three", file: "test/F.swift", line: 421)
                    }
                }
            }
        ])
    }

    /// The Swift line of the first line of an artifact that holds a text.
    private func source(_ text: String, in path: String, of compilation: Compilation) throws -> Int? {
        let lines = try #require(compilation.text(path)).split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains(text) }, "no '\(text)' in \(path)") + 1
        var sources = ArtifactSources(of: compilation)
        return sources.origin(of: path, line: line)?.source.line
    }

    @Test func aLineOfTerraformBelongsToItsBlock() async throws {
        let compilation = await compiled()
        #expect(compilation.errors.isEmpty, "\(compilation.errors)")
        let (path, graph) = ("shop/staging/terraform/other.tf", compilation.graphs[0])
        #expect(try source("\"one\"", in: path, of: compilation) == graph["first"]?.source.line)
        #expect(try source("\"aws_thing\" \"second\"", in: path, of: compilation) == graph["second"]?.source.line)
        let output = try source("value", in: "shop/staging/terraform/outputs.tf", of: compilation)
        #expect(output == graph.exports[0].source.line)
        #expect(graph["first"]?.source != graph["second"]?.source)
        #expect(try source("region", in: "shop/staging/terraform/providers.tf", of: compilation) == nil)
    }

    @Test func aLineOfATemplateBelongsToItsMember() async throws {
        let compilation = await compiled()
        let path = "shop/staging/cloudformation/ap-northeast-1.template.json"
        let graph = compilation.graphs[0]
        #expect(try source("\"one\"", in: path, of: compilation) == graph["first"]?.source.line)
        #expect(try source("\"two\"", in: path, of: compilation) == graph["second"]?.source.line)
        #expect(try source("\"Export\"", in: path, of: compilation) == graph.exports[0].source.line)
        #expect(try source("\"Description\"", in: path, of: compilation) == nil)
    }

    @Test func aLineOfAWorkflowBelongsToItsStepJobOrItself() async throws {
        let compilation = await compiled()
        let path = "shop/github/workflows/release.yml"
        #expect(
            try source("name: Release", in: path, of: compilation) == compilation.graphs[0].documents[0].source.line)
        #expect(try source("  build:", in: path, of: compilation) == 410)
        #expect(try source("echo one", in: path, of: compilation) == 411)
        #expect(try source("echo two", in: path, of: compilation) == 412)
        #expect(try source("  test:", in: path, of: compilation) == 420)
        #expect(try source("echo three", in: path, of: compilation) == 421)
    }

    @Test func whatIsNoArtifactIsNobodys() async {
        let compilation = await compiled()
        var sources = ArtifactSources(of: compilation)
        #expect(sources.origin(of: "nowhere.tf", line: 3) == nil)
        #expect(sources.origin(of: "shop/staging/terraform/other.tf", line: 0) == nil)
        #expect(
            sources.origin(of: "shop/github/workflows/release.yml", line: nil)?.source
                == compilation.graphs[0].documents[0].source)
    }
}
