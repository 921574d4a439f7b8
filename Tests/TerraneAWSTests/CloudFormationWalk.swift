import TerraneCore
import TerraneSchemas

/// What is wrong with the CloudFormation side of a resource's table, by the registry's schema of the type: each row is at a
/// path that exists and that the author may set.
func cloudFormationProblems(_ resource: any Resource) -> [String] {
    let type: String
    switch resource.resourceType.cloudFormation {
    case .type(let name), .part(of: let name): type = name
    case .absent, .module, .ephemeral: return []
    }
    guard let schema = CloudFormationSchemas.schema(of: type, in: "us-east-1") else { return ["no type \(type)"] }
    var walk = CloudFormationWalk(schema: schema)
    walk.check(resource.properties, in: schema.properties, at: [])
    return walk.problems
}

private struct CloudFormationWalk {
    let schema: CloudFormationSchema
    private(set) var problems: [String] = []

    mutating func check(_ table: Properties, in node: SchemaNode?, at path: [String]) {
        for row in table.rows {
            guard let name = row.cloudFormation, !hasNoValue(row) else { continue }
            var (node, path) = (node, path)
            for step in name.split(separator: "/").map(String.init) { descend(&node, &path, into: step) }
            switch row.content {
            case .value(let value): check(value, in: node, at: path)
            case .nested(let table): check(table, in: node, at: path)
            case .repeated(let tables): for table in tables { check(table, in: node, at: path) }
            }
        }
    }

    /// A value may be an object of its own, or a list of them.
    private mutating func check(_ value: Expression, in node: SchemaNode?, at path: [String]) {
        switch value {
        case .either(_, let cloudFormation): check(cloudFormation, in: node, at: path)
        case .list(let items): for item in items { check(item, in: node, at: path) }
        case .object(let fields):
            for field in fields where !field.value.isNull {
                var (inner, below) = (node, path)
                descend(&inner, &below, into: field.key)
                check(field.value, in: inner, at: below)
            }
        default: break
        }
    }

    private func hasNoValue(_ row: Row) -> Bool {
        guard case .value(let value) = row.content else { return false }
        if case .either(_, .null) = value { return true }
        return value.isNull
    }

    /// Nil stands for a place of which the schema says nothing.
    private mutating func descend(_ node: inout SchemaNode?, _ path: inout [String], into name: String) {
        path.append(name)
        guard let current = node else { return }
        let shape = shape(of: current)
        guard shape.isObject else {
            node = nil
            return
        }
        node = shape.members[name]
        if node == nil, shape.isClosed {
            problems.append("no property \(path.joined(separator: "/")) in \(schema.type)")
        }
        if schema.readOnly.contains(where: { $0.parts.filter { $0 != "*" } == path }) {
            problems.append("read-only \(path.joined(separator: "/")) in \(schema.type)")
        }
    }

    private struct Shape {
        var members: [String: SchemaNode] = [:]
        var isObject = false
        var isClosed = false
    }

    /// The members of an object, or of the items of a list.
    private func shape(of node: SchemaNode) -> Shape {
        var shape = Shape()
        for constraint in node.constraints {
            switch constraint {
            case .definition(let name): schema.definitions[name].map { merge(self.shape(of: $0), into: &shape) }
            case .items(let node): merge(self.shape(of: node), into: &shape)
            case .all(let nodes), .any(let nodes), .exactlyOne(let nodes):
                for node in nodes { merge(self.shape(of: node), into: &shape) }
            case .members(let members):
                shape.isObject = true
                shape.members.merge(members.named) { first, _ in first }
                if case .refused = members.others, members.patterns.isEmpty { shape.isClosed = true }
            default: break
            }
        }
        return shape
    }

    private func merge(_ other: Shape, into shape: inout Shape) {
        shape.members.merge(other.members) { first, _ in first }
        shape.isObject = shape.isObject || other.isObject
        shape.isClosed = shape.isClosed || other.isClosed
    }
}
