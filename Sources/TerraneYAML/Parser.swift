/// Reads YAML into nodes, each with the mark where it stands.
///
/// Bare words are what YAML 1.2's core schema says: `on` and `012` are text and twelve, `<<` is a key like any other.
/// Aliases are replaced by what they refer to. Duplicate keys, tags outside the core schema, values that are nested too
/// deep, and texts that unfold to much more than they are (aliases of aliases) are errors. Comments are not read.
public struct Parser {
    /// How deep values may be nested.
    public static let depthLimit = 256
    /// How many nodes a text may unfold to.
    public static let nodeLimit = 1_000_000
    /// How long a text may be.
    public static let byteLimit = 64 << 20

    private init() {}

    /// The one document of a text; `null` for an empty text. A second document is an error.
    ///
    /// With `scalarsAsStrings` every scalar is the text that stands in the file.
    public static func parse(_ bytes: [UInt8], scalarsAsStrings: Bool = false) throws(YAMLError) -> Node {
        let documents = try parseAll(bytes, scalarsAsStrings: scalarsAsStrings)
        guard documents.count < 2 else {
            throw YAMLError("the text has \(documents.count) documents, not one", at: documents[1].mark)
        }
        return documents.first ?? .null
    }

    /// The one document of a text.
    public static func parse(_ text: String, scalarsAsStrings: Bool = false) throws(YAMLError) -> Node {
        try parse(Array(text.utf8), scalarsAsStrings: scalarsAsStrings)
    }

    /// All documents of a text.
    public static func parseAll(_ bytes: [UInt8], scalarsAsStrings: Bool = false) throws(YAMLError) -> [Node] {
        guard bytes.count <= byteLimit else { throw YAMLError("the text is longer than \(byteLimit) bytes") }
        var composer = Composer(readsStringsOnly: scalarsAsStrings)
        try LibYAML.parse(bytes) { (event) throws(YAMLError) in try composer.take(event) }
        return composer.documents
    }
}

extension YAMLError {
    static func tooDeep(at mark: Mark?) -> YAMLError {
        YAMLError("values are nested deeper than \(Parser.depthLimit)", at: mark)
    }
}
