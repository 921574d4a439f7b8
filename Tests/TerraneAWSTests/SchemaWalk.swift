import TerraneCore
import TerraneSchemas

/// What is wrong with the Terraform side of a resource's table, by what the provider says of the type: each row is at a place
/// that exists, may be set, and is a block or an argument as the row says.
func terraformProblems(_ resource: any Resource) -> [String] {
    let kind: TerraformSchema.Kind
    switch resource.resourceType.terraform {
    case .type: kind = .resource
    case .ephemeral: kind = .ephemeral
    case .absent, .part, .module: return []
    }
    let type = resource.resourceType.terraform.typeName ?? ""
    guard let schema = TerraformSchema.of(type, as: kind) else { return ["no type \(type)"] }
    var walk = SchemaWalk()
    walk.check(resource.properties, in: .block(schema.block), at: type)
    return walk.problems
}

private struct SchemaWalk {
    /// What names are looked for in.
    enum Level {
        case block(TerraformSchema.Block)
        case fields([String: TerraformSchema.Attribute])
        /// Any name: the members of a map.
        case open
    }

    private(set) var problems: [String] = []

    mutating func check(_ table: Properties, in level: Level, at path: String) {
        for row in table.rows {
            guard let name = row.terraform else { continue }
            let steps = name.split(separator: "/").map(String.init)
            guard let last = steps.last else {
                for inner in row.tables { check(inner, in: level, at: path) }
                continue
            }
            var (level, path) = (level, path)
            for step in steps.dropLast() { descend(&level, &path, into: step, isBlock: true) }
            check(row, named: last, in: level, at: path)
        }
    }

    private mutating func check(_ row: Row, named name: String, in level: Level, at path: String) {
        guard case .value(let value) = row.content else {
            var (level, path) = (level, path)
            descend(&level, &path, into: name, isBlock: row.form == .block)
            for table in row.tables { check(table, in: level, at: path) }
            return
        }
        // A table that several places share may have rows that one of them never gives a value.
        if case .either(.null, _) = value { return }
        if value.isNull { return }
        switch level {
        case .open: break
        case .block(let block): check(block.attributes[name], at: "\(path)/\(name)")
        case .fields(let fields): check(fields[name], at: "\(path)/\(name)")
        }
    }

    private mutating func check(_ attribute: TerraformSchema.Attribute?, at path: String) {
        guard let attribute else { return problems.append("no argument \(path)") }
        if attribute.isReadOnly { problems.append("read-only \(path)") }
    }

    private mutating func descend(_ level: inout Level, _ path: inout String, into name: String, isBlock: Bool) {
        let attribute: TerraformSchema.Attribute?
        path += "/\(name)"
        switch level {
        case .open: return
        case .fields(let fields): attribute = fields[name]
        case .block(let block):
            if isBlock, let nested = block.blocks[name] {
                level = .block(nested.block)
                return
            }
            attribute = block.attributes[name]
        }
        level = .open
        guard let attribute else { return problems.append("no \(isBlock ? "block" : "argument") \(path)") }
        if isBlock {
            guard let fields = attribute.blockType else { return problems.append("no block but an argument \(path)") }
            level = .fields(fields)
        } else {
            level = attribute.type.fields.map { .fields($0) } ?? .open
        }
    }
}

extension Row {
    fileprivate var tables: [Properties] {
        switch content {
        case .value: []
        case .nested(let table): [table]
        case .repeated(let tables): tables
        }
    }
}

extension TerraformType {
    /// The attributes of the object that it is, or that it holds.
    fileprivate var fields: [String: TerraformSchema.Attribute]? {
        switch self {
        case .object(let fields, _): fields
        case .list(let element), .set(let element): element.fields
        default: nil
        }
    }
}
