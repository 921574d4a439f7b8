import Foundation
import Testing

@testable import TerraneSchemas

/// Every row that stands in the source of a resource has a Terraform name that its type has somewhere, whether a test
/// reaches it or not. Tests of resources say more: that it stands at the right place.
@Suite struct RowNameTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// Parts of a JSON document: their rows are members of a text.
    private static let documents: Set = ["ContainerDefinition.swift", "ContainerOptions.swift"]

    private static let folders: [URL] = ["TerraneAWS", "TerraneAtlas", "TerraneDatadog"].flatMap { module in
        let top = sources.appendingPathComponent("\(module)/Resources")
        let inner =
            (try? FileManager.default.contentsOfDirectory(at: top, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
        return [top] + inner.filter(\.hasDirectoryPath)
    }

    @Test(arguments: folders)
    func theNamesOfRowsAreNamesOfTheirType(_ folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" && !Self.documents.contains($0.lastPathComponent) }
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        let ofFolder = Set(texts.flatMap(Self.types))
        for (file, text) in zip(files, texts) {
            let types = Set(Self.types(in: text))
            let known = (types.isEmpty ? ofFolder : types).reduce(into: Set<String>()) {
                $0.formUnion(Self.names(of: $1))
            }
            for name in Self.rows(in: text) {
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
                #expect(!Self.names(of: type).isEmpty, "\(type)")
            }
        }
        #expect(count > 90)
    }

    private static func types(in text: String) -> [String] {
        text.matches(of: /terraform: (?:\.type\(|\.ephemeral\()?"((?:aws|mongodbatlas|datadog)_[a-z0-9_]+)"/).map {
            String($0.1)
        }
    }

    private static func rows(in text: String) -> Set<String> {
        let calls = text.matches(of: /\b(?:row|nested|repeated|marker|document|terraformOnly)\(\s*"([^"\\]*)"/)
        return Set(calls.flatMap { $0.1.split(separator: "/").map(String.init) })
    }

    /// All names of a type, at whatever depth.
    private static func names(of type: String) -> Set<String> {
        var names: Set<String> = []
        for kind in [TerraformSchema.Kind.resource, .ephemeral] {
            if let block = TerraformSchema.of(type, as: kind)?.block { add(block, to: &names) }
        }
        return names
    }

    private static func add(_ block: TerraformSchema.Block, to names: inout Set<String>) {
        add(block.attributes, to: &names)
        for (name, nested) in block.blocks {
            names.insert(name)
            add(nested.block, to: &names)
        }
    }

    private static func add(_ attributes: [String: TerraformSchema.Attribute], to names: inout Set<String>) {
        for (name, attribute) in attributes {
            names.insert(name)
            var type = attribute.type
            while true {
                switch type {
                case .list(let element), .set(let element), .map(let element):
                    type = element
                    continue
                case .object(let fields, _): add(fields, to: &names)
                default: break
                }
                break
            }
        }
    }
}
