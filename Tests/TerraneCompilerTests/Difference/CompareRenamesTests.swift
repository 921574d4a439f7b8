import TerraneCore
import Testing

@testable import TerraneCompiler

/// What a difference says of resources that their authors call otherwise.
@Suite struct CompareRenamesTests {
    private func graph(@ContentBuilder _ content: @escaping @Sendable () -> Content) async throws -> ResourceGraph {
        try #require(await Compiler(schemas: .none).compile([TestStack(content: content)]).graphs.first)
    }

    private func replacements(_ difference: Difference) -> [Consequence] {
        difference.changes.flatMap(\.consequences).filter { [.dataLoss, .replacement, .removal].contains($0.kind) }
    }

    @Test func aDeclaredRenameDestroysNothing() async throws {
        let (older, newer) = (
            try await graph { Thing("old", "x") }, try await graph { Thing("new", "x").renamed(from: "old") }
        )
        let difference = compare(older, newer)
        #expect(difference.changes.map { "\($0.name) \($0.kind)" } == ["new renamed(from: old)"])
        #expect(difference.changes.map(\.logicalID) == ["Old"])
        #expect(replacements(difference).isEmpty && difference.suggestions.isEmpty)
    }

    @Test func aRenameThatNobodyDeclaresIsARemovalAndIsSuggested() async throws {
        let (older, newer) = (try await graph { Thing("old", "x") }, try await graph { Thing("new", "x") })
        let difference = compare(older, newer)
        #expect(difference.changes.contains { $0.kind == .removed } && !replacements(difference).isEmpty)
    }

    @Test func whoTakesTheFormerNameOutAgainHasCloudFormationReplaceIt() async throws {
        let older = try await graph { Thing("new", "x").renamed(from: "old") }
        let found = replacements(compare(older, try await graph { Thing("new", "x") }))
        #expect(found.map(\.rule) == ["another-logical-id"])
        #expect(found.map(\.cloudFormation) == [.will] && found.map(\.terraform) == [.no])
        #expect(replacements(compare(older, older)).isEmpty)
    }

    @Test func aRefactoringThatMayNotHaveBeenDoneMayReplaceIt() async throws {
        let older = try await graph { Thing("new", "x").renamed(from: "old") }
        let newer = try await graph { Thing("new", "x").renamed(from: "old", logicalID: .refactored) }
        let found = replacements(compare(older, newer))
        #expect(found.map(\.rule) == ["another-logical-id"] && found.map(\.cloudFormation) == [.may])
    }
}
