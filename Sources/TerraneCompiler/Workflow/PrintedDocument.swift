public import TerraneCore

/// The bytes of a document's file, and what stands in its way.
public struct PrintedDocument: Sendable {
    /// Empty when the document cannot be written at all.
    public let bytes: [UInt8]
    public let diagnostics: [Diagnostic]
}

extension Diagnostic {
    /// The syntax cannot hold what the document says.
    static func unwritable(_ path: String, _ problem: String, at place: SourceLocation) -> Diagnostic {
        .error("'\(path)' cannot be written: \(problem)", help: "Remove what its format cannot hold.", at: place)
    }
}
