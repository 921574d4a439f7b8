import TerraneYAML
import Testing

struct CommentTests {
    @Test func aCommentStandsBehindItsValue() throws {
        #expect(try printed(["a": Node.string("b").commented("c"), "d": ["e"]]) == "a: b # c\nd:\n- e\n")
        #expect(try printed([Node.string("#").commented("c")]) == "- '#' # c\n")
    }

    @Test func aCommentOnABlockStandsBehindWhatOpensIt() throws {
        #expect(try printed(["a": Node.string("b\nc\n").commented("d")]) == "a: | # d\n  b\n  c\n")
        #expect(try printed(["a": (["b"] as Node).commented("d")]) == "a: # d\n- b\n")
        #expect(try printed([(["b": "c"] as Node).commented("d")]) == "# d\n- b: c\n")
        #expect(try printed(["a": Node.sequence(["b"]).flow.commented("d")]) == "a: [b] # d\n")
    }

    @Test func commentsOfAKeyAndItsValueShareTheLine() throws {
        #expect(try printed([Node.string("a").commented("x"): Node.string("b").commented("y")]) == "a: b # x y\n")
    }

    @Test func linesBeforeAnItemAreIndentedAsItIs() throws {
        let node: Node = ["a": ["b": "c", Node.string("d").preceded(by: "", "x", "", "y"): "e"]]
        #expect(try printed(node) == "a:\n  b: c\n\n  # x\n\n  # y\n  d: e\n")
    }

    @Test func commentsInsideAFlowCollectionOpenItUp() throws {
        #expect(try printed(["a": Node.sequence(["b", Node.string("c").commented("d")]).flow]) == "a:\n- b\n- c # d\n")
    }

    @Test func aBlankLineIsNotAddedToAScalarThatWouldTakeIt() throws {
        let node: Node = ["a": "b\n\n", Node.string("c").preceded(by: "", "x", ""): "d"]
        #expect(try printed(node) == "a: |+\n  b\n\n# x\n\nc: d\n")
    }

    @Test(arguments: ["a\nb", "a\r\nb: c", "a\u{85}b", "a\u{2028}b", "a\0b", "\u{FEFF}", "\u{1B}[0m", "# x", "", "  "])
    func aCommentCannotLeaveItsLine(text: String) throws {
        let node: Node = [Node.string("a").preceded(by: text): Node.string("b").commented(text)]
        let bytes = try Emitter.emit(node, header: text)
        #expect(try Parser.parse(bytes) == ["a": "b"])
    }

    @Test func aHeaderMayHaveSeveralLines() throws {
        #expect(try printed("a", header: "one\r\n\ntwo") == "# one\n#\n# two\na\n")
    }
}
