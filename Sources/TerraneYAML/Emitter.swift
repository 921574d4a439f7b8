/// Writes YAML as a person would: block style, the quietest safe style for each scalar, comments where they belong.
public struct Emitter {
    private init() {}

    /// A document, after a comment at its head if one is given.
    public static func emit(_ node: Node, header: String? = nil) throws(YAMLError) -> [UInt8] {
        var bytes = try LibYAML.emit(node)
        if node.hasTrivia {
            let lines = try TriviaLines(of: node, in: bytes)
            bytes = lines.inserted(into: bytes)
        }
        guard let header else { return bytes }
        return Array(Emitter.comment(header).utf8) + bytes
    }

    /// Lines of a comment.
    static func comment(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    }
}

extension Node {
    var hasTrivia: Bool {
        if comment != nil || !leading.isEmpty { return true }
        switch content {
        case .scalar: return false
        case .sequence(let items): return items.contains { $0.hasTrivia }
        case .mapping(let pairs): return pairs.contains { $0.key.hasTrivia || $0.value.hasTrivia }
        }
    }
}
