import HCL
import TerraneSchemas

/// `aws_vpc.main.id`, `data.aws_route53_zone.found.zone_id`, `ephemeral.aws_secretsmanager_secret_version.password.secret_string`.
struct TerraformReference {
    private enum Step {
        case name(String)
        case index
    }

    /// What a reference leads to that does not exist.
    struct Problem {
        /// `aws_vpc.main`
        let target: String
        let type: String
        let name: String
        let known: [String]
    }

    let isEphemeral: Bool
    /// The type of what it leads to, where the provider says it.
    let type: TerraformType?
    let problem: Problem?

    /// Nil for what is no reference to something of a provider: `var.size`, `each.key`.
    init?(_ expression: HCL.Expression) {
        guard let (root, path) = TerraformReference.path(expression) else { return nil }
        let names = path.compactMap { if case .name(let name) = $0 { name } else { nil } }
        let kind = TerraformSchema.Kind(ofBlock: root)
        let type = kind == .resource ? root : names.first ?? ""
        let steps = path.dropFirst(kind == .resource ? 1 : 2)
        guard !steps.isEmpty, names.count > 1, let schema = TerraformSchema.of(type, as: kind) else { return nil }
        isEphemeral = kind == .ephemeral
        let label = names[kind == .resource ? 0 : 1]
        (self.type, problem) = TerraformReference.follow(steps, in: schema.block, from: "\(type).\(label)", type)
    }

    /// Every reference in an expression.
    static func all(in expression: HCL.Expression) -> [TerraformReference] {
        switch expression {
        case .null, .bool, .number, .variable: return []
        case .template(let template) where template.literal != nil: return []
        case .attribute, .index: if let found = TerraformReference(expression) { return [found] }
        default: break
        }
        return expression.children.flatMap(all)
    }

    private static func path(_ expression: HCL.Expression) -> (root: String, steps: [Step])? {
        var steps: [Step] = []
        var rest = expression
        while true {
            switch rest {
            case .attribute(let base, let name):
                steps.append(.name(name))
                rest = base
            case .index(let base, _), .legacyIndex(let base, _):
                steps.append(.index)
                rest = base
            case .variable(let root): return (root, steps.reversed())
            default: return nil
            }
        }
    }

    fileprivate enum Place {
        case block(TerraformSchema.Block)
        case blocks(TerraformSchema.NestedBlock)
        case type(TerraformType)
    }

    private static func follow(
        _ steps: ArraySlice<Step>, in block: TerraformSchema.Block, from target: String, _ type: String
    ) -> (TerraformType?, Problem?) {
        var place = Place.block(block)
        // One instance of those that `for_each` makes.
        let isInstance = if case .index? = steps.first { true } else { false }
        for step in steps.dropFirst(isInstance ? 1 : 0) {
            switch (step, place) {
            case (.name(let name), .block(let block)):
                guard let next = Place(name, in: block) else {
                    let known = block.attributes.keys.sorted() + block.blocks.keys.sorted()
                    return (nil, Problem(target: target, type: type, name: name, known: known))
                }
                place = next
            case (.name(let name), .type(.object(let fields, _))):
                guard let field = fields[name] else {
                    return (nil, Problem(target: target, type: type, name: name, known: fields.keys.sorted()))
                }
                place = .type(field.type)
            case (.index, .blocks(let nested)): place = .block(nested.block)
            case (_, .type(.map(let element))), (.index, .type(.list(let element))): place = .type(element)
            default: return (nil, nil)
            }
        }
        if case .type(let type) = place { return (type, nil) }
        return (nil, nil)
    }
}

extension TerraformReference.Place {
    fileprivate init?(_ name: String, in block: TerraformSchema.Block) {
        if let attribute = block.attributes[name] {
            self = .type(attribute.type)
        } else if let nested = block.blocks[name] {
            self = nested.nesting == .single || nested.nesting == .group ? .block(nested.block) : .blocks(nested)
        } else {
            return nil
        }
    }
}
