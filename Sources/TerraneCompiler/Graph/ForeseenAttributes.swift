import TerraneCore

/// What the attributes of resources will be, as far as references to them know beforehand: a role's ARN from its name.
struct ForeseenAttributes {
    /// For each resource that anybody knows something of, by Terraform names, in the order of first use.
    private var attributes: [Int: [Expression.Field]] = [:]

    init(of graph: ResourceGraph) {
        var found: [(Int, Expression.Field)] = []
        func visit(_ expression: Expression) {
            guard !expression.isPlain else { return }
            expression.forEachPart { part in
                guard case .reference(let reference) = part, let value = reference.foreseen,
                    let position = graph.index[reference.target]
                else { return }
                found.append((position, Expression.Field(reference.attribute.terraform, value)))
            }
        }
        for node in graph.nodes { node.forEachExpression(visit) }
        for export in graph.exports { visit(export.value) }
        for (position, field) in found where !self[position].contains(where: { $0.key == field.key }) {
            attributes[position, default: []].append(field)
        }
    }

    subscript(position: Int) -> [Expression.Field] { attributes[position, default: []] }
}
