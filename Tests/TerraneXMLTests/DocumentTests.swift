import TerraneXML
import Testing

struct DocumentTests {
    private let picture = Document(
        Element(
            "svg",
            ["xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink", "width": "10"],
            [
                .comment(" a "),
                .element(Element("a", ["xlink:href": "#b?x=1&y=\"2\""], [.element(Element("rect"))])),
                .element(Element("text", [:], [.text("a < b & c"), .element(Element("tspan", [:], [.text("d")]))])),
                .element(Element("style", [:], [.cdata("a > b { c: '&' }")])),
            ]),
        comment: "Generated.")

    @Test func aDocumentIsPrintedWithIndents() throws {
        #expect(
            try text(picture.serialized()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- Generated. -->
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10">
                  <!-- a -->
                  <a xlink:href="#b?x=1&amp;y=&quot;2&quot;">
                    <rect/>
                  </a>
                  <text>a &lt; b &amp; c<tspan>d</tspan></text>
                  <style><![CDATA[a > b { c: '&' }]]></style>
                </svg>

                """)
    }

    @Test func indentsMayBeTabsOrNothing() throws {
        let document = Document(Element("a", [:], [.element(Element("b", [:], [.element(Element("c"))]))]))
        #expect(
            try text(document.serialized(indentation: .tab, hasDeclaration: false))
                == "<a>\n\t<b>\n\t\t<c/>\n\t</b>\n</a>\n")
        #expect(try text(document.serialized(indentation: .none, hasDeclaration: false)) == "<a><b><c/></b></a>\n")
    }

    @Test func whatIsPrintedComesBack() throws {
        #expect(try Document.parse(picture.serialized(indentation: .none)) == picture)
    }

    @Test func aDocumentTypeComesBack() throws {
        for type in [
            Document.DocumentType.propertyList, .init("plist"), .init("plist", .system("a'b")),
            .init("plist", .system("a\"b")),
        ] {
            let document = Document(Element("plist"), type: type)
            #expect(try Document.parse(document.serialized()) == document)
        }
    }

    @Test func linesAreKnownAfterReading() throws {
        let root = try Document.parse("<a>\n\n<b/></a>").root
        #expect(root.line == 1)
        #expect(root.elements.first?.line == 3)
    }

    @Test func theFiveEntitiesAndCharacterReferencesAreRead() throws {
        #expect(
            try Document.parse("<a b='&lt;&#65;'>&amp;&gt;&quot;&apos;&#x1F680;</a>").root
                == Element("a", ["b": "<A"], [.text("&>\"'🚀")]))
    }

    @Test(arguments: 0..<50)
    func aRandomTreeComesBack(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<40 {
            let document = Document(Element.random(&dice))
            #expect(try Document.parse(document.serialized(indentation: .none)) == document)
            let bytes = try document.serialized()
            #expect(try Document.parse(bytes).serialized(indentation: .none) == bytes)
        }
    }

    @Test(.enabled(if: XMLLint.isInstalled, "xmllint is not installed: the cross-check is left out"))
    func xmllintFindsTheTextWellFormed() throws {
        var dice = Dice(seed: 3)
        let elements = (0..<300).map { _ in Element.Node.element(Element.random(&dice)) }
        #expect(try XMLLint.complaints(Document(Element("all", [:], elements)).serialized()) == "")
        #expect(try XMLLint.complaints(picture.serialized()) == "")
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
