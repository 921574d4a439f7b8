/// An XML document: a root element, and a document type if it declares one.
public struct Document: Hashable, Sendable {
    /// How deep elements may be nested.
    public static let depthLimit = 200
    /// How long a text may be.
    public static let byteLimit = 64 << 20

    public var type: DocumentType?
    /// A comment before the root.
    public var comment: String?
    public var root: Element

    public init(_ root: Element, type: DocumentType? = nil, comment: String? = nil) {
        self.root = root
        self.type = type
        self.comment = comment
    }
}

extension Document {
    /// The document as UTF-8 text.
    ///
    /// Indenting adds white space between elements, though never where there is text beside them.
    public func serialized(
        indentation: Indentation = .spaces(2), hasDeclaration: Bool = true
    ) throws(XMLError) -> [UInt8] {
        try Legality.check(self)
        var document = self
        document.root = indentation.applied(to: root, depth: 0)
        return try LibXML2.serialize(document, as: .document(hasDeclaration: hasDeclaration))
    }

    /// Reads a document.
    ///
    /// Nothing is fetched, no entity but XML's own five is expanded, and declarations inside the document type are
    /// errors. White space is kept. Processing instructions, and comments behind the root, are not.
    public static func parse(_ bytes: [UInt8]) throws(XMLError) -> Document {
        guard bytes.count <= byteLimit else { throw XMLError("the text is longer than \(byteLimit) bytes") }
        let document = try LibXML2.parse(bytes)
        // libxml2 reads more than can be written again: a name of two colons, a carriage return in an identifier.
        if let type = document.type { try Legality.check(type) }
        return document
    }

    /// Reads a document.
    public static func parse(_ text: String) throws(XMLError) -> Document {
        try parse(Array(text.utf8))
    }
}
