import TerraneCore

/// Writes a graph as data: what later tools compare two revisions by.
///
/// Each resource has its name, its type and address in both dialects, its bilingual table, what it refers to, and the
/// Swift line that declares it. Values that are known only once deployed stand as objects with one key that begins with
/// `$`, which no property does.
struct GraphDocument {
    /// Rises when a reader of the old form would misread the new one.
    static let formatVersion = 1

    private let graph: ResourceGraph

    init(_ graph: ResourceGraph) {
        self.graph = graph
    }

    func json() -> JSON {
        let members: [JSON.Member] = [
            JSON.Member("formatVersion", .integer(GraphDocument.formatVersion)),
            JSON.Member("stack", .string(graph.stack.path)),
            JSON.Member("environment", .string(graph.environment.name)),
            JSON.Member("production", .boolean(graph.environment.isProduction)),
            JSON.Member("region", .string(graph.region.rawValue)),
            JSON.Member("account", graph.account.map { .string($0.rawValue) } ?? .null),
            JSON.Member("tags", .object(graph.tags.map { JSON.Member($0.key, .string($0.value)) })),
            JSON.Member("parameters", .array(graph.facts.parameters.map(parameter))),
            JSON.Member("resources", .array(graph.nodes.indices.map(resource))),
            JSON.Member("exports", .array(graph.exports.map(export))),
            JSON.Member("documents", .array(graph.documents.map { .string($0.document.path) })),
        ]
        return .object(members + lookups)
    }

    /// What exists already and is looked up, where there is such a thing.
    private var lookups: [JSON.Member] {
        let sources = graph.dataSources
        guard !sources.isEmpty else { return [] }
        return [
            JSON.Member(
                "lookups",
                .array(
                    sources.map { source in
                        .object([
                            "name": .string(source.name.path),
                            "terraform": .string("data.\(source.type).\(Spelling.terraform(source.name))"),
                            "source": .string(source.declaredAt.description),
                            "arguments": table(source.arguments),
                        ])
                    }))
        ]
    }

    private func resource(_ position: Int) -> JSON {
        let node = graph.nodes[position]
        var members = [
            JSON.Member("name", .string(node.name.path)),
            JSON.Member("terraform", terraform(node)),
            JSON.Member("cloudFormation", cloudFormation(node)),
            JSON.Member("region", .string(node.region.rawValue)),
            JSON.Member("source", .string(node.source.description)),
        ]
        if node.type.persistence.isStateful { members.append(JSON.Member("protected", .boolean(graph.protects(node)))) }
        members.append(JSON.Member("properties", table(node.properties)))
        if !node.options.overrides.isEmpty {
            members.append(JSON.Member("overrides", table(Properties(node.options.overrides))))
        }
        members += options(node)
        members.append(
            JSON.Member(
                "references", .array(graph.facts.references[position].map { .string(graph.nodes[$0].name.path) })))
        return .object(members)
    }

    private func terraform(_ node: ResourceNode) -> JSON {
        switch node.type.terraform {
        case .type(let type): .string("\(type).\(Spelling.terraform(node.name))")
        case .module: .string("module.\(Spelling.terraform(node.name))")
        case .ephemeral(let type): .string("ephemeral.\(type).\(Spelling.terraform(node.name))")
        case .absent(let reason), .part(let reason): .object(["$absent": .string(reason)])
        }
    }

    private func cloudFormation(_ node: ResourceNode) -> JSON {
        switch node.type.cloudFormation {
        case .type(let type):
            .object(["type": .string(type), "logicalId": .string(Spelling.cloudFormation(node.logicalName))])
        case .part(let type):
            .object(["partOf": .string(type), "owner": .string(node.owner?.path ?? "")])
        case .absent(let reason): .object(["$absent": .string(reason)])
        case .module: .object(["$absent": .string("a module")])
        case .ephemeral: .object(["$absent": .string("an ephemeral resource")])
        }
    }

    private func options(_ node: ResourceNode) -> [JSON.Member] {
        let options = node.options
        var members: [JSON.Member] = []
        members += names("formerNames", options.formerNames)
        // Of those, the ones after which a stack refactoring gave another logical ID.
        members += names("refactoredNames", options.formerNames.filter { $0.logicalID == .refactored })
        if !options.tags.isEmpty {
            members.append(JSON.Member("tags", .object(options.tags.map { JSON.Member($0.key, .string($0.value)) })))
        }
        if !options.dependencies.isEmpty {
            members.append(JSON.Member("after", .array(options.dependencies.map { .string($0.path) })))
        }
        if !options.ignoredChanges.isEmpty {
            members.append(JSON.Member("ignoredChanges", .array(options.ignoredChanges.map { .string($0) })))
        }
        if !options.suppressions.isEmpty {
            let list = options.suppressions.map {
                JSON.object(["check": .string($0.check), "reason": .string($0.reason)])
            }
            members.append(JSON.Member("suppressions", .array(list)))
        }
        if let collection = options.forEach { members.append(JSON.Member("forEach", value(collection))) }
        return members
    }

    private func names(_ key: String, _ names: [FormerName]) -> [JSON.Member] {
        names.isEmpty ? [] : [JSON.Member(key, .array(names.map { .string($0.name.path) }))]
    }

    // MARK: Tables

    private func table(_ table: Properties) -> JSON {
        .array(table.rows.filter { !$0.isEmpty }.map(row))
    }

    private func row(_ row: Row) -> JSON {
        var members: [JSON.Member] = []
        if let name = row.terraform { members.append(JSON.Member("terraform", .string(name))) }
        if let name = row.cloudFormation { members.append(JSON.Member("cloudFormation", .string(name))) }
        switch row.content {
        case .value(let expression): members.append(JSON.Member("value", value(expression)))
        case .nested(let inner): members.append(JSON.Member("rows", table(inner)))
        case .repeated(let items): members.append(JSON.Member("items", .array(items.map(table))))
        }
        return .object(members)
    }

    // MARK: Values

    private func value(_ expression: Expression) -> JSON {
        switch expression {
        case .null: .null
        case .string(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .list(let items): .array(items.map(value))
        case .object(let fields): .object(fields.map { JSON.Member($0.key, value($0.value)) })
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
        case .comprehension(let comprehension):
            .object([
                "$comprehension": .array([
                    value(comprehension.collection), value(comprehension.key), value(comprehension.value),
                ])
            ])
        case .every(let inner): .object(["$every": value(inner)])
        case .iteration(let path): .object(["$iteration": .string(path.joined(separator: "."))])
        case .malformed(let literal): .string(literal.text)
        }
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

    private func parameter(_ parameter: ParameterDeclaration) -> JSON {
        .object([
            "name": .string(parameter.name),
            "type": .string(parameter.type.rawValue),
            "sensitive": .boolean(parameter.isSensitive),
            "default": parameter.fallback.map(value) ?? .null,
        ])
    }

    private func export(_ export: ResourceGraph.ExportNode) -> JSON {
        .object(["name": .string(export.name), "value": value(export.value)])
    }
}
