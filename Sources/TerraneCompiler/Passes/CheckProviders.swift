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

/// Says which resources a target goes without because nobody named a type of it.
func checkNamedTypes(_ graph: ResourceGraph, target: String, _ form: KeyPath<ResourceType, ResourceType.Form>)
    -> [Diagnostic]
{
    graph.nodes.filter { $0.type[keyPath: form] == .unnamed }.map { .typeNotNamed($0, target) }
}

extension Diagnostic {
    static func typeNotNamed(_ node: ResourceNode, _ target: String) -> Diagnostic {
        Diagnostic(
            .note,
            "\(target) goes without '\(node.name)', which is an '\(node.type.displayName)' and names no type of \(target)",
            help: "Name both types, or leave \(target) out with `--target`.", at: node.source)
    }
}
