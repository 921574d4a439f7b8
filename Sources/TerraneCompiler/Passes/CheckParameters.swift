import TerraneCore

/// Checks what parameters are called and what holds when they are not given.
///
/// Afterwards every name is one that Terraform lets a variable have, and every default is a literal that CloudFormation
/// reads as the same value.
func checkParameters(_ graph: ResourceGraph) -> [Diagnostic] {
    graph.facts.parameters.flatMap { parameter -> [Diagnostic] in
        var problems: [Diagnostic] = []
        if parameter.name.utf8.contains(UInt8(ascii: "/")) || reservedVariables.contains(parameter.name) {
            problems.append(.variableReserved(parameter))
        }
        if let fallback = parameter.fallback, !fallback.isLiteral { problems.append(.defaultNotLiteral(parameter)) }
        if case .list(let items)? = parameter.fallback, items.compactMap(\.text).contains(where: isDivided) {
            problems.append(.defaultDivided(parameter))
        }
        return problems
    }
}

/// "Input Variables", Terraform documentation.
private let reservedVariables: Set<String> = [
    "source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals",
]

/// Whether an item of a list would come back as several, or shorter: commas divide, and spaces around items are dropped
/// ("CloudFormation template Parameters syntax", `CommaDelimitedList`, AWS CloudFormation User Guide).
private func isDivided(_ item: String) -> Bool {
    let space = UInt8(ascii: " ")
    return item.utf8.contains(UInt8(ascii: ",")) || item.utf8.first == space || item.utf8.last == space
}

extension Expression {
    /// Whether it is known now, without anything else.
    fileprivate var isLiteral: Bool {
        switch self {
        case .string, .integer, .number, .boolean, .malformed: true
        case .list(let items): items.allSatisfy { $0.text != nil }
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func variableReserved(_ parameter: ParameterDeclaration) -> Diagnostic {
        .error(
            "'\(parameter.name)' cannot be the name of a Terraform variable",
            help: "Use letters, digits, '-' and '_', and none of Terraform's own words, such as 'version'.",
            at: parameter.source)
    }

    fileprivate static func defaultNotLiteral(_ parameter: ParameterDeclaration) -> Diagnostic {
        .error(
            "the default of the parameter '\(parameter.name)' is made of other values",
            help: "Both targets take a literal alone: leave the default out, or write it out.", at: parameter.source)
    }

    fileprivate static func defaultDivided(_ parameter: ParameterDeclaration) -> Diagnostic {
        .error(
            "an item of the default of '\(parameter.name)' has a comma in it, or a space at an end",
            help: "CloudFormation divides lists at commas and drops spaces around items.", at: parameter.source)
    }
}
