import TerraneXML
import Testing

/// What XML cannot carry is refused, and the error says where.
struct LegalityTests {
    @Test(arguments: ["\0", "\u{1}", "\u{B}", "\u{1B}", "\u{FFFE}", "\u{FFFF}", "a\0b"])
    func aCharacterThatXMLCannotCarryIsNamed(text: String) {
        #expect(message(Element("a", [:], [.text(text)]))?.hasPrefix("<a> holds U+") == true)
        #expect(message(Element("a", ["b": text]))?.hasPrefix("the attribute 'b' of <a> holds U+") == true)
        #expect(message(Element("a", [:], [.cdata(text)]))?.hasPrefix("a CDATA section of <a> holds U+") == true)
        #expect(message(Element("a", [:], [.comment(text)]))?.hasPrefix("a comment holds U+") == true)
        #expect(message(Element("a", [text: "b"])) != nil)
        #expect(message(Element(text)) != nil)
    }

    @Test func theCharacterIsWrittenAsUnicodeDoes() {
        #expect(message(Element("a", [:], [.text("x\0")])) == "<a> holds U+0000, which XML cannot carry there")
    }

    @Test(arguments: ["", " ", "1a", "a b", "a:b:c", ":a", "a:", "-a", "a>", "a\"", "a/", "<a", "xml:x y"])
    func aNameThatIsNoneIsRefused(name: String) {
        #expect(message(Element(name)) == "'\(name)' is no XML name")
        #expect(message(Element("a", [name: "b"])) == "'\(name)' is no XML name")
    }

    @Test func aPrefixMustBeDeclared() {
        #expect(message(Element("svg:a")) == "the prefix of 'svg:a' is not declared")
        #expect(message(Element("a", ["x:b": ""])) == "the prefix of 'x:b' is not declared")
        #expect(message(Element("x:a", ["xmlns:x": "y"], [.element(Element("x:b"))])) == nil)
        #expect(
            message(Element("a", [:], [.element(Element("b", ["xmlns:x": "y"])), .element(Element("x:c"))])) != nil)
        #expect(message(Element("a", ["xml:lang": "en"])) == nil)
        #expect(message(Element("a", ["xmlns:x": ""])) != nil)
        #expect(message(Element("a", ["xmlns:xml": "y"])) != nil)
    }

    @Test func anAttributeStandsOnce() {
        #expect(message(Element("a", ["b": "1", "b": "2"])) == "<a> has the attribute 'b' twice")
        #expect(message(Element("a", ["xmlns:x": "u", "xmlns:y": "u", "x:b": "1", "y:b": "2"])) != nil)
        #expect(message(Element("a", ["xmlns": "u", "xmlns": "v"])) != nil)
        #expect(message(Element("a", ["xmlns:x": "u", "b": "1", "x:b": "2"])) == nil)
    }

    @Test(arguments: ["--", "a--b", "-", "a-", "a\r"])
    func aCommentThatWouldEndEarlyIsRefused(text: String) {
        #expect(message(Element("a", [:], [.comment(text)])) != nil)
    }

    @Test func aDocumentTypeCannotBreakOut() {
        for type in [
            Document.DocumentType("a b"), .init("a", .system("\"'")), .init("a", .system("\0")), .init("a>"),
            .init("a", publicID: "\"", systemID: ""), .init("a", publicID: "é", systemID: ""),
        ] {
            #expect(throws: XMLError.self) { try Document(Element("a"), type: type).serialized() }
        }
    }

    @Test func deepElementsAreRefusedBeforeTheyAreBuilt() {
        let deep = (0..<1_000).reduce(Element("a")) { element, _ in Element("a", [:], [.element(element)]) }
        #expect(message(deep) == "elements are nested deeper than 200")
        let legal = (0..<199).reduce(Element("a")) { element, _ in Element("a", [:], [.element(element)]) }
        #expect(message(legal) == nil)
        #expect(throws: Never.self) { try Document.parse(Document(legal).serialized()) }
    }

    private func message(_ element: Element) -> String? {
        do {
            let bytes = try Document(element).serialized(indentation: .none)
            _ = try Document.parse(bytes)
            return nil
        } catch {
            return error.message
        }
    }
}
