import HCL
import TerraneCore

/// Writes a graph as a Terraform configuration: one file for each concern, as HashiCorp's style guide lays them out.
struct TerraformBackEnd {
    private let graph: ResourceGraph
    private let values: TerraformExpressions

    init(_ graph: ResourceGraph) {
        self.graph = graph
        values = TerraformExpressions(graph: graph, region: graph.region)
    }

    /// What is looked up and what is made, in the order of the files.
    func blocks() -> [WrittenBlock] {
        let sources = graph.dataSources.map { source in
            WrittenBlock(
                block: TerraformResource(source, in: graph).dataBlock(), area: source.area, name: source.name,
                place: source.declaredAt)
        }
        let resources = graph.nodes.compactMap { node in
            TerraformResource(node, in: graph).block().map {
                WrittenBlock(block: $0, area: node.type.area, name: node.name, place: node.source)
            }
        }
        return sources + resources
    }

    /// The files, by name.
    func files(of blocks: [WrittenBlock]) -> [(name: String, body: Body)] {
        let settings = TerraformSettings(graph)
        var files: [(name: String, blocks: [Block])] = [
            ("terraform.tf", [settings.terraform()]),
            ("backend.tf", settings.backend()),
            ("providers.tf", settings.providers()),
            ("variables.tf", graph.facts.parameters.map(variable)),
            ("data.tf", data()),
        ]
        files += resources(blocks)
        files.append(("moved.tf", TerraformMoves(graph).blocks()))
        files.append(("outputs.tf", graph.exports.map(output)))
        return files.filter { !$0.blocks.isEmpty }.map { ($0.name, Body($0.blocks.map { .block($0) })) }
    }

    private func resources(_ blocks: [WrittenBlock]) -> [(name: String, blocks: [Block])] {
        let areas = Dictionary(grouping: blocks, by: \.area)
        return ResourceType.Area.allCases.compactMap { area in
            areas[area].map { ("\(area.rawValue).tf", $0.map(\.block)) }
        }
    }

    private func variable(_ parameter: ParameterDeclaration) -> Block {
        var attributes: [HCL.Attribute] = []
        if let description = parameter.description {
            attributes.append(HCL.Attribute("description", .string(description)))
        }
        attributes.append(HCL.Attribute("type", type(of: parameter)))
        if let fallback = parameter.fallback { attributes.append(HCL.Attribute("default", values.lower(fallback))) }
        if parameter.isSensitive { attributes.append(HCL.Attribute("sensitive", .bool(true))) }
        return Block("variable", labels: [parameter.name], body: Body(attributes.map { .attribute($0) }))
    }

    private func type(of parameter: ParameterDeclaration) -> HCL.Expression {
        switch parameter.type {
        case .string: .reference("string")
        case .number: .reference("number")
        case .boolean: .reference("bool")
        case .stringList: .call("list", [.reference("string")])
        }
    }

    private func output(_ export: ResourceGraph.ExportNode) -> Block {
        var attributes: [HCL.Attribute] = []
        if let description = export.description {
            attributes.append(HCL.Attribute("description", .string(description)))
        }
        attributes.append(HCL.Attribute("value", values.lower(export.value)))
        return Block(
            "output", labels: [Spelling.terraform(Name(export.name))], body: Body(attributes.map { .attribute($0) }))
    }

    /// The data sources that values lean on: the account, the partition, other stacks' states.
    private func data() -> [Block] {
        let contexts = graph.facts.contexts
        let imports = Dictionary(graph.facts.imports.map { ($0.label, $0) }) { first, _ in first }
        var blocks: [Block] = []
        if contexts.contains(.account) {
            blocks.append(Block("data", labels: ["aws_caller_identity", "current"], body: Body([])))
        }
        if contexts.contains(.partition) {
            blocks.append(Block("data", labels: ["aws_partition", "current"], body: Body([])))
        }
        return blocks + imports.sorted { $0.key < $1.key }.map { TerraformSettings.remoteState($0.value) }
    }
}

extension WrittenBlock {
    /// What of it HCL cannot say.
    var misprints: [TerraneCore.Diagnostic] { block.misprints.map { .notInHCL(self, $0) } }
}

extension TerraneCore.Diagnostic {
    fileprivate static func notInHCL(_ written: WrittenBlock, _ misprint: Misprint) -> TerraneCore.Diagnostic {
        let problem =
            switch misprint {
            case .name(let name): "\(name.inMessage) is no name"
            case .argumentTwice(let name): "it has the argument '\(name)' twice"
            case .keyTwice(let key): "it has the key \(key.inMessage) twice"
            }
        return .error(
            "'\(written.name)' cannot be written in Terraform: \(problem)",
            help: "Names are letters, digits, '-' and '_', and each is given once.", at: written.place)
    }
}
