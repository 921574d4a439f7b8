import TerraneCore

/// Writes the resources of one region as a CloudFormation template.
struct CloudFormationTemplate {
    let region: Region
    private let graph: ResourceGraph
    private let tags: [Tag]
    private let schemas: Compiler.Schemas
    private var values: CloudFormationExpressions
    private var resources: [JSON.Member] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// - parameter parts: for each resource the resources that CloudFormation writes as its properties.
    init(
        _ graph: ResourceGraph, in region: Region, parts: [Name: [ResourceNode]],
        checkedAgainst schemas: Compiler.Schemas
    ) {
        self.schemas = schemas
        self.graph = graph
        self.region = region
        tags = graph.tags
        values = CloudFormationExpressions(graph: graph, region: region)
        for node in graph.nodes where node.region == region {
            guard let type = node.type.cloudFormation.typeName else { continue }
            resources.append(
                JSON.Member(Spelling.cloudFormation(node.logicalName), resource(node, type, parts[node.name] ?? [])))
        }
    }

    var count: Int { resources.count }
    var crossings: [CloudFormationExpressions.Crossing] { values.crossings }

    private mutating func resource(_ node: ResourceNode, _ type: String, _ parts: [ResourceNode]) -> JSON {
        var properties = CloudFormationProperties()
        properties.add(node.properties.rows, with: &values)
        for part in parts { properties.add(part.properties.rows, with: &values) }
        properties.override(node.options.overrides, with: &values)
        if let (key, tags) = tagging(of: node) { properties.set(key, tags) }
        diagnostics += values.takeProblems().map { .notInCloudFormation(node, $0) }
        if schemas == .embedded { diagnostics += checkSchema(of: node, with: parts, type, properties.members) }

        var members = [JSON.Member("Type", .string(type))]
        let dependencies = dependencies(of: node)
        if !dependencies.isEmpty { members.append(JSON.Member("DependsOn", .array(dependencies))) }
        members += policies(of: node)
        members += metadata(of: [node] + parts)
        members.append(JSON.Member("Properties", .object(properties.members)))
        return .object(members)
    }

    /// The suppressions of a resource and of its parts, in Checkov's form.
    private func metadata(of nodes: [ResourceNode]) -> [JSON.Member] {
        var checks: Set<String> = []
        let skipped = nodes.flatMap(\.options.suppressions).filter { checks.insert($0.check).inserted }
        guard !skipped.isEmpty else { return [] }
        let list = skipped.map { JSON.object(["id": .string($0.check), "comment": .string($0.reason)]) }
        return [JSON.Member("Metadata", .object(["checkov": .object(["skip": .array(list)])]))]
    }

    /// What becomes of stored data when the resource is removed or replaced.
    private func policies(of node: ResourceNode) -> [JSON.Member] {
        let policy: JSON =
            switch node.type.persistence {
            case .none: .null
            case .elsewhere: "Delete"
            case .retain: graph.protects(node) ? "Retain" : "Delete"
            case .snapshot: graph.protects(node) ? "Snapshot" : "Delete"
            }
        guard policy != .null else { return [] }
        return [JSON.Member("DeletionPolicy", policy), JSON.Member("UpdateReplacePolicy", policy)]
    }

    private func tagging(of node: ResourceNode) -> (key: String, tags: JSON)? {
        let all = node.options.tags(overriding: tags)
        guard !all.isEmpty else { return nil }
        let list = JSON.array(all.map { .object(["Key": .string($0.key), "Value": .string($0.value)]) })
        return switch node.type.tagging {
        case .none, .terraformOnly: nil
        case .list: ("Tags", list)
        case .listNamed(let property): (property, list)
        case .map: ("Tags", .object(all.map { JSON.Member($0.key, .string($0.value)) }))
        case .mapNamed(let property): (property, .object(all.map { JSON.Member($0.key, .string($0.value)) }))
        }
    }

    /// What no reference says already.
    private func dependencies(of node: ResourceNode) -> [JSON] {
        guard !node.options.dependencies.isEmpty else { return [] }
        let implied = graph.references(of: node, in: .cloudFormation)
        var found: [JSON] = []
        for position in node.options.dependencies.flatMap({ graph.positions(of: $0) }) {
            let other = graph.nodes[position]
            guard other.type.cloudFormation.typeName != nil, other.region == region, !implied.contains(position)
            else { continue }
            let identifier = JSON.string(Spelling.cloudFormation(other.logicalName))
            if !found.contains(identifier) { found.append(identifier) }
        }
        return found
    }

    /// The template, with outputs for what other regions' templates take from it.
    mutating func json(outputsFor crossings: [CloudFormationExpressions.Crossing]) -> JSON {
        var outputs = crossings.map { crossing in
            JSON.Member(
                crossing.name,
                .object([
                    "Description": .string("A parameter of the templates of other regions"),
                    "Value": values.local(crossing.reference),
                ]))
        }
        for export in graph.exports where region == graph.region { outputs.append(output(export)) }
        var members = [
            JSON.Member("AWSTemplateFormatVersion", "2010-09-09"),
            JSON.Member("Description", .string("\(graph.stack) \(graph.environment.name) in \(region)")),
            JSON.Member("Metadata", metadata),
        ]
        let parameters = parameters(with: outputs)
        if !parameters.isEmpty { members.append(JSON.Member("Parameters", .object(parameters))) }
        members.append(JSON.Member("Resources", .object(resources)))
        if !outputs.isEmpty { members.append(JSON.Member("Outputs", .object(outputs))) }
        diagnostics += quotas(parameters: parameters.count, outputs: outputs.count)
        return .object(members)
    }

    private var metadata: JSON {
        .object([
            "Terrane": .object([
                "Source": .string(
                    "Generated by Terrane from \(graph.stack)/\(graph.environment.name). Change the Swift, not this file."
                ),
                "Region": .string(region.rawValue),
            ])
        ])
    }

    private mutating func output(_ export: ResourceGraph.ExportNode) -> JSON.Member {
        var members: [JSON.Member] = []
        if let description = export.description { members.append(JSON.Member("Description", .string(description))) }
        members.append(JSON.Member("Value", values.lower(export.value)))
        let name = CloudFormationExpressions.exportName(export.name, of: graph.stack, graph.environment.name)
        members.append(JSON.Member("Export", .object(["Name": .string(name)])))
        return JSON.Member(Spelling.pascalCase(export.name), .object(members))
    }

    /// Those that the resources and outputs use.
    private func parameters(with outputs: [JSON.Member]) -> [JSON.Member] {
        let used = CloudFormationTemplate.references(in: .object(resources + outputs))
        let lookups = graph.facts.lookups.map(\.parameter).sorted { $0.name < $1.name }
        return (graph.facts.parameters + lookups).filter { used.contains(Spelling.pascalCase($0.name)) }
            .map { JSON.Member(Spelling.pascalCase($0.name), CloudFormationTemplate.parameter($0)) }
            + crossings.map {
                JSON.Member(
                    $0.name,
                    .object([
                        "Type": "String",
                        "Description": .string("The output \($0.name) of the template for \($0.from)"),
                    ]))
            }
    }

    private static func parameter(_ parameter: ParameterDeclaration) -> JSON {
        var members: [JSON.Member] = []
        switch parameter.type {
        case .string: members.append(JSON.Member("Type", .string(parameter.cloudFormationType ?? "String")))
        case .number: members.append(JSON.Member("Type", "Number"))
        case .stringList:
            members.append(JSON.Member("Type", .string(parameter.cloudFormationType ?? "CommaDelimitedList")))
        case .boolean:
            members.append(JSON.Member("Type", "String"))
            members.append(JSON.Member("AllowedValues", .array(["true", "false"])))
        }
        if let description = parameter.description { members.append(JSON.Member("Description", .string(description))) }
        if let fallback = parameter.fallback { members.append(JSON.Member("Default", literal(fallback))) }
        if parameter.isSensitive { members.append(JSON.Member("NoEcho", .boolean(true))) }
        return .object(members)
    }

    /// A default, which CloudFormation wants as text or a number.
    private static func literal(_ expression: Expression) -> JSON {
        switch expression {
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .boolean(let flag): .string(flag ? "true" : "false")
        case .list(let items): .string(items.compactMap(\.text).joined(separator: ","))
        default: .string(expression.text ?? "")
        }
    }

    /// The names that `Ref`, `Fn::GetAtt` and `Fn::Sub` mention.
    private static func references(in json: JSON) -> Set<String> {
        var names: Set<String> = []
        collect(json, into: &names)
        return names
    }

    private static func collect(_ json: JSON, into names: inout Set<String>) {
        switch json {
        case .array(let items): for item in items { collect(item, into: &names) }
        case .object(let members):
            for member in members {
                switch (member.key, member.value) {
                case ("Ref", .string(let name)): names.insert(name)
                case ("Fn::Sub", .string(let text)): collect(text: text, into: &names)
                case ("Fn::Sub", .array(let parts)):
                    if case .string(let text)? = parts.first { collect(text: text, into: &names) }
                    collect(.array(parts), into: &names)
                default: collect(member.value, into: &names)
                }
            }
        default: break
        }
    }

    /// The names between `${` and the `}` or point behind them.
    private static func collect(text: String, into names: inout Set<String>) {
        var rest = text.utf8[...]
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            rest = rest[rest.index(after: dollar)...]
            guard rest.first == UInt8(ascii: "{") else { continue }
            rest = rest.dropFirst()
            let name = rest.prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: ".") }
            names.insert(String(Substring(name)))
        }
    }
}
