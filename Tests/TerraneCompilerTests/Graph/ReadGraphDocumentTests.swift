import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

@Suite struct ReadGraphDocumentTests {
    @Test func whatIsReadIsWrittenAgainByteForByte() async throws {
        let graph = try await Self.written()
        #expect(Self.bytes(of: try readGraphDocument(graph)) == graph)
    }

    @Test func valuesAreReadAsTheyWereWritten() async throws {
        let graph = try readGraphDocument(await Self.written())
        let node = try #require(graph["values"])
        #expect(node.properties.rows.map(\.content).contains(.value(.object([.init("$ref", .string("#/a"))]))))
        let other = try #require(graph["other"])
        #expect(other.options.createsBeforeDestroying && other.options.isProtected == true)
        #expect(other.type.persistence == .retain && graph.facts.references == [[1], [], []])
        #expect(graph.account?.rawValue == "111122223333" && graph.region == .tokyo)
    }

    @Test func whatAnAttributeIsForeseenToBeIsReadToo() async throws {
        let graph = try readGraphDocument(await Self.written())
        var foreseen: [Expression] = []
        graph.nodes[0].forEachExpression { value in
            value.forEachPart { if case .reference(let reference) = $0 { foreseen += [reference.foreseen ?? .null] } }
        }
        #expect(foreseen.contains { !$0.isNull } && foreseen.contains { $0.isNull })
    }

    @Test(arguments: [
        ("", "a '{' is missing"),
        ("{", "a text is missing"),
        (#"{"formatVersion": 2}"#, "its formatVersion is 2"),
        (#"{"formatVersion": 1}"#, "of which stack"),
        (#"{"stack": "../../x"}"#, "is no name"),
        (#"{"resources": [{"name": "a"}, {"name": "a"}]}"#, "two resources are called 'a'"),
        (#"{"resources": [], "resources": []}"#, "stands there twice"),
        (#"{"resources": [{"terraform": "x"}]}"#, "an address of Terraform is malformed"),
        (#"{"stack": "\ud800"}"#, "an escape that JSON does not know"),
        (#"{"stack": "x" "y"}"#, "a ',' or a '}' is missing"),
        (#"{"unknown": nul}"#, "neither a value"),
        (#"{"unknown": 1e999}"#, "neither a value"),
        (#"{"unknown": [1}"#, "neither a value nor the end of one"),
        (#"{} {}"#, "something follows the end"),
    ])
    func whatIsDamagedIsAnErrorThatSaysWhat(text: String, problem: String) {
        let error = #expect(throws: UnreadableGraph.self) { try readGraphDocument(Array(text.utf8)) }
        #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    }

    @Test(arguments: [
        (#"{"$reference": "gone"}"#, "refers to 'gone', which is not there"),
        (#"{"$parameter": "size"}"#, "used and not declared"),
        (#"{"$lookup": "zone"}"#, "nothing says how"),
        (#"{"$later": 1}"#, "values of the kind '$later' are unknown"),
        (#"{"$element": [[1]]}"#, "without its number"),
        (#"{"$context": "moon"}"#, "the word 'moon' is unknown"),
        (#"{"$comprehension": [1]}"#, "a comprehension is malformed"),
        (#"{"$import": "a/b"}"#, "an import of another stack is malformed"),
    ])
    func aValueThatMeansNothingIsAnError(value: String, problem: String) {
        let error = #expect(throws: UnreadableGraph.self) { try readGraphDocument(Self.document(with: value)) }
        #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    }

    @Test func aDocumentWithAPlainValueIsRead() throws {
        #expect(try readGraphDocument(Self.document(with: "1")).nodes.count == 1)
    }

    @Test func anErrorSaysWhere() {
        let error = #expect(throws: UnreadableGraph.self) { try readGraphDocument(Array("{\n  \"stack\": 1\n}".utf8)) }
        #expect(error?.line == 2 && error?.column == 12)
        let diagnostic = error?.diagnostic(in: "old/graph.json")
        #expect(diagnostic?.rule == "unreadable-graph" && diagnostic?.location?.line == 2)
    }

    /// A list in a list in a list, read and skipped.
    @Test(arguments: ["value", "unknown"])
    func aDocumentThatIsNestedTooDeeplyIsRefused(key: String) {
        let deep = String(repeating: "[", count: 100_000)
        let bytes = key == "value" ? Self.document(with: deep) : Array(#"{"unknown": \#(deep)"#.utf8)
        let error = #expect(throws: UnreadableGraph.self) { try readGraphDocument(bytes) }
        #expect(error?.problem.contains("levels deep") == true)
    }

    /// Whatever is cut off, left out or overwritten, the reader answers.
    @Test func noDamageTrapsTheReader() async throws {
        let bytes = try await Self.written()
        for offset in bytes.indices {
            _ = try? readGraphDocument(Array(bytes[..<offset]))
            var without = bytes
            without.remove(at: offset)
            _ = try? readGraphDocument(without)
            var other = bytes
            other[offset] = [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "]"), 0xFF, 0][offset % 5]
            _ = try? readGraphDocument(other)
        }
    }

    private static func document(with value: String) -> [UInt8] {
        Array(
            """
            {"formatVersion": 1, "stack": "a", "environment": "b", "region": "c", "resources": [{"name": "n", \
            "terraform": "t.n", "cloudFormation": {"$absent": "x"}, "properties": [{"terraform": "p", "value": \(value)}]}]}
            """.utf8)
    }

    private static func bytes(of graph: ResourceGraph) -> [UInt8] {
        lowerToGraphDocument(graph).drafts[0].artifact.contents
    }

    /// A stack with values of every kind.
    private static func written() async throws -> [UInt8] {
        let stack = TestStack(tags: [Tag("Project", "shop")]) {
            Everything("values")
            Thing("other").replacedBeforeDestruction().protected().tag("a", "b").after(Thing("third"))
                .ignoringChanges("label").suppressing("CKV_AWS_1", because: "so")
                .overriding { row("label", "Label", "over") }
            Thing("third", "é\u{2028}\"\u{7}")
            Export("thing", Thing("other").arn)
            Flow(
                from: .group(Thing("values").id.expression), named: "values", to: .range("10.0.0.0/8"), named: "other",
                ports: 80...90, source: SourceLocation(file: "a/b.swift", line: 3))
        }
        let compilation = await Compiler(targets: [.graph], policies: [], schemas: .none).compile([stack])
        try #require(compilation.errors.isEmpty, "\(compilation.errors)")
        return try #require(compilation.artifacts.first { $0.path.hasSuffix("graph.json") }).contents
    }
}

/// A resource with a value of each kind.
private struct Everything: Resource {
    static let type = ResourceType(
        terraform: "aws_everything", cloudFormation: "AWS::Test::Everything", area: .other, tagging: .list)

    var declaration: Declaration

    init(_ name: Name, file: String = #fileID, line: Int = #line) {
        declaration = Declaration(name, file: file, line: line)
    }

    var properties: Properties {
        let other = Thing("other")
        row("number", "Number", 1.5)
        row("flag", "Flag", true)
        row("list", "List", Expression.list([1.expression, "two".expression]))
        row("object", "Object", Expression.object([.init("$ref", "#/a".expression)]))
        row("late", "Late", other.id)
        row("foreseen", "Foreseen", other.arn)
        row("text", "Text", "a \(other.id) b \(Deployment.account)" as Value<String>)
        row("parameter", "Parameter", Parameter<Int>("size", default: 3))
        row("secret", "Secret", Parameter<String>("secret", sensitive: true))
        row("sides", terraform: "a", "Sides", cloudFormation: 2)
        document("document", "Document", Expression.object([.init("a", .null), .init("b", "c".expression)]))
        row("element", "Element", Expression.element(.list([other.id.expression]), 0))
        row(
            "built",
            Expression.comprehension(
                Comprehension(
                    over: other.id.expression, as: "item", key: .iteration(["key"]), value: .every(other.id.expression),
                    keys: ["a"])))
        nested("block", "Block") { row("inner", "Inner", "x") }
        marker("marker", "Marker")
        repeated("items", "Items", [1, 2]) { row("n", "N", $0) }
        terraformOnly("left", "l", because: "test")
        cloudFormationOnly("Right", "r", because: "test")
    }
}
