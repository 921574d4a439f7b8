/// The list of files that Terrane wrote below an output folder, so that it never removes anybody else's.
public struct Manifest: Hashable, Sendable {
    public static let fileName = ".terrane-manifest.json"
    static let formatVersion = 1

    /// Paths below the output folder, sorted.
    public let paths: [String]

    public init(_ paths: some Sequence<String>) {
        self.paths = Set(paths).sorted()
    }

    /// The manifest as it stands in the output folder.
    public var contents: [UInt8] {
        JSONPrinter.document(
            .object([
                "formatVersion": .integer(Manifest.formatVersion),
                "files": .array(paths.map { .string($0) }),
            ]))
    }
}
