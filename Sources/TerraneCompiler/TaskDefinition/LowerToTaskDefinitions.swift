import TerraneCore

/// Writes the JSON documents of a stack: task definitions as `aws ecs register-task-definition` takes them.
///
/// Such a file is registered as it stands, so everything in it must be known now; what is not is an error.
func lowerToTaskDefinitions(_ graph: ResourceGraph) -> LoweredTarget {
    var lowered = LoweredTarget()
    for node in graph.documents {
        guard let document = node.document as? JSONDocument else { continue }
        switch StaticValues(of: graph, in: node.region).json(document.contents) {
        case .success(let json):
            lowered.artifacts.append(
                Artifact(path: graph.path(of: document), contents: JSONPrinter.document(json)))
        case .failure(let late):
            lowered.diagnostics.append(.knownTooLate(late, in: document.path, at: node.source))
        }
    }
    return lowered
}

extension ResourceGraph {
    /// The path of a document in the output.
    func path(of document: any Document) -> String {
        switch document.scope {
        case .system: "\(stack.dashed)/\(document.path)"
        case .environment: "\(folder)/\(document.path)"
        }
    }
}

extension Diagnostic {
    static func knownTooLate(_ late: LateBound, in path: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(path)' needs \(late.summary), which is known only once deployed",
            help: "The file is used as it is printed: give the value in Swift, or pass it through an SSM parameter.",
            at: place)
    }
}
