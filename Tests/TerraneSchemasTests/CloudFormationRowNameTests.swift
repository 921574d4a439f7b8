import Foundation
import Testing

@testable import TerraneSchemas

/// Every row that stands in the source of a resource has a CloudFormation name that its type has somewhere, whether a test
/// reaches it or not. Tests of resources say more: that it stands at the right place.
@Suite struct CloudFormationRowNameTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// Keys of objects that may have any.
    private static let keys: Set = ["TagKeyValue"]

    private static let folders: [URL] = ["TerraneAWS", "TerraneAtlas", "TerraneDatadog"].flatMap { module in
        let top = sources.appendingPathComponent("\(module)/Resources")
        let inner =
            (try? FileManager.default.contentsOfDirectory(at: top, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
        return [top] + inner.filter(\.hasDirectoryPath)
    }

    @Test(arguments: folders)
    func theNamesOfRowsAreNamesOfTheirType(_ folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        let ofFolder = Set(texts.flatMap(Self.types))
        for (file, text) in zip(files, texts) {
            let types = Set(Self.types(in: text))
            let known = (types.isEmpty ? ofFolder : types).reduce(into: Set<String>()) {
                $0.formUnion(Self.names(of: $1))
            }
            for name in Self.rows(in: text).subtracting(Self.keys) {
                #expect(known.contains(name), "\(file.lastPathComponent): '\(name)' is in none of \(types.sorted())")
            }
        }
    }

    @Test func everyTypeExists() throws {
        let enumerator = try #require(FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in enumerator where file.pathExtension == "swift" && file.path.contains("/Resources/")
        {
            for type in Self.types(in: try String(contentsOf: file, encoding: .utf8)) {
                count += 1
                #expect(CloudFormationSchemas.schema(of: type, in: "us-east-1") != nil, "\(type)")
            }
        }
        #expect(count > 80)
    }

    private static func types(in text: String) -> [String] {
        text.matches(
            of: /(?:cloudFormation: (?:\.type\()?|part\(of: )"((?:AWS|MongoDB|Datadog)::[A-Za-z0-9]+::[A-Za-z0-9]+)"/
        )
        .map { String($0.1) }
    }

    private static func rows(in text: String) -> Set<String> {
        let both = text.matches(of: /\b(?:row|nested|repeated|marker|document)\(\s*"[^"\\]*",\s*"([^"\\]*)"/).map(\.1)
        let one = text.matches(of: /\bcloudFormationOnly\(\s*"([^"\\]*)"/).map(\.1)
        return Set((both + one).flatMap { $0.split(separator: "/").map(String.init) })
    }

    /// All names of a type, at whatever depth.
    private static func names(of type: String) -> Set<String> {
        guard let schema = CloudFormationSchemas.schema(of: type, in: "us-east-1") else { return [] }
        var names: Set<String> = []
        for node in [schema.properties] + schema.definitions.values {
            node.forEachNode { names.formUnion($0.members.keys) }
        }
        return names
    }
}
