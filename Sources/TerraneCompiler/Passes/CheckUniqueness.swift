import TerraneCore

/// Checks what AWS lets no two resources of a type have in common: two rules of one listener, their priority.
func checkUniqueness(_ graph: ResourceGraph) -> [Diagnostic] {
    var first: [UniqueKey: ResourceNode] = [:]
    var diagnostics: [Diagnostic] = []
    for node in graph.nodes {
        guard let key = UniqueKey(of: node) else { continue }
        if let other = first[key] {
            diagnostics.append(.notUnique(node, other, key))
        } else {
            first[key] = node
        }
    }
    return diagnostics
}

/// The values that tell a resource from the others of its type.
private struct UniqueKey: Hashable {
    let type: ResourceType
    let region: Region
    let values: [Expression]

    /// Nil for a type that knows no such thing, and where a value is left out.
    init?(of node: ResourceNode) {
        let names = node.type.uniqueTogether
        let values = names.compactMap { name in
            node.properties.rows.first { $0.terraform == name }?.content.plainValue?.identity
        }
        guard !names.isEmpty, values.count == names.count else { return nil }
        type = node.type
        region = node.region
        self.values = values
    }
}

extension Row.Content {
    fileprivate var plainValue: Expression? {
        if case .value(let value) = self, !value.isNull { value } else { nil }
    }
}

extension Expression {
    /// The same for two references to one attribute, wherever they were written.
    fileprivate var identity: Expression {
        guard case .reference(let reference) = forTerraform else { return forTerraform }
        return .list([.string(reference.target.path), .string(reference.attribute.terraform)])
    }
}

extension Diagnostic {
    fileprivate static func notUnique(_ node: ResourceNode, _ other: ResourceNode, _ key: UniqueKey) -> Diagnostic {
        let what = node.type.uniqueTogether.last ?? ""
        let value = key.values.last.map(\.shown) ?? ""
        return .error(
            "'\(node.name)' has the \(what) \(value), which '\(other.name)' has already",
            help: "AWS takes it once: give one of the two another.", at: node.source,
            notes: [Note("the other is declared here", at: other.source)])
    }
}

extension Expression {
    fileprivate var shown: String {
        switch self {
        case .integer(let number): String(number)
        default: text.map { "'\($0)'" } ?? ""
        }
    }
}
