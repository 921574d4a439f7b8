import TerraneCore

/// Finds out what values are made of, in one walk over the graph.
///
/// Afterwards `facts` says what each resource refers to and which parameters there are; every reference leads to a
/// resource of the graph, every literal is what its type says, and each parameter has one declaration, or there is an
/// error at the line that has it otherwise.
func resolveReferences(_ graph: ResourceGraph) -> EvaluatedStack {
    var walk = ReferenceWalk(graph)
    walk.visitNodes()
    for export in graph.exports {
        walk.visit(export.value, of: { "export '\(export.name)'" }, at: export.source)
    }
    for node in graph.documents {
        for expression in node.document.expressions {
            walk.visit(expression, of: { "'\(node.document.path)'" }, at: node.source, isDocument: true)
        }
    }
    var resolved = graph
    resolved.facts = walk.finished
    return EvaluatedStack(graph: resolved, diagnostics: walk.diagnostics)
}

private struct ReferenceWalk {
    private struct Missing: Hashable {
        let name: Name
        let place: SourceLocation
    }

    private(set) var diagnostics: [Diagnostic] = []
    private let graph: ResourceGraph
    private var facts = GraphFacts()
    /// The last resource that referred to each resource.
    private var lastReferrer: [Int]
    private var parameters: [String: ParameterDeclaration] = [:]
    private var onlyInDocuments: Set<String> = []
    private var imports: Set<ImportedValue> = []
    private var lookups: Set<Lookup> = []
    private var sources: [Name: DataSource] = [:]
    private var reported: Set<Missing> = []

    init(_ graph: ResourceGraph) {
        self.graph = graph
        facts.references = Array(repeating: [], count: graph.nodes.count)
        lastReferrer = Array(repeating: -1, count: graph.nodes.count)
    }

    /// A parameter that only a document uses has its default there and is nobody's variable.
    var finished: GraphFacts {
        var finished = facts
        finished.parameters = parameters.values.filter { !onlyInDocuments.contains($0.name) }.sorted {
            $0.name < $1.name
        }
        return finished
    }

    mutating func visitNodes() {
        for (position, node) in graph.nodes.enumerated() {
            var parts: [Expression] = []
            node.forEachExpression { expression in
                if !expression.isPlain { expression.forEachPart { if !$0.isPlain { parts.append($0) } } }
            }
            for part in parts { examine(part, of: { "'\(node.name)'" }, at: node.source, position: position) }
            for dependency in node.options.dependencies where !graph.hasResource(dependency) {
                missing(dependency, of: "'\(node.name)'", at: node.source)
            }
        }
    }

    mutating func visit(
        _ expression: Expression, of owner: () -> String, at place: SourceLocation, isDocument: Bool = false
    ) {
        var parts: [Expression] = []
        expression.forEachPart { if !$0.isPlain { parts.append($0) } }
        for part in parts {
            if isDocument, case .parameter(let parameter) = part, parameters[parameter.name] == nil {
                onlyInDocuments.insert(parameter.name)
            }
            examine(part, of: owner, at: place, position: nil)
        }
    }

    private mutating func examine(_ part: Expression, of owner: () -> String, at place: SourceLocation, position: Int?)
    {
        switch part {
        case .reference(let reference):
            guard let target = graph.index[reference.target] else {
                return missing(reference.target, of: owner(), at: place)
            }
            guard let position, lastReferrer[target] != position else { return }
            lastReferrer[target] = position
            facts.references[position].append(target)
        case .parameter(let parameter):
            if let first = parameters[parameter.name], first != parameter {
                diagnostics.append(.parameterDiffers(parameter, first))
            }
            parameters[parameter.name] = parameters[parameter.name] ?? parameter
        case .context(let context): facts.contexts.insert(context)
        case .imported(let imported): if imports.insert(imported).inserted { facts.imports.append(imported) }
        case .lookup(let lookup): examine(lookup)
        case .malformed(let literal): diagnostics.append(.malformed(literal).located(at: place))
        default: break
        }
    }

    private mutating func examine(_ lookup: Lookup) {
        let source = lookup.source
        if let first = sources[source.name], first != source { diagnostics.append(.foundDifferently(source, first)) }
        sources[source.name] = sources[source.name] ?? source
        guard lookups.insert(lookup).inserted else { return }
        for needed in lookup.lookups { examine(needed) }
        facts.lookups.append(lookup)
    }

    private mutating func missing(_ target: Name, of owner: String, at place: SourceLocation) {
        let root = graph.unlistedRoot(of: target)
        guard reported.insert(Missing(name: root, place: place)).inserted else { return }
        let similar = Suggestion.nearest(to: root.path, among: graph.nodes.lazy.map(\.name.path))
        diagnostics.append(
            .notListed(root, usedBy: owner, environment: "\(graph.stack)/\(graph.environment.name)", similar: similar)
                .located(at: place))
    }
}

extension Lookup {
    /// What must be found first.
    fileprivate var lookups: [Lookup] {
        var found: [Lookup] = []
        source.arguments.forEachExpression { argument in
            argument.forEachPart { if case .lookup(let lookup) = $0 { found.append(lookup) } }
        }
        return found
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

    static func foundDifferently(_ second: DataSource, _ first: DataSource) -> Diagnostic {
        .error(
            "'\(second.name)', which exists already, is looked for in two ways",
            help: "Declare it once, as a property, and use that; or give one of the two another name.",
            at: second.declaredAt, notes: [Note("first looked for here", at: first.declaredAt)])
    }

    static func malformed(_ literal: MalformedLiteral) -> Diagnostic {
        .error(literal.problem, help: literal.help)
    }
}
