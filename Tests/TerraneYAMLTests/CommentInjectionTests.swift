import TerraneYAML
import Testing

/// Comments are free text: whatever they hold, the document beside them stays the same.
struct CommentInjectionTests {
    @Test(arguments: Texts.all)
    func noCommentChangesTheDocument(text: String) throws {
        let node: Node = [
            Node.string("a").preceded(by: "\(text)b: c", ""): Node.string("d").commented("\(text)e: f"),
            "list": .sequence([Node.string("g").preceded(by: "\(text)- h").commented("\(text)- i"), "j"]),
            "script": Node.string("echo # k\n").preceded(by: text).commented(text),
        ]
        #expect(try Parser.parse(Emitter.emit(node, header: "\(text)l: m")) == node.unadorned)
        #expect(try Parser.parse(Emitter.emit(node, header: text, indentsSequences: true)) == node.unadorned)
    }

    @Test(arguments: Texts.all)
    func aPrintedDocumentHasLineBreaksOfOneKind(text: String) throws {
        let bytes = try Emitter.emit(["k": Node.string(text).commented(text)], header: text)
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(!bytes.contains(UInt8(ascii: "\r")))
        #expect(!bytes.contains(0))
    }
}
