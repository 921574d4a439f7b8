/// What a document must keep to, so that what is printed is well-formed and comes back the same
/// ("Extensible Markup Language 1.0", "Namespaces in XML 1.0").
enum Legality {
    static func check(_ document: Document) throws(XMLError) {
        if let type = document.type { try check(type) }
        if let comment = document.comment { try check(comment: " \(comment) ") }
        try check(document.root, Scope(), depth: 0)
    }

    private static func check(_ element: Element, _ outer: Scope, depth: Int) throws(XMLError) {
        guard depth < Document.depthLimit else {
            throw XMLError("elements are nested deeper than \(Document.depthLimit)")
        }
        try check(name: element.name)
        let scope = try outer.extended(by: element)
        try scope.check(element)
        for attribute in element.attributes {
            try check(text: attribute.value, in: "the attribute '\(attribute.name)' of <\(element.name)>")
        }
        for child in element.children { try check(child, of: element, scope, depth: depth) }
    }

    private static func check(
        _ child: Element.Node, of element: Element, _ scope: Scope, depth: Int
    ) throws(XMLError) {
        switch child {
        case .element(let inner): try check(inner, scope, depth: depth + 1)
        case .text(let text): try check(text: text, in: "<\(element.name)>")
        case .comment(let text): try check(comment: text)
        case .cdata(let text): try check(verbatim: text, in: "a CDATA section of <\(element.name)>")
        }
    }

    static func check(_ type: Document.DocumentType) throws(XMLError) {
        try check(name: type.name)
        if let identifier = type.publicID, !identifier.utf8.allSatisfy(isPublicIDCharacter) {
            throw XMLError("the public identifier of the document type holds a character that XML does not allow there")
        }
        guard let address = type.systemID else { return }
        try check(verbatim: address, in: "the system identifier of the document type")
        if address.utf8.contains(UInt8(ascii: "\"")), address.utf8.contains(UInt8(ascii: "'")) {
            throw XMLError(
                "the system identifier of the document type holds both kinds of quotes, which XML cannot carry")
        }
    }
}

// MARK: - Names

extension Legality {
    /// One prefix at most.
    static func check(name: String) throws(XMLError) {
        if !QualifiedName.isLegal(name) { throw XMLError("'\(printable(name))' is no XML name") }
    }

    private static func isPublicIDCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: " \n-'()+,./:=?;!*#@$_%".utf8.contains(byte)
        }
    }

    private static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isLegal($0) && $0.value >= 0x20 ? $0 : "\u{FFFD}" }))
    }
}

// MARK: - Texts

extension Legality {
    /// The first character of a text that XML has no way to write.
    static func firstIllegal(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { !isLegal($0) }
    }

    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private static func check(text: String, in place: @autoclosure () -> String) throws(XMLError) {
        if let scalar = firstIllegal(in: text) { throw .uncarriable(scalar, in: place()) }
    }

    /// Where nothing can be escaped a carriage return is lost as well.
    private static func check(verbatim text: String, in place: @autoclosure () -> String) throws(XMLError) {
        try check(text: text, in: place())
        if text.unicodeScalars.contains("\r") { throw .uncarriable("\r", in: place()) }
    }

    private static func check(comment: String) throws(XMLError) {
        try check(verbatim: comment, in: "a comment")
        // By bytes: to Swift a hyphen with an accent behind it is another character.
        let hyphen = UInt8(ascii: "-")
        if zip(comment.utf8, comment.utf8.dropFirst()).contains(where: { $0 == (hyphen, hyphen) })
            || comment.utf8.last == hyphen
        {
            throw XMLError("a comment holds '--' or ends in '-', which XML cannot carry")
        }
    }
}

extension XMLError {
    fileprivate static func uncarriable(_ scalar: Unicode.Scalar, in place: String) -> XMLError {
        XMLError("\(place) holds U+\(hexadecimal(scalar)), which XML cannot carry there")
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
