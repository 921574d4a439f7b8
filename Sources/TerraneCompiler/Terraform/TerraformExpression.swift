import HCL
import TerraneCore

/// Writes values as Terraform expressions.
struct TerraformExpressions {
    let graph: ResourceGraph
    /// The region of the resource that the value stands in.
    let region: Region

    func lower(_ expression: TerraneCore.Expression) -> HCL.Expression {
        switch expression {
        case .null, .malformed: .null
        case .string(let text): .string(text)
        case .integer(let number): .number(number)
        case .number(let number): HCL.Number(number).map { .number($0) } ?? .null
        case .boolean(let flag): .bool(flag)
        case .list(let items): .list(items.map(lower))
        case .object(let fields):
            .map(fields.filter { !$0.value.isNull }.map { ($0.key, lower($0.value)) })
        case .reference(let reference): lower(reference)
        case .parameter(let parameter): .reference("var", parameter.name)
        case .context(let context): lower(context)
        case .interpolation(let parts): .template(Template(parts: parts.map(part)))
        case .json(let document): .call("jsonencode", [lower(document)])
        case .element(let list, let index): .index(lower(list), .number(index))
        case .either(let terraform, _): lower(terraform)
        case .imported(let imported): lower(imported)
        case .lookup(let lookup): lower(lookup)
        case .comprehension(let comprehension): lower(comprehension)
        case .every(let inner): every(inner)
        case .iteration(let path): .reference(path.first == "value" ? ["each"] + path : path)
        }
    }

    private func lower(_ reference: Reference) -> HCL.Expression {
        let kind = reference.type.terraform.addressPrefix ?? []
        let resource = HCL.Expression.reference(kind + [Spelling.terraform(reference.target)])
        return TerraformExpressions.path(reference.attribute.terraform, of: resource)
    }

    /// Follows an attribute path such as `replication_specs[0].zone_id`.
    private static func path(_ path: String, of resource: HCL.Expression) -> HCL.Expression {
        if !path.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }) {
            return .attribute(resource, path)
        }
        return path.split(separator: ".").reduce(resource) { object, step in
            let parts = step.split { $0 == "[" || $0 == "]" }
            return parts.dropFirst().reduce(.attribute(object, String(parts.first ?? ""))) { list, index in
                .index(list, Int(index).map { .number($0) } ?? .string(String(index)))
            }
        }
    }

    private func lower(_ context: DeploymentContext) -> HCL.Expression {
        switch context {
        case .account: .reference("data", "aws_caller_identity", "current", "account_id")
        case .partition: .reference("data", "aws_partition", "current", "partition")
        case .region: .string(region.rawValue)
        }
    }

    private func lower(_ imported: ImportedValue) -> HCL.Expression {
        .reference(
            "data", "terraform_remote_state", imported.label, "outputs", Spelling.terraform(Name(imported.export)))
    }

    private func lower(_ lookup: Lookup) -> HCL.Expression {
        let source = lookup.source
        return TerraformExpressions.path(
            lookup.attribute, of: .reference("data", source.type, Spelling.terraform(source.name)))
    }

    private func lower(_ comprehension: Comprehension) -> HCL.Expression {
        .forObject(
            ForObject(
                ForClause(value: comprehension.variable, in: lower(comprehension.collection)),
                key: lower(comprehension.key), result: lower(comprehension.value),
                if: comprehension.keys.map {
                    .call("contains", [.list($0.map { .string($0) }), lower(comprehension.key)])
                }))
    }

    /// `[for instance in aws_route53_record.x : instance.fqdn]`, for `for_each` makes an object of instances.
    private func every(_ expression: TerraneCore.Expression) -> HCL.Expression {
        guard case .reference(let reference) = expression else { return lower(expression) }
        let resource: [String] = [reference.type.terraform.typeName ?? "", Spelling.terraform(reference.target)]
        return .forTuple(
            ForTuple(
                ForClause(value: "instance", in: .reference(resource)),
                result: .reference("instance", reference.attribute.terraform)))
    }

    private func part(_ expression: TerraneCore.Expression) -> TemplatePart {
        switch expression {
        case .string(let text): .literal(text)
        case .context(.region): .literal(region.rawValue)
        default: .interpolation(lower(expression), strip: .none)
        }
    }
}

extension ImportedValue {
    /// The label of the data source that reads the other stack's state.
    var label: String { Spelling.terraform(stack / environment) }
}
