import HCL
import TerraneCore

extension ArtifactSources {
    /// The blocks of a Terraform file.
    func terraformStretches(of contents: [UInt8], in graph: ResourceGraph) -> [Stretch] {
        let origins = terraformOrigins(in: graph)
        return HCL.Parser.parse(contents).body.items.compactMap { item in
            guard case .block(let block) = item, let range = block.range else { return nil }
            let address = ([block.type] + block.labels).joined(separator: ".")
            return Stretch(firstLine: range.start.line, origin: origins[address])
        }
    }

    /// What stands in a configuration, by the type and labels of its block.
    private func terraformOrigins(in graph: ResourceGraph) -> [String: Origin] {
        var origins: [String: Origin] = [:]
        for node in graph.nodes {
            guard let address = node.terraformAddress else { continue }
            let isResource = node.type.terraform.typeName != nil && !address.hasPrefix("ephemeral.")
            origins[isResource ? "resource.\(address)" : address] = Origin(address: address, source: node.source)
        }
        for source in graph.dataSources {
            let address = "data.\(source.type).\(Spelling.terraform(source.name))"
            origins[address] = Origin(address: address, source: source.declaredAt)
        }
        for parameter in graph.facts.parameters {
            origins["variable.\(parameter.name)"] = Origin(address: "var.\(parameter.name)", source: parameter.source)
        }
        for export in graph.exports {
            let address = "output.\(Spelling.terraform(Name(export.name)))"
            origins[address] = Origin(address: address, source: export.source)
        }
        return origins
    }
}

extension ResourceNode {
    /// `aws_vpc.koemo`, `module.logs`; nil where Terraform has no such resource.
    var terraformAddress: String? {
        type.terraform.addressPrefix.map { ($0 + [Spelling.terraform(name)]).joined(separator: ".") }
    }
}
