import TerraneCore

/// Writes a graph as data: what later tools compare two revisions by.
///
/// Each resource has its name, its type and address in both dialects, its bilingual table, what it refers to, and the
/// Swift line that declares it. Values that are known only once deployed stand as objects whose first key begins with `$`; an
/// object of the author's that has such a key stands in an object `$object`. `readGraphDocument` reads it back.
struct GraphDocument {
    /// Rises when a reader of the old form would misread the new one.
    static let formatVersion = 1

    private let graph: ResourceGraph
    private let foreseen: ForeseenAttributes

    init(_ graph: ResourceGraph) {
        self.graph = graph
        foreseen = ForeseenAttributes(of: graph)
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
        return .object(members + lookups + flows)
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
                        var members = [
                            JSON.Member("name", .string(source.name.path)),
                            JSON.Member("terraform", .string("data.\(source.type).\(Spelling.terraform(source.name))")),
                            JSON.Member("source", .string(source.declaredAt.description)),
                            JSON.Member("arguments", table(source.arguments)),
                        ]
                        if let region = source.region {
                            members.append(JSON.Member("region", .string(region.rawValue)))
                        }
                        return .object(members)
                    }))
        ]
    }

    /// Who is declared to connect to whom, where somebody is.
    private var flows: [JSON.Member] {
        graph.flows.isEmpty ? [] : [JSON.Member("flows", .array(graph.flows.map(flow)))]
    }

    private func flow(_ flow: Flow) -> JSON {
        .object([
            "client": .string(flow.clientName.path),
            "from": end(flow.client),
            "server": .string(flow.serverName.path),
            "to": end(flow.server),
            "ports": .array([.integer(flow.ports.lowerBound), .integer(flow.ports.upperBound)]),
            "source": .string(flow.source.description),
        ])
    }

    private func end(_ end: Flow.End) -> JSON {
        switch end {
        case .group(let group): .object(["group": value(group)])
        case .range(let range): .object(["range": value(range.expression)])
        case .list(let list): .object(["list": value(list)])
        }
    }

    private func resource(_ position: Int) -> JSON {
        let node = graph.nodes[position]
        var members = [
            JSON.Member("name", .string(node.name.path)),
            JSON.Member("terraform", terraform(node)),
            JSON.Member("cloudFormation", cloudFormation(node)),
            JSON.Member("area", .string(node.type.area.rawValue)),
            JSON.Member("region", .string(node.region.rawValue)),
            JSON.Member("source", .string(node.source.description)),
        ]
        if let word = node.type.persistence.documented { members.append(JSON.Member("persistence", .string(word))) }
        if node.type.persistence.isStateful { members.append(JSON.Member("protected", .boolean(graph.protects(node)))) }
        members.append(JSON.Member("properties", table(node.properties)))
        if !node.options.overrides.isEmpty {
            members.append(JSON.Member("overrides", table(Properties(node.options.overrides))))
        }
        members += options(node) + foreseen(position)
        members.append(
            JSON.Member(
                "references", .array(graph.facts.references[position].map { .string(graph.nodes[$0].name.path) })))
        return .object(members)
    }

    /// What its attributes will be, as far as others ask for them and it follows from literals.
    private func foreseen(_ position: Int) -> [JSON.Member] {
        let attributes = foreseen[position]
        guard !attributes.isEmpty else { return [] }
        return [JSON.Member("foreseen", .object(attributes.map { JSON.Member($0.key, value($0.value)) }))]
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
        if options.createsBeforeDestroying { members.append(JSON.Member("createBeforeDestroy", .boolean(true))) }
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

    // MARK: Beside the resources

    private func parameter(_ parameter: ParameterDeclaration) -> JSON {
        .object([
            "name": .string(parameter.name),
            "type": .string(parameter.type.rawValue),
            "sensitive": .boolean(parameter.isSensitive),
            "default": parameter.fallback.map(value) ?? .null,
        ])
    }

    private func export(_ export: ResourceGraph.ExportNode) -> JSON {
        .object([
            "name": .string(export.name), "value": value(export.value), "source": .string(export.source.description),
        ])
    }
}
