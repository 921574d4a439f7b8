/// Writes YAML as a person would: block style, the quietest safe style for each scalar, comments where they belong.
public struct Emitter {
    private init() {}

    /// A document, after a comment at its head if one is given.
    ///
    /// Whatever comes back has been read again and found to be the same value. With `indentsSequences` the dashes of a
    /// sequence stand further in than the key they belong to.
    public static func emit(
        _ node: Node, header: String? = nil, indentsSequences: Bool = false
    ) throws(YAMLError) -> [UInt8] {
        let standIns = StandIns(for: node)
        var bytes = standIns.removed(from: try LibYAML.emit(node, standIns))
        if indentsSequences || node.hasTrivia {
            bytes = try Layout(of: node, in: bytes, indentsSequences: indentsSequences).applied(to: bytes)
        }
        guard try Parser.parse(bytes, scalarsAsStrings: true).says(node) else {
            throw YAMLError("the value does not come back from its printed form")
        }
        return header.map { Comment.header($0) + bytes } ?? bytes
    }
}

extension Node {
    /// Whether what was read, scalars as strings, is what was to be written.
    fileprivate func says(_ wanted: Node) -> Bool {
        switch (content, wanted.content) {
        case (.scalar(.string(let text)), .scalar(let scalar)):
            // Not `==`, which takes canonically equivalent texts for the same.
            return text.utf8.elementsEqual(scalar.text.utf8)
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
        case (.mapping(let left), .mapping(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.key.says($1.key) && $0.value.says($1.value) }
        default: return false
        }
    }
}
