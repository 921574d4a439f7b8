import TerraneCore

/// Checks what values are made of, in one walk over the graph.
///
/// Afterwards every reference leads to a resource of the graph, every literal is what its type says, and each
/// parameter has one declaration; or there is an error at the line that has it otherwise.
func checkReferences(_ graph: ResourceGraph) -> [Diagnostic] {
    var check = ReferenceCheck(graph)
    for node in graph.nodes {
        node.forEachExpression { check.visit($0, of: "'\(node.name)'", at: node.source) }
        for dependency in node.options.dependencies where !graph.hasResource(dependency) {
            check.missing(dependency, of: "'\(node.name)'", at: node.source, declaredAt: nil)
        }
    }
    for export in graph.exports {
        check.visit(export.value, of: "export '\(export.name)'", at: export.source)
    }
    for node in graph.documents {
        for expression in node.document.expressions {
            check.visit(expression, of: "'\(node.document.path)'", at: node.source)
        }
    }
    return check.diagnostics
}

private struct ReferenceCheck {
    private struct Missing: Hashable {
        let name: Name
        let place: SourceLocation
    }

    private(set) var diagnostics: [Diagnostic] = []
    private let graph: ResourceGraph
    private var parameters: [String: ParameterDeclaration] = [:]
    private var reported: Set<Missing> = []

    init(_ graph: ResourceGraph) {
        self.graph = graph
    }

    mutating func visit(_ expression: Expression, of owner: @autoclosure () -> String, at place: SourceLocation) {
        switch expression {
        case .string, .integer, .boolean, .null, .number: return
        default: break
        }
        var found: [Expression] = []
        expression.forEachPart { part in
            switch part {
            case .reference, .parameter, .malformed: found.append(part)
            default: break
            }
        }
        for part in found { examine(part, of: owner, at: place) }
    }

    private mutating func examine(_ part: Expression, of owner: () -> String, at place: SourceLocation) {
        switch part {
        case .reference(let reference) where graph[reference.target] == nil:
            missing(reference.target, of: owner(), at: place, declaredAt: reference.declaredAt)
        case .parameter(let parameter):
            if let first = parameters[parameter.name], first != parameter {
                diagnostics.append(.parameterDiffers(parameter, first))
            }
            parameters[parameter.name] = parameter
        case .malformed(let literal):
            diagnostics.append(.malformed(literal).located(at: place))
        default: break
        }
    }

    mutating func missing(_ target: Name, of owner: String, at place: SourceLocation, declaredAt: SourceLocation?) {
        let root = graph.unlistedRoot(of: target)
        guard reported.insert(Missing(name: root, place: place)).inserted else { return }
        let similar = Suggestion.nearest(to: root.path, among: graph.nodes.lazy.map(\.name.path))
        diagnostics.append(
            .notListed(root, usedBy: owner, environment: "\(graph.stack)/\(graph.environment.name)", similar: similar)
                .located(at: place))
    }
}

extension ResourceGraph {
    /// Whether the name is that of a resource, or of a component that holds some.
    func hasResource(_ name: Name) -> Bool {
        self[name] != nil || nodes.contains { $0.name.path.hasPrefix(name.path + "/") }
    }

    /// The outermost part of a missing name of which the graph has nothing at all: the component to list.
    func unlistedRoot(of target: Name) -> Name {
        var prefix = ""
        for part in target.path.split(separator: "/") {
            prefix += prefix.isEmpty ? String(part) : "/\(part)"
            if !hasResource(Name(prefix)) { return Name(prefix) }
        }
        return target
    }
}

extension Diagnostic {
    static func notListed(_ name: Name, usedBy owner: String, environment: String, similar: String?) -> Diagnostic {
        .error(
            "\(owner) uses '\(name)', which \(environment) does not list",
            help: "Add it to a body of the stack, or use an export of the stack that owns it."
                + (similar.map { " There is a '\($0)'." } ?? ""))
    }

    static func parameterDiffers(_ second: ParameterDeclaration, _ first: ParameterDeclaration) -> Diagnostic {
        .error(
            "the parameter '\(second.name)' is declared twice, and differently",
            help: "Declare it once, as a property, and use that.", at: second.source,
            notes: [Note("first declared here", at: first.source)])
    }

    static func malformed(_ literal: MalformedLiteral) -> Diagnostic {
        .error(literal.problem, help: literal.help)
    }
}
