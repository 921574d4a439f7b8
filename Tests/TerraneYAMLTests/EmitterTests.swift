import TerraneYAML
import Testing

@Suite struct EmitterTests {
    private func text(_ node: Node, header: String? = nil) throws -> String {
        String(decoding: try Emitter.emit(node, header: header), as: UTF8.self)
    }

    @Test func commentsStandWhereTheyBelong() throws {
        let node = Node.mapping([
            Node.Pair(Node.string("on").bare, ["push"]),
            Node.Pair(
                Node.string("jobs").preceded(by: "", "What runs"),
                [
                    Node.mapping([
                        Node.Pair("uses", Node.string("actions/checkout@3d3c").commented("v7.0.1")), Node.Pair("id", "a"),
                    ]),
                    Node.mapping([Node.Pair("run", "a\nb\n")]).preceded(by: ""),
                ]),
        ])
        let result = try text(node, header: "Generated.\n\nDo not edit.")
        #expect(
            result == """
                # Generated.
                #
                # Do not edit.
                on:
                - push

                # What runs
                jobs:
                - uses: actions/checkout@3d3c # v7.0.1
                  id: a

                - run: |
                    a
                    b

                """)
        #expect(try Parser.parse(result, scalarsAsStrings: true) == Parser.parse(try text(node.plain), scalarsAsStrings: true))
    }

    @Test func aCommentCannotBreakItsLine() throws {
        let node = Node.mapping([Node.Pair("a", Node.string("b").commented("one\ntwo: three"))])
        #expect(try text(node) == "a: b # one two: three\n")
    }

    @Test func flowCollectionsStandOnALine() throws {
        let node: Node = ["branches": Node(.sequence(["main", "develop"])).flow, "none": [], "nothing": Node.mapping([])]
        #expect(try text(node) == "branches: [main, develop]\nnone: []\nnothing: {}\n")
    }

    @Test func longLinesAreNotFolded() throws {
        let long = String(repeating: "word ", count: 200) + "end"
        #expect(try text(["text": .string(long)]) == "text: \(long)\n")
    }

    /// Whatever the tree, reading what is written gives it back.
    @Test func randomTreesComeBack() throws {
        var random = Random(state: 42)
        for _ in 0..<2000 {
            let node = random.node(depth: 4)
            #expect(try Parser.parse(Emitter.emit(node)) == node)
        }
    }
}

/// Seeded trees of awkward values.
private struct Random {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func node(depth: Int) -> Node {
        switch next(depth > 0 ? 6 : 4) {
        case 0: return .string(text())
        case 1: return Node(.scalar(.integer(next(1000) - 500)))
        case 2: return Node(.scalar(.boolean(next(2) == 0)))
        case 3: return .string(text())
        case 4: return .sequence((0..<next(4)).map { _ in node(depth: depth - 1) })
        default:
            return .mapping((0..<next(4)).map { Node.Pair(.string("\(text())\($0)"), node(depth: depth - 1)) })
        }
    }

    mutating func text() -> String {
        let pieces = [
            "a", " ", "\n", ":", "#", "-", "'", "\"", "\t", "0", "1", "yes", "é", "🙂", "\\", "{", "}", "[", "]", ",", "&", "*", "!",
            "|", ">", "%", "@", "\u{0}", "\u{85}", "\r", "$", "  ",
        ]
        return (0..<next(8)).map { _ in pieces[next(pieces.count)] }.joined()
    }
}
