import TerraneCore
import Testing

@testable import TerraneCompiler

@Suite struct CheckDocumentsTests {
    private func document(_ path: String, _ text: TerraneCore.Expression = .string("x")) -> JSONDocument {
        JSONDocument(path: path, scope: .environment, contents: text, source: SourceLocation(file: #fileID, line: 1))
    }

    private func rules(_ documents: any Element...) async -> [String] {
        let listed = documents
        let compilation = await Compiler(schemas: .none).compile([TestStack { listed }])
        #expect(compilation.errors.isEmpty == compilation.artifacts.contains { $0.path.hasSuffix("graph.json") })
        return compilation.errors.map(\.rule)
    }

    @Test(arguments: [
        "../x", "a/../../b", "/etc/x", "a//b", "./a", "", "a\u{0}", "a b", "é", "../\u{301}x", "a\\b", "a:b", "a\nb",
        ".a.terrane-tmp", String(repeating: "x", count: 201),
    ])
    func aPathThatLeadsElsewhereIsAnError(path: String) async {
        #expect(await rules(document(path)) == ["document-path"])
    }

    @Test(arguments: ["a.json", "ecs/a/b-c_d.JSON", ".eslintrc.json", "..a", "a..b"])
    func anOrdinaryPathIsNone(path: String) async {
        #expect(await rules(document(path)) == [])
    }

    @Test func pathsThatDifferInCapitalsAloneAreAnError() async {
        #expect(await rules(document("ecs/A.json"), document("ecs/a.json")) == ["paths-differ-in-case"])
        #expect(await rules(document("ecs/a.json"), document("ecs/b.json")) == [])
    }

    @Test func aFileIsNoFolder() async {
        #expect(await rules(document("ecs"), document("ecs/b.json")) == ["file-is-folder"])
    }

    @Test func whatTerraneWritesItselfIsNotOverwritten() async {
        #expect(await rules(Thing("a"), document("terraform/terraform.tf")) == ["file-twice"])
        #expect(await rules(Thing("a"), document("Terraform/terraform.tf")) == ["paths-differ-in-case"])
    }

    @Test(arguments: ["a/b", "../x", "", "x\u{0}", "Émile"])
    func anEnvironmentIsTheNameOfAFolder(name: String) async {
        let stack = TestStack(environment: DeploymentEnvironment(name)) { Thing("a") }
        #expect(await Compiler(schemas: .none).compile([stack]).errors.map(\.rule).contains("unspeakable-stack"))
    }

    @Test func stacksThatDifferInCapitalsAloneAreAnError() async {
        let both = await Compiler(schemas: .none).compile([
            TestStack("shop") { Thing("a") }, TestStack("Shop") { Thing("b") },
        ])
        #expect(both.errors.map(\.rule) == ["stack-twice"])
    }

    @Test func aRegionIsOneEvenWhereNoResourceIs() async {
        let stack = TestStack(region: Region(rawValue: "../../x")) { document("a.json") }
        #expect(await Compiler(schemas: .none).compile([stack]).errors.map(\.rule) == ["malformed-region"])
    }
}
