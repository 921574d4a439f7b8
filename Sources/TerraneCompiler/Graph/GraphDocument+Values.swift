import TerraneCore

// MARK: Values

extension GraphDocument {
    func value(_ expression: Expression) -> JSON {
        switch expression {
        case .null: .null
        case .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .list(let items): .array(items.map(value))
        case .object(let fields): object(fields)
        case .reference(let reference): self.reference(reference)
        case .parameter(let parameter): .object(["$parameter": .string(parameter.name)])
        case .context(let context): .object(["$context": .string(context.rawValue)])
        case .interpolation(let parts): .object(["$text": .array(parts.map(value))])
        case .json(let document): .object(["$json": value(document)])
        case .element(let list, let index): .object(["$element": .array([value(list), .integer(index)])])
        case .either(let terraform, let cloudFormation):
            .object(["$either": .object(["terraform": value(terraform), "cloudFormation": value(cloudFormation)])])
        case .imported(let imported):
            .object(["$import": .string("\(imported.stack)/\(imported.environment)/\(imported.export)")])
        case .lookup(let lookup):
            .object([
                "$lookup": .string(lookup.source.name.path),
                "terraform": .string("data.\(lookup.source.type).\(lookup.attribute)"),
                "cloudFormation": .string(Spelling.pascalCase(lookup.parameter.name)),
            ])
        case .comprehension(let comprehension): self.comprehension(comprehension)
        case .every(let inner): .object(["$every": value(inner)])
        case .iteration(let path): .object(["$iteration": .string(path.joined(separator: "."))])
        case .malformed(let literal): .string(literal.text)
        }
    }

    private func object(_ fields: [Expression.Field]) -> JSON {
        let object = JSON.object(fields.map { JSON.Member($0.key, value($0.value)) })
        let isAmbiguous = fields.first?.key.utf8.first == UInt8(ascii: "$")
        return isAmbiguous ? .object(["$object": object]) : object
    }

    private func comprehension(_ comprehension: Comprehension) -> JSON {
        let parts = [comprehension.collection, comprehension.key, comprehension.value].map(value)
        var members = [JSON.Member("$comprehension", .array(parts))]
        if let keys = comprehension.keys {
            members.append(JSON.Member("keys", .array(keys.map { .string($0) })))
        }
        return .object(members)
    }

    private func reference(_ reference: Reference) -> JSON {
        var members = [
            JSON.Member("$reference", .string(reference.target.path)),
            JSON.Member("terraform", .string(reference.attribute.terraform)),
        ]
        switch reference.attribute.cloudFormation {
        case .ref: members.append(JSON.Member("cloudFormation", "Ref"))
        case .attribute(let name): members.append(JSON.Member("cloudFormation", .string(name)))
        case .absent: break
        }
        return .object(members)
    }
}
