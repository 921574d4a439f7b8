import TerraneCore

/// Writes the scripts of a system, each from what all of its environments say of it.
///
/// Afterwards every script knows the facts of each environment that lists it; environments that list one under the same
/// path mean the same template and have the same facts, or there is an error at the line of the second.
func lowerToScripts(_ graphs: [ResourceGraph]) -> LoweredTarget {
    var scripts: [String: Script] = [:]
    var lowered = LoweredTarget()
    for graph in graphs {
        for node in graph.documents {
            guard let document = node.document as? ScriptDocument else { continue }
            let resolved = resolve(document, of: node, in: graph)
            lowered.diagnostics += resolved.diagnostics
            let path = graph.path(of: document)
            if let first = scripts[path], let problem = first.disagreement(with: document, in: graph) {
                lowered.diagnostics.append(problem.located(at: node.source))
            } else {
                scripts[path, default: Script(document: document, graph: graph, source: node.source)]
                    .environments.append(resolved.environment)
            }
        }
    }
    for (path, script) in scripts.sorted(by: { $0.key < $1.key }) { lowered.add(script, at: path) }
    return lowered
}

/// A script, and the environments that have told what they know.
private struct Script {
    let document: ScriptDocument
    let graph: ResourceGraph
    let source: SourceLocation
    var environments: [ScriptRenderer.Environment] = []

    func disagreement(with other: ScriptDocument, in graph: ResourceGraph) -> Diagnostic? {
        if environments.contains(where: { $0.name == graph.environment.name }) {
            return .scriptTwice(other.path, first: source)
        }
        let isSame =
            document.template == other.template
            && Set(document.facts.map(\.variable)) == Set(other.facts.map(\.variable))
        return isSame ? nil : .scriptDiffers(other.path, first: source)
    }
}

/// What an environment knows: where it is, and the facts of the script.
private func resolve(
    _ document: ScriptDocument, of node: ResourceGraph.DocumentNode, in graph: ResourceGraph
) -> (environment: ScriptRenderer.Environment, diagnostics: [Diagnostic]) {
    let values = StaticValues(of: graph, in: node.region)
    var diagnostics: [Diagnostic] = []
    var facts: [(variable: String, value: JSON)] = [
        ("account", .string(graph.account?.rawValue ?? "")), ("region", .string(node.region.rawValue)),
    ]
    for fact in document.facts {
        switch values.json(fact.value) {
        case .success(let value) where value.fitsShell: facts.append((fact.variable, value))
        case .success:
            diagnostics.append(
                .unwritable(document.path, "the shell cannot hold '\(fact.variable)'", at: node.source))
        case .failure(let late):
            if !fact.value.isMalformed { diagnostics.append(.knownTooLate(late, in: document.path, at: node.source)) }
        }
    }
    return (ScriptRenderer.Environment(name: graph.environment.name, facts: facts), diagnostics)
}

extension LoweredTarget {
    fileprivate mutating func add(_ script: Script, at path: String) {
        do {
            let renderer = try ScriptRenderer(script.document.template)
            let (notice, environments) = (script.graph.systemNotice, script.environments)
            drafts.append(Draft(path: path) { Array(renderer.render(notice: notice, environments).utf8) })
        } catch {
            diagnostics.append(.unwritable(script.document.path, "\(error)", at: script.source))
        }
    }
}

extension Diagnostic {
    static func scriptTwice(_ path: String, first: SourceLocation) -> Diagnostic {
        .error(
            "'\(path)' is listed twice", help: "Give one of the two another name: `.named(\"…\")`.",
            notes: [Note("first listed here", at: first)])
    }

    static func scriptDiffers(_ path: String, first: SourceLocation) -> Diagnostic {
        .error(
            "two environments mean different scripts by '\(path)'",
            help: "One file serves all environments: give one of the two another name: `.named(\"…\")`.",
            notes: [Note("the other is listed here", at: first)])
    }
}
