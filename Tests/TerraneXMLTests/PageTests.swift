import TerraneXML
import Testing

/// Documents that browsers read as HTML, and everybody else as XML.
struct PageTests {
    private func page(_ body: Element.Node...) -> Document {
        Document(Element("html", ["lang": "en"], [.element(Element("body", [:], body))]))
    }

    private func text(_ document: Document) throws -> String {
        String(decoding: try document.serializedForBrowsers(), as: UTF8.self)
    }

    @Test func aPageBeginsWithTheDocumentTypeAndNothingElse() throws {
        #expect(try text(page()).hasPrefix("<!DOCTYPE html>\n<html "))
    }

    @Test func anEmptyElementIsClosedUnlessHTMLKnowsItAsEmpty() throws {
        let text = try text(page(.element(Element("td")), .element(Element("br")), .element(Element("script"))))
        #expect(text.contains("<td></td><br /><script></script>"))
    }

    @Test func textIsEscaped() throws {
        let text = try text(page(.text("</script><img onerror=x> & \"")))
        #expect(text.contains("&lt;/script&gt;&lt;img onerror=x&gt; &amp; \""))
    }

    @Test func aPictureInsideKeepsItsNamespace() throws {
        let picture = Element(
            "svg", ["xmlns": "http://www.w3.org/2000/svg"], [.element(Element("path", ["d": "M0 0"]))])
        #expect(
            try text(page(.element(picture))).contains("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\""))
    }

    @Test func theStyleOfAPictureMayHoldMarksThatHTMLReadsAsXMLDoes() throws {
        let picture = Element("svg", ["xmlns": "http://www.w3.org/2000/svg"], [.element(Element("style", [:], [.text("g > a {}")]))])
        #expect(try text(page(.element(picture))).contains("<style>g &gt; a {}</style>"))
    }

    @Test func aPageIsReadBackAsXML() throws {
        let text = try text(page(.element(Element("p", ["title": "a\"b"], [.text("< & >")]))))
        let paragraph = try #require(try Document.parse(text).root.elements.first?.elements.first)
        #expect(paragraph["title"] == "a\"b")
        #expect(paragraph.text == "< & >")
    }

    @Test(arguments: ["a < b", "a > b", "a & b", "</script>"])
    func whatHTMLAndXMLReadDifferentlyInAScriptIsRefused(text: String) {
        for name in ["script", "style"] {
            #expect(throws: XMLError.self) {
                try page(.element(Element(name, [:], [.text(text)]))).serializedForBrowsers()
            }
        }
        #expect(throws: Never.self) {
            try page(.element(Element("script", [:], [.text("a = 'b'; /* \"c\" */")]))).serializedForBrowsers()
        }
    }
}
