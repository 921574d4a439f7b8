import TerraneCore

/// Writes a graph as CloudFormation templates, one for each region.
struct CloudFormationBackEnd {
    private let graph: ResourceGraph
    private let schemas: Compiler.Schemas

    init(_ graph: ResourceGraph, checkedAgainst schemas: Compiler.Schemas) {
        self.graph = graph
        self.schemas = schemas
    }

    func templates() -> (files: [(region: Region, template: JSON)], diagnostics: [Diagnostic]) {
        let modules = graph.nodes.filter { $0.type.terraform == .module }
        guard modules.isEmpty else { return ([], modules.map { .moduleInCloudFormation($0) }) }
        let parts = partsByOwner()
        var templates = regions().map { CloudFormationTemplate(graph, in: $0, parts: parts, checkedAgainst: schemas) }
        let crossings = templates.flatMap(\.crossings)
        var files: [(region: Region, template: JSON)] = []
        var diagnostics: [Diagnostic] = []
        for index in templates.indices where templates[index].count > 0 {
            let region = templates[index].region
            let wanted = unique(crossings.filter { $0.from == region })
            let template = templates[index].json(outputsFor: wanted)
            diagnostics += templates[index].diagnostics + templates[index].checkSize(template)
            files.append((region, template))
        }
        return (files, diagnostics)
    }

    /// The stack's own region first.
    private func regions() -> [Region] {
        let others = Set(graph.nodes.map(\.region)).subtracting([graph.region])
        return [graph.region] + others.sorted { $0.rawValue < $1.rawValue }
    }

    /// Resources that CloudFormation writes as properties of another one, by that one.
    private func partsByOwner() -> [Name: [ResourceNode]] {
        var parts: [Name: [ResourceNode]] = [:]
        for node in graph.nodes {
            if case .part = node.type.cloudFormation, let owner = node.owner { parts[owner, default: []].append(node) }
        }
        return parts
    }

    private func unique(_ crossings: [CloudFormationExpressions.Crossing]) -> [CloudFormationExpressions.Crossing] {
        var names: Set<String> = []
        return crossings.filter { names.insert($0.name).inserted }
    }
}

extension Diagnostic {
    static func moduleInCloudFormation(_ node: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' calls a Terraform module, which CloudFormation cannot do",
            help: "Say the same with components, whose resources both targets know; or leave CloudFormation out with "
                + "`--target`.", at: node.source)
    }
}
