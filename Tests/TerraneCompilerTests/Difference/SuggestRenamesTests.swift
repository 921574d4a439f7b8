import TerraneCore
import Testing

@testable import TerraneCompiler

/// What looks as if it only had another name.
@Suite struct SuggestRenamesTests {
    @Test func aThingUnderAnotherNameIsAskedAbout() throws {
        let difference = difference({ Thing("old", "old-label") }, { Thing("new", "new-label") })
        let suggestion = try #require(difference.suggestions.first)
        #expect(suggestion.older == ["old"] && suggestion.newer == ["new"] && suggestion.resources == 1)
        #expect(suggestion.modifier == ".renamed(from: \"old\")")
        #expect(suggestion.summary.contains("'new' looks like 'old'"))
    }

    @Test func aThingThatDiffersOtherwiseIsAnother() {
        #expect(difference({ Thing("old", "red") }, { Thing("new", "blue") }).suggestions.isEmpty)
    }

    @Test func aThingThatIsStillThereWasNotRenamed() {
        let both = difference(
            { Thing("old", "label") },
            {
                Thing("old", "label")
                Thing("new", "label")
            })
        #expect(both.suggestions.isEmpty)
    }

    @Test func aComponentIsAskedAboutAsAWhole() throws {
        let difference = difference({ Pair("shop-web") }, { Pair("shop-front") })
        #expect(difference.suggestions.count == 1)
        let suggestion = try #require(difference.suggestions.first)
        #expect(suggestion.older == ["shop-web"] && suggestion.newer == ["shop-front"] && suggestion.resources == 2)
    }

    @Test func componentsInsideOneThatStaysAreAskedAboutByThemselves() {
        let suggestions = difference(
            {
                Thing("shop/kept")
                Pair("shop/web")
            },
            {
                Thing("shop/kept")
                Pair("shop/front")
            }
        ).suggestions
        #expect(suggestions.map(\.older) == [["shop/web"]] && suggestions.map(\.newer) == [["shop/front"]])
    }

    @Test func twoThatCannotBeToldApartAreNotGuessedAt() throws {
        let difference = difference(
            {
                Thing("a", "same")
                Thing("b", "same")
            }, { Thing("c", "same") })
        let suggestion = try #require(difference.suggestions.first)
        #expect(suggestion.isAmbiguous && suggestion.modifier == nil && suggestion.older == ["a", "b"])
        #expect(suggestion.summary.contains("'a', 'b' go and 'c' come"))
    }

    private func difference(
        @ContentBuilder _ before: @escaping @Sendable () -> Content,
        @ContentBuilder _ after: @escaping @Sendable () -> Content
    ) -> Difference {
        compare(CompareGraphsTests.graph(before), CompareGraphsTests.graph(after))
    }
}

/// Two things of which one refers to the other.
private struct Pair: Component {
    var declaration: Declaration

    init(_ name: Name, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
    }

    private var first: Thing { Thing(name / "first", Value(name.dashed)) }

    var body: Content {
        first
        Thing(name / "second", "after \(first.id) of \(name)")
    }
}
