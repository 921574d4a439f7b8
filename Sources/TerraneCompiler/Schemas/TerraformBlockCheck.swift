import HCL
import TerraneCore
import TerraneSchemas

/// Compares a block, and all blocks in it, with what the provider says of the type.
struct TerraformBlockCheck {
    let written: WrittenBlock
    let type: String
    private(set) var diagnostics: [TerraneCore.Diagnostic] = []

    init(_ written: WrittenBlock, _ type: String) {
        self.written = written
        self.type = type
    }

    /// Terraform's own, in any resource ("Meta-Arguments", Terraform documentation).
    private static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
    private static let metaBlocks: Set = ["lifecycle", "provisioner", "connection"]

    /// A resource with Terraform's own arguments beside the provider's.
    mutating func checkResource(_ body: Body, against schema: TerraformSchema.Block) {
        let attributes = body.attributes.filter { !TerraformBlockCheck.metaArguments.contains($0.name) }
        let blocks = body.blocks.filter { !TerraformBlockCheck.metaBlocks.contains($0.type) }
        check(attributes, blocks, against: schema, in: [])
        for block in body.blocks where block.type == "lifecycle" { checkIgnoredChanges(block.body, schema) }
    }

    private mutating func check(
        _ attributes: [HCL.Attribute], _ blocks: [Block], against schema: TerraformSchema.Block, in path: [String]
    ) {
        for attribute in attributes { check(attribute, against: schema, in: path) }
        for block in blocks { check(block, against: schema, in: path) }
        checkRequired(attributes, blocks, by: schema, in: path)
        checkCounts(blocks, by: schema, in: path)
    }

    private mutating func check(_ attribute: HCL.Attribute, against schema: TerraformSchema.Block, in path: [String]) {
        let place = SchemaPlace(written, type, path + [attribute.name])
        if let known = schema.attributes[attribute.name] {
            check(attribute.value, against: known, at: place)
        } else if schema.blocks[attribute.name] != nil {
            diagnostics.append(.attributeForBlock(place))
        } else {
            diagnostics.append(.unknownAttribute(place, known: schema.writableNames))
        }
    }

    private mutating func check(
        _ value: HCL.Expression, against attribute: TerraformSchema.Attribute, at place: SchemaPlace
    ) {
        guard !attribute.isReadOnly else { return diagnostics.append(.readOnlyAttribute(place)) }
        var check = TerraformValueCheck()
        check.check(value, against: attribute.type, at: place)
        if let limits = attribute.limits { check.check(value, within: limits, at: place) }
        diagnostics += check.diagnostics
        guard !attribute.isWriteOnly, written.kind != .ephemeral else { return }
        if value.leadsToEphemeral {
            diagnostics.append(.ephemeralValueKept(place))
        }
    }

    private mutating func check(_ block: Block, against schema: TerraformSchema.Block, in path: [String]) {
        let place = SchemaPlace(written, type, path + [block.type])
        if let known = schema.blocks[block.type] {
            check(block.body.attributes, block.body.blocks, against: known.block, in: place.path)
        } else if let attribute = schema.attributes[block.type] {
            guard let fields = attribute.blockType else { return diagnostics.append(.blockForAttribute(place)) }
            check(block.body, against: fields, at: place)
        } else {
            diagnostics.append(.unknownAttribute(place, known: schema.writableNames))
        }
    }

    /// A list of objects that is written as blocks: what is left out is null.
    private mutating func check(
        _ body: Body, against fields: [String: TerraformSchema.Attribute], at place: SchemaPlace
    ) {
        for attribute in body.attributes {
            guard let field = fields[attribute.name] else {
                diagnostics.append(.unknownAttribute(place / attribute.name, known: fields.keys.sorted()))
                continue
            }
            check(attribute.value, against: field, at: place / attribute.name)
        }
        for block in body.blocks {
            guard let field = fields[block.type] else {
                diagnostics.append(.unknownAttribute(place / block.type, known: fields.keys.sorted()))
                continue
            }
            guard let inner = field.blockType else {
                diagnostics.append(.blockForAttribute(place / block.type))
                continue
            }
            check(block.body, against: inner, at: place / block.type)
        }
    }

    private mutating func checkRequired(
        _ attributes: [HCL.Attribute], _ blocks: [Block], by schema: TerraformSchema.Block, in path: [String]
    ) {
        for name in schema.requiredNames
        where !attributes.contains(where: { $0.name == name }) && !blocks.contains(where: { $0.type == name }) {
            diagnostics.append(.missingAttribute(SchemaPlace(written, type, path + [name])))
        }
    }

    private mutating func checkCounts(_ blocks: [Block], by schema: TerraformSchema.Block, in path: [String]) {
        for (name, known) in schema.countedBlocks {
            let count = blocks.count { $0.type == name }
            let place = SchemaPlace(written, type, path + [name])
            if count < known.least { diagnostics.append(.tooFewBlocks(place, count, least: known.least)) }
            if let most = known.most, count > most { diagnostics.append(.tooManyBlocks(place, count, most: most)) }
        }
    }

    /// Terraform refuses to ignore changes of what the type does not have.
    private mutating func checkIgnoredChanges(_ body: Body, _ schema: TerraformSchema.Block) {
        for attribute in body.attributes where attribute.name == "ignore_changes" {
            for name in attribute.value.children.compactMap(\.root)
            where schema.attributes[name] == nil && schema.blocks[name] == nil {
                let known = schema.attributes.keys.sorted() + schema.blocks.keys.sorted()
                diagnostics.append(.unknownIgnoredAttribute(SchemaPlace(written, type, [name]), known: known))
            }
        }
    }
}

extension HCL.Expression {
    /// Whether it takes anything from an ephemeral resource.
    fileprivate var leadsToEphemeral: Bool {
        if root == "ephemeral" { return true }
        var found = false
        forEachChild { if $0.leadsToEphemeral { found = true } }
        return found
    }
}
