import TerraneCore

extension ResourceGraph {
    /// The positions of the resources that a name stands for: itself, or the parts of a component.
    func positions(of name: Name) -> [Int] {
        if let position = index[name] { return [position] }
        return nodes.indices.filter { nodes[$0].name.path.hasPrefix(name.path + "/") }
    }

    /// What is looked up, each once.
    var dataSources: [DataSource] {
        var seen: Set<Name> = []
        return facts.lookups.map(\.source).filter { seen.insert($0.name).inserted }
    }

    /// The positions of the resources that one dialect of `node` refers to: its rows, its side of a value.
    func references(of node: ResourceNode, in dialect: Properties.Dialect) -> Set<Int> {
        var positions: Set<Int> = []
        func visit(_ expression: Expression) {
            guard !expression.isPlain else { return }
            expression.forEachPart { part in
                if case .reference(let reference) = part, let position = index[reference.target] {
                    positions.insert(position)
                }
            }
        }
        node.properties.forEachExpression(in: dialect, visit)
        Properties(node.options.overrides).forEachExpression(in: dialect, visit)
        if dialect == .terraform { node.options.forEach.map(visit) }
        return positions
    }
}

extension ResourceNode {
    /// Whether a deployment's value is in it.
    func uses(parameter name: String) -> Bool {
        var uses = false
        forEachExpression { expression in
            uses =
                uses || expression.hasPart { if case .parameter(let other) = $0 { other.name == name } else { false } }
        }
        return uses
    }
}

extension Expression {
    /// Whether this is a literal without parts: most values are.
    var isPlain: Bool {
        switch self {
        case .null, .string, .integer, .number, .boolean: true
        default: false
        }
    }
}

extension Properties {
    /// Calls `visit` with what one dialect writes.
    func forEachExpression(in dialect: Dialect, _ visit: (Expression) -> Void) {
        for row in rows where (dialect == .terraform ? row.terraform : row.cloudFormation) != nil {
            switch row.content {
            case .value(let value): visit(dialect == .terraform ? value.forTerraform : value.forCloudFormation)
            case .nested(let table): table.forEachExpression(in: dialect, visit)
            case .repeated(let tables): for table in tables { table.forEachExpression(in: dialect, visit) }
            }
        }
    }
}
