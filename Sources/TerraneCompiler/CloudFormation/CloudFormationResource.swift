import TerraneCore

/// Writes the properties of a resource as CloudFormation names them.
struct CloudFormationProperties {
    private(set) var members: [JSON.Member] = []

    /// Adds the rows of a table; what stands at a path already is kept beside them (objects) or before them (lists).
    mutating func add(_ rows: [Row], with values: inout CloudFormationExpressions) {
        for row in rows {
            guard let name = row.cloudFormation, !row.isEmpty else { continue }
            guard let value = value(of: row, with: &values) else { continue }
            CloudFormationProperties.merge(value, at: RowPath.parts(of: name)[...], into: &members)
        }
    }

    /// Replaces properties: the override's word is the last.
    mutating func override(_ rows: [Row], with values: inout CloudFormationExpressions) {
        for row in rows {
            guard let name = row.cloudFormation else { continue }
            members.removeAll { $0.key == name }
        }
        add(rows, with: &values)
    }

    mutating func set(_ key: String, _ value: JSON) {
        CloudFormationProperties.merge(value, at: [key], into: &members)
    }

    private func value(of row: Row, with values: inout CloudFormationExpressions) -> JSON? {
        switch row.content {
        case .value(let value):
            let value = value.forCloudFormation
            return value.isNull ? nil : values.lower(value)
        case .nested(let table):
            return CloudFormationProperties.object(table, with: &values)
        case .repeated(let tables):
            return .array(tables.map { CloudFormationProperties.object($0, with: &values) })
        }
    }

    private static func object(_ table: Properties, with values: inout CloudFormationExpressions) -> JSON {
        var inner = CloudFormationProperties()
        inner.add(table.rows, with: &values)
        return .object(inner.members)
    }

    /// Puts a value at a path, merging objects member by member and lists end to end.
    private static func merge(_ value: JSON, at path: ArraySlice<String>, into members: inout [JSON.Member]) {
        guard let key = path.first else {
            if case .object(let spliced) = value {
                for member in spliced { merge(member.value, at: [member.key], into: &members) }
            }
            return
        }
        let rest = path.dropFirst()
        guard let position = members.firstIndex(where: { $0.key == key }) else {
            members.append(JSON.Member(key, nest(value, under: rest)))
            return
        }
        members[position].value = merged(members[position].value, nest(value, under: rest))
    }

    private static func nest(_ value: JSON, under path: ArraySlice<String>) -> JSON {
        path.reversed().reduce(value) { .object([JSON.Member($1, $0)]) }
    }

    private static func merged(_ old: JSON, _ new: JSON) -> JSON {
        switch (old, new) {
        case (.object(var members), .object(let additions)):
            for member in additions { merge(member.value, at: [member.key], into: &members) }
            return .object(members)
        case (.array(let items), .array(let additions)):
            return .array(items + additions)
        default:
            return new
        }
    }
}
