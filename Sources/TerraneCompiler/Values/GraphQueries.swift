import TerraneCore

extension ResourceGraph {
    /// The parameters in use, by name.
    var parameters: [ParameterDeclaration] {
        var found: [String: ParameterDeclaration] = [:]
        forEachExpression { expression in
            expression.forEachPart { part in
                if case .parameter(let parameter) = part { found[parameter.name] = found[parameter.name] ?? parameter }
            }
        }
        return found.values.sorted { $0.name < $1.name }
    }

    /// Calls `visit` with each expression of the graph's resources and exports.
    func forEachExpression(_ visit: (Expression) -> Void) {
        for node in nodes { node.forEachExpression(visit) }
        for export in exports { visit(export.value) }
    }

    /// The positions of the resources that a name stands for: itself, or the parts of a component.
    func positions(of name: Name) -> [Int] {
        if let position = index[name] { return [position] }
        return nodes.indices.filter { nodes[$0].name.path.hasPrefix(name.path + "/") }
    }

    /// The positions of the resources that `node` refers to, in the order of first use.
    ///
    /// A dialect leaves out what only the other one says: its rows, its side of a value.
    func references(of node: ResourceNode, in dialect: Properties.Dialect? = nil) -> [Int] {
        var seen: Set<Int> = []
        var positions: [Int] = []
        func visit(_ expression: Expression) {
            switch expression {
            case .string, .integer, .boolean, .null, .number: return
            default: break
            }
            expression.forEachPart { part in
                guard case .reference(let reference) = part, let position = index[reference.target],
                    seen.insert(position).inserted
                else { return }
                positions.append(position)
            }
        }
        if let dialect {
            node.properties.forEachExpression(in: dialect, visit)
            if dialect == .terraform { node.options.forEach.map(visit) }
        } else {
            node.forEachExpression(visit)
        }
        return positions
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
