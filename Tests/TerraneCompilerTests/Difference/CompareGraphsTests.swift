import TerraneCore
import Testing

@testable import TerraneCompiler

/// What differs between two revisions, property by property.
@Suite struct CompareGraphsTests {
    @Test func aStackDiffersFromItselfInNothing() {
        #expect(compare(Self.graph { Thing("a", "x") }, Self.graph { Thing("a", "x") }).changes.isEmpty)
    }

    @Test func otherSourceLinesAreNoChange() {
        let moved = Self.graph { Thing("a", "x", file: "other/File.swift", line: 900) }
        #expect(compare(Self.graph { Thing("a", "x") }, moved).changes.isEmpty)
    }

    @Test func aRevisionThatWasReadBackDiffersFromItsOriginInNothing() throws {
        let graph = Self.graph {
            Thing("a", "x")
            Thing("b", "\(Thing("a").arn) and \(Deployment.region)")
        }
        let read = try readGraphDocument(lowerToGraphDocument(graph).drafts[0].artifact.contents)
        #expect(compare(read, graph).changes.isEmpty && compare(graph, read).changes.isEmpty)
    }

    @Test func whatComesAndGoesIsAddedAndRemoved() {
        let changes = compare(Self.graph { Thing("a") }, Self.graph { Thing("b") }).changes
        #expect(Set(changes.map { "\($0.kind) \($0.name)" }) == ["added b", "removed a"])
    }

    @Test func aChangedPropertyIsNamedInBothDialects() throws {
        let change = try #require(
            compare(Self.graph { Thing("a", "x") }, Self.graph { Thing("a", "y") }).changes.first)
        #expect(change.kind == .changed && change.terraformAddress == "aws_thing.a" && change.logicalID == "A")
        #expect(
            change.properties == [
                PropertyChange(terraform: "label", cloudFormation: "Label", before: "x", after: "y")
            ])
    }

    @Test func aPropertyThatComesOrGoesHasOneValue() {
        #expect(Self.changes(row("size", "Size", 1), Expression.noRow).map { [$0.before, $0.after] } == [["1", nil]])
        #expect(Self.changes(Expression.noRow, row("size", "Size", 1)).map { [$0.before, $0.after] } == [[nil, "1"]])
    }

    @Test(arguments: [
        (Expression.integer(1), Expression.string("1")), (.boolean(true), .string("true")), (.number(2), .integer(2)),
        (.interpolation([.string("a"), .string("b")]), .string("ab")),
        (.interpolation([.string("in "), .context(.region)]), .string("in ap-northeast-1")),
        (.json(.object([.init("a", .integer(1)), .init("b", .null)])), .string(#"{ "a": 1 }"#)),
        (
            .object([.init("a", "1".expression), .init("b", "2".expression)]),
            .object([.init("b", "2".expression), .init("a", "1".expression)])
        ),
        (.either(terraform: .string("a"), cloudFormation: .string("a")), .string("a")),
    ])
    func anotherWritingIsNoChange(left: Expression, right: Expression) {
        #expect(Self.changes(row("v", "V", left), row("v", "V", right)).isEmpty)
        #expect(Self.changes(row("v", "V", right), row("v", "V", left)).isEmpty)
    }

    @Test(arguments: [
        (Expression.integer(1), Expression.string("2")), (.boolean(true), .string("yes")),
        (.interpolation([.string("in "), .context(.region)]), .string("in us-east-1")),
        (.json(.object([.init("a", .integer(1))])), .string(#"{ "a": 2 }"#)),
        (.list(["a".expression, "b".expression]), .list(["b".expression, "a".expression])),
    ])
    func anotherValueIsAChange(left: Expression, right: Expression) {
        #expect(Self.changes(row("v", "V", left), row("v", "V", right)).count == 1)
    }

    @Test func aPropertyThatOneDialectHasOtherwiseIsNamedThereAlone() {
        let changes = Self.changes(
            row("zone", terraform: "a", "Zone", cloudFormation: 1),
            row("zone", terraform: "a", "Zone", cloudFormation: 2))
        #expect(changes.map { [$0.terraform, $0.cloudFormation] } == [[nil, "Zone"]])
    }

    @Test func namesThatDifferInShapeAreOneProperty() {
        let changes = Self.changes(
            nested("health", "Check/Health") { row("path", "Path", "/") },
            nested("health", "Check/Health") { row("path", "Path", "/up") })
        #expect(changes.map { [$0.terraform, $0.cloudFormation] } == [["health/path", "Check/Health/Path"]])
    }

    @Test func itemsAreComparedByTheirNames() {
        func items(_ values: [(String, Int)]) -> Row {
            repeated("item", "Items", values) { value in
                row("name", "Name", value.0)
                row("size", "Size", value.1)
            }
        }
        let changes = Self.changes(items([("a", 1), ("b", 2), ("c", 3)]), items([("c", 3), ("a", 1), ("b", 5)]))
        #expect(changes.map(\.terraform) == ["item[b]/size", "item"])
        #expect(changes.map(\.cloudFormation) == ["Items[b]/Size", "Items"])
        #expect(changes.last?.before == "[a, b, c]")
        let fewer = Self.changes(items([("a", 1), ("b", 2)]), items([("b", 2)]))
        #expect(fewer.map { [$0.terraform, $0.before, $0.after] } == [["item[a]", "{name: a, size: 1}", nil]])
    }

    @Test func statementsOfAPolicyAreASet() {
        func policy(_ actions: [String], _ statements: [String]) -> Row {
            let parts = statements.map { sid in
                Expression.object([.init("Sid", .string(sid)), .init("Action", .list(actions.map { .string($0) }))])
            }
            return document("policy", "PolicyDocument", Expression.object([.init("Statement", .list(parts))]))
        }
        #expect(
            Self.changes(policy(["a"], ["x"]), policy(["a", "b"], ["x"])).map(\.terraform) == [
                "policy/Statement[x]/Action"
            ])
        let difference = Self.difference(policy(["a", "b"], ["x", "y"]), policy(["b", "a"], ["y", "x"]))
        #expect(difference.changes.first?.consequences.map(\.kind) == [.cosmetic])
    }

    @Test func secretsAreNotShown() {
        let before = Parameter<String>("secret", default: "hush", sensitive: true)
        let after = Parameter<String>("secret", default: "hush hush", sensitive: true)
        let changes =
            Self.changes(row("v", "V", before), row("v", "V", after))
            + Self.changes(
                row("master_password", "MasterUserPassword", "old"), row("master_password", "MasterUserPassword", "new")
            )
            + Self.changes(
                row("v", "V", Expression.object([.init("DB_PASSWORD", .string("old"))])),
                row("v", "V", Expression.object([.init("DB_PASSWORD", .string("new"))])))
        #expect(changes.map(\.after) == ["$secret", "(sensitive)", "(sensitive)", "(sensitive)"])
    }

    @Test func valuesReadAsAnAuthorWritesThem() {
        let thing = Thing("a")
        #expect(("x \(thing.id):\(Deployment.region)" as Value<String>).expression.readable() == "x {a.id}:{region}")
        #expect(Parameter<Int>("size", default: 3).expression.readable() == "$size (by default 3)")
        #expect(Expression.list([1.expression, "".expression]).readable() == #"[1, ""]"#)
    }

    @Test func tagsAreCosmetic() throws {
        let change = try #require(
            compare(Self.graph { Thing("a").tag("team", "x") }, Self.graph { Thing("a").tag("team", "y") }).changes
                .first)
        #expect(change.properties.map(\.terraform) == ["tags/team"] && change.consequences.map(\.kind) == [.cosmetic])
    }

    // MARK: Graphs

    private static func changes(_ before: Row, _ after: Row) -> [PropertyChange] {
        difference(before, after).changes.flatMap(\.properties)
    }

    private static func difference(_ before: Row, _ after: Row) -> Difference {
        compare(graph { Rows("a", before) }, graph { Rows("a", after) })
    }

    static func graph(@ContentBuilder _ content: @escaping @Sendable () -> Content) -> ResourceGraph {
        resolveReferences(evaluate(TestStack(content: content)).graph).graph
    }
}

extension Expression {
    fileprivate static let noRow = row("v", "V", Expression.null)
}

private struct Rows: Resource {
    static let type = ResourceType(terraform: "aws_rows", cloudFormation: "AWS::Test::Rows", area: .other)

    var declaration: Declaration
    let row: Row

    init(_ name: Name, _ row: Row, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
        self.row = row
    }

    var properties: Properties { row }
}
