import TerraneCore

/// The properties of a resource as one dialect writes them: one object, with what stands at a path inside it, and the
/// author's overrides in the place of what they replace.
struct WrittenProperties {
    private(set) var fields: [Expression.Field] = []

    static func object(of node: ResourceNode, in dialect: Properties.Dialect) -> Expression {
        var written = WrittenProperties()
        written.add(node.properties.rows, in: dialect)
        written.override(node.options.overrides, in: dialect)
        return .object(written.fields)
    }

    static func object(of table: Properties, in dialect: Properties.Dialect) -> Expression {
        var written = WrittenProperties()
        written.add(table.rows, in: dialect)
        return .object(written.fields)
    }

    private mutating func add(_ rows: [Row], in dialect: Properties.Dialect) {
        for row in rows {
            guard let name = dialect == .terraform ? row.terraform : row.cloudFormation, !row.isEmpty else { continue }
            let value = WrittenProperties.value(of: row.content, in: dialect)
            if !value.isNull { WrittenProperties.merge(value, at: RowPath.parts(of: name)[...], into: &fields) }
        }
    }

    private mutating func override(_ rows: [Row], in dialect: Properties.Dialect) {
        let names = Set(rows.compactMap { dialect == .terraform ? $0.terraform : $0.cloudFormation })
        fields.removeAll { names.contains($0.key) }
        add(rows, in: dialect)
    }

    private static func value(of content: Row.Content, in dialect: Properties.Dialect) -> Expression {
        switch content {
        case .value(let value): dialect == .terraform ? value.forTerraform : value.forCloudFormation
        case .nested(let table): object(of: table, in: dialect)
        case .repeated(let tables): .list(tables.map { object(of: $0, in: dialect) })
        }
    }

    private static func merge(
        _ value: Expression, at path: ArraySlice<String>, into fields: inout [Expression.Field]
    ) {
        guard let key = path.first else {
            if case .object(let spliced) = value {
                for field in spliced { merge(field.value, at: [field.key], into: &fields) }
            }
            return
        }
        let nested = path.dropFirst().reversed().reduce(value) { .object([Expression.Field($1, $0)]) }
        if let position = fields.firstIndex(where: { $0.key == key }) {
            fields[position] = Expression.Field(key, merged(fields[position].value, nested))
        } else {
            fields.append(Expression.Field(key, nested))
        }
    }

    private static func merged(_ old: Expression, _ new: Expression) -> Expression {
        switch (old, new) {
        case (.object(var fields), .object(let additions)):
            for field in additions { merge(field.value, at: [field.key], into: &fields) }
            return .object(fields)
        case (.list(let items), .list(let additions)): return .list(items + additions)
        default: return new
        }
    }
}

/// What the two dialects call the same property, by the rows of a resource: `health_check/path` is `HealthCheckPath`.
struct DialectNames {
    /// The CloudFormation names of Terraform's, joined by slashes, and the other way round.
    private var cloudFormation: [String: String] = [:]
    private var terraform: [String: String] = [:]

    mutating func add(_ node: ResourceNode) {
        add(node.properties.rows, under: ("", ""))
        add(node.options.overrides, under: ("", ""))
    }

    private mutating func add(_ rows: [Row], under path: (String, String)) {
        for row in rows {
            guard let terraform = row.terraform, let cloudFormation = row.cloudFormation else { continue }
            let names = (DialectNames.join(path.0, terraform), DialectNames.join(path.1, cloudFormation))
            self.cloudFormation[names.0] = names.1
            self.terraform[names.1] = names.0
            switch row.content {
            case .value: break
            case .nested(let table): add(table.rows, under: names)
            case .repeated(let tables): for table in tables { add(table.rows, under: names) }
            }
        }
    }

    private static func join(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : name.isEmpty ? path : "\(path)/\(name)"
    }

    /// The names in CloudFormation's terms; nil where it has no such property.
    func cloudFormation(of names: [String]) -> [String]? { DialectNames.translated(names, by: cloudFormation) }

    /// The names in Terraform's terms; nil where it has no such property.
    func terraform(of names: [String]) -> [String]? { DialectNames.translated(names, by: terraform) }

    private static func translated(_ names: [String], by table: [String: String]) -> [String]? {
        for count in stride(from: names.count, through: 1, by: -1) {
            if let known = table[names.prefix(count).joined(separator: "/")] {
                return RowPath.parts(of: known) + names.dropFirst(count)
            }
        }
        return nil
    }
}
