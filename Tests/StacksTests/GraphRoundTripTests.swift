import TerraneCompiler
import Testing

@testable import stacks

/// `graph.json` says all that later tools need of a stack.
@Suite struct GraphRoundTripTests {
    @Test func everyGraphIsReadAndWrittenAgainByteForByte() async throws {
        let compilation = await Compiler(targets: [.graph]).compile(Stacks.stacks)
        let documents = compilation.artifacts.filter { $0.path.hasSuffix("/graph.json") }
        #expect(documents.count >= 11)
        for document in documents {
            let graph = try readGraphDocument(document.contents)
            #expect(lowerToGraphDocument(graph).drafts.map(\.artifact) == [document], "\(document.path)")
        }
    }
}
