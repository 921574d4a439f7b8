extension Document {
    /// The document as UTF-8 text that browsers read as HTML and everybody else as XML, to the same tree ("Polyglot Markup: A
    /// robust profile of the HTML5 vocabulary", W3C).
    ///
    /// The root is `html`. What stands in `script` and `style` HTML reads letter by letter and XML does not, so that the three
    /// marks that they disagree about, `<`, `>` and `&`, are errors there; but not in pictures, which HTML reads as XML does.
    public func serializedForBrowsers() throws(XMLError) -> [UInt8] {
        try Legality.check(self)
        try Document.checkVerbatim(root)
        var page = self
        page.type = DocumentType("html")
        return try LibXML2.serialize(page, as: .page)
    }

    private static func checkVerbatim(_ element: Element) throws(XMLError) {
        if element.name == "svg" { return }
        let isVerbatim = element.name == "script" || element.name == "style"
        if isVerbatim, element.text.utf8.contains(where: { "<>&".utf8.contains($0) }) || !element.elements.isEmpty {
            throw XMLError("<\(element.name)> holds '<', '>' or '&', which HTML and XML read differently there")
        }
        for inner in element.elements { try checkVerbatim(inner) }
    }
}
