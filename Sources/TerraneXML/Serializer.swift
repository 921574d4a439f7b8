extension Document {
    /// The document as UTF-8 text. Indenting adds white space between elements; leave it out where that has a meaning.
    public func serialized(isIndented: Bool = true) throws(XMLError) -> [UInt8] {
        try Legality.check(root)
        if let comment { try Legality.check(comment: " \(comment) ") }
        return try LibXML2.serialize(self, isIndented: isIndented)
    }

    /// Reads a document. Nothing is fetched and no entity is expanded.
    public static func parse(_ bytes: [UInt8]) throws(XMLError) -> Document {
        try LibXML2.parse(bytes)
    }

    /// Reads a document.
    public static func parse(_ text: String) throws(XMLError) -> Document {
        try parse(Array(text.utf8))
    }
}
