import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// What differs of a stack besides its resources.
@Suite struct CompareStacksTests {
    // MARK: Parameters

    @Test func aParameterThatComesHasToBeGivenUnlessItHasADefault() {
        let asked = changes({ Thing("a", "x") }, { Thing("a", Parameter<String>("colour").value) })
        #expect(asked == ["added parameter colour: will: every deployment has to give it a value"])
        let free = changes({ Thing("a", "x") }, { Thing("a", Parameter<String>("colour", default: "red").value) })
        #expect(free == ["added parameter colour: will: a deployment can give it a value"])
    }

    @Test func aParameterThatGoesIsRefused() {
        let gone = changes({ Thing("a", Parameter<String>("colour").value) }, { Thing("a", "x") })
        #expect(gone == ["removed parameter colour: will: a deployment that still gives it a value is refused"])
    }

    @Test func anotherDefaultIsAnotherValue() throws {
        let difference = compare(
            Self.graph { Thing("a", Parameter<String>("colour", default: "red").value) },
            Self.graph { Thing("a", Parameter<String>("colour", default: "blue").value) })
        let change = try #require(difference.changes.first { $0.subject == .parameter })
        #expect(change.consequences.map(\.summary) == ["a deployment that gives it no value gets another one"])
        #expect(
            change.properties == [
                PropertyChange(terraform: "default", cloudFormation: "Default", before: "red", after: "blue")
            ])
        #expect(change.terraformAddress == "var.colour" && change.logicalID == "Colour")
    }

    @Test func theDefaultOfASecretIsNotShown() throws {
        let difference = compare(
            Self.graph { Thing("a", Parameter<String>("word", default: "red", sensitive: true).value) },
            Self.graph { Thing("a", Parameter<String>("word", default: "blue", sensitive: true).value) })
        let change = try #require(difference.changes.first { $0.subject == .parameter })
        #expect(change.properties.flatMap { [$0.before, $0.after] } == ["(sensitive)", "(sensitive)"])
    }

    // MARK: Exports

    @Test func anExportThatGoesIsARemovalAndOneThatComesIsNot() {
        let words = "what imports it can no longer be deployed, and CloudFormation keeps it as long as something does"
        #expect(changes({ exported("a") }, { Thing("a") }) == ["removed export found: will: \(words)"])
        #expect(changes({ Thing("a") }, { exported("a") }) == ["added export found: will: other stacks can import it"])
        let difference = compare(Self.graph { exported("a") }, Self.graph { Thing("a") })
        #expect(difference.changes.first?.rank.kind == .removal)
    }

    @Test func anExportOfAnotherThingIsAnotherValue() {
        let other = changes(
            {
                exported("a")
                Thing("b")
            },
            {
                Thing("a")
                exported("b")
            })
        #expect(
            other == [
                "changed export found: will: what imports it gets another value, which CloudFormation refuses as long as something does"
            ])
    }

    @Test func anExportOfARenamedThingIsTheSame() {
        let renamed = compare(
            Self.graph { exported("a") },
            Self.graph {
                Thing("b").renamed(from: "a")
                Export("found", Thing("b").id)
            })
        #expect(renamed.changes.map(\.subject) == [.resource])
    }

    // MARK: Lookups

    @Test func whatIsLookedUpByAnotherQuestionMayBeAnother() throws {
        func stack(_ label: String) -> ResourceGraph {
            Self.graph {
                Thing("a", Thing("found").existing { terraformOnly("label", label, because: "a test") }.id)
            }
        }
        let change = try #require(compare(stack("x"), stack("y")).changes.first)
        #expect(change.subject == .lookup && change.rank.certainty == .may)
        #expect(change.properties.map(\.terraform) == ["label"] && change.properties.map(\.after) == ["y"])
        #expect(compare(stack("x"), stack("x")).changes.isEmpty)
    }

    // MARK: The stack

    @Test func anotherTagOfTheStackIsCosmeticAndSaid() throws {
        let older = evaluate(TestStack(tags: [Tag("Owner", "a")]) { Thing("a") }).graph
        let newer = evaluate(TestStack(tags: [Tag("Owner", "b")]) { Thing("a") }).graph
        let change = try #require(compare(older, newer).changes.first)
        #expect(change.subject == .stack && change.rank.kind == .cosmetic && change.source == nil)
        #expect(change.properties.map(\.terraform) == ["tags/Owner"])
    }

    @Test func anotherAccountIsAllMadeAnew() throws {
        let older = evaluate(TestStack(account: "111122223333") { Thing("a") }).graph
        let newer = evaluate(TestStack(account: "444455556666") { Thing("a") }).graph
        let change = try #require(compare(older, newer).changes.first)
        #expect(change.subject == .stack && change.rank.kind == .replacement && change.rank.certainty == .will)
        let unbound = evaluate(TestStack(account: nil) { Thing("a") }).graph
        #expect(compare(older, unbound).changes.first { $0.subject == .stack }?.rank.kind == .other)
    }

    // MARK: Options of resources

    @Test func whatIsAcceptedOfAScannerIsCosmetic() throws {
        let accepted = Self.graph { Thing("a").suppressing("CKV_AWS_1", because: "A test") }
        let change = try #require(compare(Self.graph { Thing("a") }, accepted).changes.first)
        #expect(change.rank.kind == .cosmetic && change.properties.map(\.terraform) == ["suppressions"])
    }

    @Test func aFormerNameThatIsTakenOutAgainIsSaid() throws {
        let renamed = Self.graph { Thing("a").renamed(from: "b") }
        let change = try #require(compare(renamed, Self.graph { Thing("a") }).changes.first)
        #expect(change.properties.map(\.terraform) == ["moved"] && change.properties.map(\.before) == ["b"])
    }

    // MARK: -

    @ContentBuilder private func exported(_ name: Name) -> Content {
        Thing(name)
        Export("found", Thing(name).id)
    }

    /// What is said of everything but resources.
    private func changes(
        @ContentBuilder _ older: @escaping @Sendable () -> Content,
        @ContentBuilder _ newer: @escaping @Sendable () -> Content
    ) -> [String] {
        compare(Self.graph(older), Self.graph(newer)).changes.filter { $0.subject != .resource }.flatMap { change in
            change.consequences.map {
                "\(change.kind) \(change.subject) \(change.name): \($0.certainty): \($0.summary)"
            }
        }
    }

    private static func graph(@ContentBuilder _ content: @escaping @Sendable () -> Content) -> ResourceGraph {
        resolveReferences(evaluate(TestStack(content: content)).graph).graph
    }
}
