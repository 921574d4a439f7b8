import TerraneCore

/// Checks that each Terraform type belongs to a provider that Terrane knows where to find.
func checkProviders(_ graph: ResourceGraph) -> [Diagnostic] {
    graph.nodes.compactMap { node in
        guard let type = node.type.terraform.typeName, TerraformProvider(ofType: type) == nil else { return nil }
        return .unknownProvider(type, node)
    }
}

extension Diagnostic {
    static func unknownProvider(_ type: String, _ node: ResourceNode) -> Diagnostic {
        .error(
            "'\(node.name)' is of the type '\(type)', whose provider Terrane does not know",
            help: "Types begin with the name of their provider: aws_, mongodbatlas_ or datadog_.", at: node.source)
    }
}
