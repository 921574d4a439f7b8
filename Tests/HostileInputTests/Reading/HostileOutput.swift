import TerraneCompiler

@testable import HostileStacks

/// The output of one stack, each file read once.
struct HostileOutput {
    private var files: [String: Result<Tree, any Error>] = [:]

    init(_ artifacts: [Artifact]) {
        let variables = artifacts.first { $0.path.hasSuffix("/variables.tf") }
        let parameters = variables.flatMap { try? Tree(hcl: $0.contents, variables: .object([])) } ?? .object([])
        for artifact in artifacts {
            files[artifact.path] = Result { try HostileOutput.read(artifact, parameters) }
        }
    }

    private static func read(_ artifact: Artifact, _ variables: Tree) throws -> Tree {
        switch artifact.path.split(separator: ".").last {
        case "tf": try Tree(hcl: artifact.contents, variables: variables)
        case "yaml", "yml": try Tree(yaml: artifact.contents)
        case "plist": try Tree(propertyList: artifact.contents)
        case "sh": try Tree(script: artifact.contents)
        default:
            artifact.path.hasSuffix(".template.json")
                ? try Tree(template: artifact.contents) : try Tree(json: artifact.contents)
        }
    }

    /// Why something is not found as it should be; nil when it is.
    func problem(with expected: Expected) -> String? {
        switch files[expected.file] {
        case nil: return "there is no \(expected.file)"
        case .failure(let error): return "\(expected.file) cannot be read: \(error)"
        case .success(let tree):
            guard let found = tree[expected.path] else { return "\(expected.file) has nothing at \(expected.path)" }
            return isEqual(found, expected)
                ? nil : "\(expected.file) has at \(expected.path): \(shown(found)), not \(shown(expected.value))"
        }
    }

    private func shown(_ value: Any) -> String { String("\(value)".prefix(400)) }

    private func isEqual(_ found: Tree, _ expected: Expected) -> Bool {
        switch (found, expected.value) {
        case (.text(let text), .text(let wanted)): return expected.reader.read(text).isSameBytes(as: wanted)
        case (.text(let json), .object):
            return (try? Tree(json: Array(json.utf8))).map { isEqual($0, expected) } ?? false
        case (.object(let pairs), .object(let wanted)):
            return pairs.count == wanted.count
                && wanted.allSatisfy { pair in found[[.key(pair.key)]]?.text?.isSameBytes(as: pair.text) ?? false }
        default: return false
        }
    }
}

extension Expected.Reader {
    /// What the reader takes a text of the file for.
    func read(_ text: String) -> String {
        switch self {
        case .plain: text
        case .compose: text.replacing(bytes: "$$", with: "$")
        case .github: Expected.Reader.computed(text)
        }
    }

    /// With each `${{ '…' }}` worked out. What GitHub would compute otherwise becomes a text that is expected nowhere.
    private static func computed(_ text: String) -> String {
        var (rest, made) = (Array(text.utf8)[...], [UInt8]())
        while let byte = rest.first {
            if rest.starts(with: "${{ '${{' }}".utf8) {
                made += "${{".utf8
                rest = rest.dropFirst("${{ '${{' }}".utf8.count)
            } else if rest.starts(with: "${{".utf8) {
                return "<an expression: \(text)>"
            } else {
                made.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: made, as: UTF8.self)
    }
}
