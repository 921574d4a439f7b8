import TerraneCore

/// Checks how names are spelt in each target.
///
/// Afterwards every name can be spelt everywhere, and no two names are spelt alike in any one target.
func checkNames(_ graph: ResourceGraph) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var terraform: [String: ResourceNode] = [:]
    var cloudFormation: [String: ResourceNode] = [:]
    for node in graph.nodes {
        if let problem = node.name.problem {
            diagnostics.append(.unspeakable(node.name, problem, at: node.source))
            continue
        }
        let label = Spelling.terraform(node.name)
        if let other = terraform.updateValue(node, forKey: label) {
            diagnostics.append(.speltAlike(node, other, as: label, in: "Terraform"))
            continue
        }
        let identifier = Spelling.cloudFormation(node.name)
        if let other = cloudFormation.updateValue(node, forKey: identifier) {
            diagnostics.append(.speltAlike(node, other, as: identifier, in: "CloudFormation"))
        }
    }
    return diagnostics + checkParameterNames(graph, against: cloudFormation)
}

/// CloudFormation keeps parameters and resources in one space of names.
private func checkParameterNames(_ graph: ResourceGraph, against resources: [String: ResourceNode]) -> [Diagnostic] {
    var seen: [String: ParameterDeclaration] = [:]
    return (graph.facts.parameters + graph.facts.lookups.map(\.parameter)).flatMap { parameter -> [Diagnostic] in
        if let problem = Name(parameter.name).problem {
            return [.unspeakable(Name(parameter.name), problem, at: parameter.source)]
        }
        let identifier = Spelling.pascalCase(parameter.name)
        if let node = resources[identifier] { return [.parameterSpeltAlike(parameter, node, as: identifier)] }
        guard let other = seen.updateValue(parameter, forKey: identifier), other != parameter else { return [] }
        return [.parametersSpeltAlike(parameter, other, as: identifier)]
    }
}

extension Diagnostic {
    static func unspeakable(_ name: Name, _ problem: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(name)' cannot be a name: \(problem)",
            help: "It becomes a Terraform label and a CloudFormation logical ID.", at: place)
    }

    static func speltAlike(
        _ node: ResourceNode, _ other: ResourceNode, as spelling: String, in target: String
    ) -> Diagnostic {
        .error(
            "'\(node.name)' and '\(other.name)' are both spelt '\(spelling)' in \(target)",
            help: "Choose names that differ in more than separators and capitals.", at: node.source,
            notes: [Note("the other is declared here", at: other.source)])
    }

    static func parametersSpeltAlike(
        _ parameter: ParameterDeclaration, _ other: ParameterDeclaration, as spelling: String
    ) -> Diagnostic {
        .error(
            "the parameters '\(parameter.name)' and '\(other.name)' are both spelt '\(spelling)' in CloudFormation",
            help: "Give one of the two another name; what is looked up has its name from what it is looked up for.",
            at: parameter.source, notes: [Note("the other is declared here", at: other.source)])
    }

    static func parameterSpeltAlike(
        _ parameter: ParameterDeclaration, _ node: ResourceNode, as spelling: String
    ) -> Diagnostic {
        .error(
            "the parameter '\(parameter.name)' and '\(node.name)' are both spelt '\(spelling)' in CloudFormation",
            help: "Give the parameter another name.", at: parameter.source,
            notes: [Note("the resource is declared here", at: node.source)])
    }
}
