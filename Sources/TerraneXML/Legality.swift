/// What XML 1.0 can carry ("Characters", "Names", Extensible Markup Language 1.0).
enum Legality {
    /// The first character of a text that XML has no way to write.
    static func firstIllegal(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: false
            default: true
            }
        }
    }

    static func check(text: String, in place: @autoclosure () -> String) throws(XMLError) {
        if let scalar = firstIllegal(in: text) {
            throw XMLError(
                "\(place()) holds U+\(String(scalar.value, radix: 16, uppercase: true)), which XML cannot carry")
        }
    }

    /// Names of elements and attributes, as far as this library writes them: ASCII, with one prefix at most.
    static func check(name: String) throws(XMLError) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy(isName) else { throw XMLError("'\(name)' is no XML name") }
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    /// Checks a whole element before anything is built from it.
    static func check(_ element: Element, depth: Int = 0) throws(XMLError) {
        guard depth < LibXML2.depthLimit else {
            throw XMLError("elements are nested deeper than \(LibXML2.depthLimit)")
        }
        try check(name: element.name)
        for attribute in element.attributes {
            try check(name: attribute.name)
            try check(text: attribute.value, in: "the attribute '\(attribute.name)' of <\(element.name)>")
        }
        for child in element.children {
            switch child {
            case .element(let inner): try check(inner, depth: depth + 1)
            case .text(let text): try check(text: text, in: "<\(element.name)>")
            case .comment(let text): try check(comment: text)
            }
        }
    }

    static func check(comment: String) throws(XMLError) {
        try check(text: comment, in: "a comment")
        if comment.contains("--") || comment.hasSuffix("-") {
            throw XMLError("a comment holds '--' or ends in '-', which XML cannot carry")
        }
    }
}
