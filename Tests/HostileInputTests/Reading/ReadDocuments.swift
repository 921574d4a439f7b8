import Foundation
import TerraneXML
import TerraneYAML

extension Tree {
    init(yaml bytes: [UInt8]) throws {
        self.init(try Parser.parse(bytes))
    }

    private init(_ node: Node) {
        switch node.content {
        case .scalar(.string(let text)): self = .text(text)
        case .scalar(let scalar): self = .other("\(scalar)")
        case .sequence(let items): self = .list(items.map { Tree($0) })
        case .mapping(let pairs):
            self = .object(
                pairs.compactMap { pair in
                    guard case .scalar(.string(let key)) = pair.key.content else { return nil }
                    return (key, Tree(pair.value))
                })
        }
    }

    init(propertyList bytes: [UInt8]) throws {
        self.init(try PropertyList.parse(bytes))
    }

    private init(_ list: PropertyList) {
        switch list {
        case .string(let text): self = .text(text)
        case .array(let items): self = .list(items.map { Tree($0) })
        case .dictionary(let entries): self = .object(entries.map { ($0.key, Tree($0.value)) })
        default: self = .other("\(list)")
        }
    }

    /// A script of `HostileDocuments`, run by Bash in an environment that holds nothing: what it prints, divided at NUL.
    init(script bytes: [UInt8]) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("terrane-\(UUID().uuidString).sh")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["bash", file.path, "--environment", "staging"]
        process.environment = ["PATH": "/usr/bin:/bin"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let parts = [UInt8](printed).split(separator: 0, omittingEmptySubsequences: false).dropLast()
        self = .list(parts.map { .text(String(decoding: $0, as: UTF8.self)) })
    }
}
