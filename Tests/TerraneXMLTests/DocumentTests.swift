import TerraneXML
import Testing

@Suite struct DocumentTests {
    private func text(_ document: Document) throws -> String {
        String(decoding: try document.serialized(), as: UTF8.self)
    }

    @Test func anElementIsWrittenWithItsAttributesInOrder() throws {
        let picture = Element(
            "svg", ["xmlns": "http://www.w3.org/2000/svg", "width": "1", "height": "2"],
            [.comment(" a "), .element(Element("text", ["x": "<&>\"'"], [.text("a < b & c > d")]))])
        #expect(
            try text(Document(picture)) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="1" height="2">
                  <!-- a -->
                  <text x="&lt;&amp;&gt;&quot;'">a &lt; b &amp; c &gt; d</text>
                </svg>

                """)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let element = Element(
            "a", ["k": "v\n\t\"'<>&é🙂"], [.text("x"), .element(Element("b:c", ["xmlns:b": "urn:b"])), .text("]]> 日本")])
        let read = try Document.parse(Document(element).serialized(isIndented: false)).root
        #expect(read == element)
    }

    @Test(arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{FFFE}", "\u{FFFF}"])
    func charactersThatXMLCannotCarryAreRefusedWithTheirPlace(text: String) {
        let inText = #expect(throws: XMLError.self) { try Document(Element("a", [:], [.text(text)])).serialized() }
        #expect(inText?.message.hasPrefix("<a> holds U+") == true)
        let inAttribute = #expect(throws: XMLError.self) { try Document(Element("a", ["b": text])).serialized() }
        #expect(inAttribute?.message.hasPrefix("the attribute 'b' of <a> holds U+") == true)
    }

    @Test(arguments: ["", "1a", "a b", "a:b:c", "<", "a>", ":a", "a:"])
    func namesThatAreNoneAreRefused(name: String) {
        #expect(throws: XMLError.self) { try Document(Element(name)).serialized() }
        #expect(throws: XMLError.self) { try Document(Element("a", [.init(name, "v")])).serialized() }
    }

    @Test func commentsThatEndTooEarlyAreRefused() {
        #expect(throws: XMLError.self) { try Document(Element("a", [:], [.comment("a -- b")])).serialized() }
        #expect(throws: XMLError.self) { try Document(Element("a", [:], [.comment("a-")])).serialized() }
    }

    @Test(arguments: [("<a>", 1), ("<a>\n<b></a>", 2), ("", 1), ("<a/><b/>", 1), ("<a>&nope;</a>", 1), ("<a b='1' b='2'/>", 1)])
    func errorsSayWhere(text: String, line: Int) {
        let error = #expect(throws: XMLError.self) { try Document.parse(text) }
        #expect(error?.line == line, "\(String(describing: error))")
    }

    @Test func noFileIsReadAndNoEntityUnfolded() {
        let external = #"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>"#
        #expect(throws: XMLError.self) { try Document.parse(external) }
        let bomb = "<!DOCTYPE a [<!ENTITY e0 \"x\">"
            + (1...20).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined() + "]><a>&e20;</a>"
        #expect(throws: XMLError.self) { try Document.parse(bomb) }
    }

    @Test func deepNestingIsRefused() {
        let text = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
        #expect(throws: XMLError.self) { try Document.parse(text) }
        let tower = (0..<500).reduce(Element("a")) { inner, _ in Element("a", [:], [.element(inner)]) }
        #expect(throws: XMLError.self) { try Document(tower).serialized() }
    }

    @Test func hostileBytesDoNoHarm() {
        var state: UInt64 = 1
        for _ in 0..<5000 {
            var bytes = Array("<a b='".utf8)
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(UInt8(truncatingIfNeeded: state >> 40))
            }
            _ = try? Document.parse(bytes)
        }
    }
}
