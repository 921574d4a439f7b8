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
    for node in graph.nodes where !node.options.formerNames.isEmpty {
        cloudFormation[Spelling.cloudFormation(node.logicalName)] = node
    }
    return diagnostics + checkParameterNames(graph, against: cloudFormation) + checkExportNames(graph)
        + checkImportNames(graph)
}

/// Outputs have a space of names of their own.
private func checkExportNames(_ graph: ResourceGraph) -> [Diagnostic] {
    var seen: [String: ResourceGraph.ExportNode] = [:]
    return graph.exports.compactMap { export in
        if let problem = Name(export.name).problem {
            return .unspeakable(Name(export.name), problem, at: export.source)
        }
        let other = seen.updateValue(export, forKey: Spelling.pascalCase(export.name))
        return other.map { .exportsSpeltAlike(export, $0) }
    }
}

/// Terraform reads each other stack through a data source of its own.
private func checkImportNames(_ graph: ResourceGraph) -> [Diagnostic] {
    var seen: [String: Name] = [:]
    return graph.facts.imports.compactMap { imported in
        let stack = imported.stack / imported.environment
        if let problem = (stack / imported.export).problem {
            return .unspeakableImport(stack / imported.export, problem)
        }
        guard let other = seen.updateValue(stack, forKey: imported.label), other != stack else { return nil }
        return .importsSpeltAlike(stack, other, as: imported.label)
    }
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
    static func exportsSpeltAlike(
        _ export: ResourceGraph.ExportNode, _ other: ResourceGraph.ExportNode
    ) -> Diagnostic {
        .error(
            "the exports '\(export.name)' and '\(other.name)' are spelt alike in the targets",
            help: "Choose names that differ in more than separators and capitals.", at: export.source,
            notes: [Note("the other is declared here", at: other.source)])
    }

    static func unspeakableImport(_ name: Name, _ problem: String) -> Diagnostic {
        .error("'\(name)' cannot be imported: \(problem)", help: "It becomes a part of a Terraform address.")
    }

    static func importsSpeltAlike(_ stack: Name, _ other: Name, as label: String) -> Diagnostic {
        .error(
            "'\(stack)' and '\(other)', from which values are imported, are both spelt '\(label)' in Terraform",
            help: "Choose names of systems and environments that differ in more than separators.")
    }

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
