import TerraneCore
import TerraneYAML

/// Writes the JSON and YAML documents of a stack: task definitions as `aws ecs register-task-definition` takes them, and
/// AppSpec files as CodeDeploy does.
///
/// Such a file is handed over as it stands, so everything in it must be known now; what is not is an error.
func lowerToTaskDefinitions(_ graph: ResourceGraph) -> LoweredTarget {
    var lowered = LoweredTarget()
    for node in graph.documents {
        guard let contents = node.document.plainContents else { continue }
        switch StaticValues(of: graph, in: node.region).json(contents) {
        case .success(let json):
            let printed = node.document.printed(json, headedBy: graph.notice)
            lowered.drafts.append(Draft(path: graph.path(of: node.document), contents: printed.bytes))
            lowered.diagnostics += printed.diagnostics
        case .failure(let late):
            lowered.diagnostics.append(.knownTooLate(late, in: node.document.path, at: node.source))
        }
    }
    return lowered
}

extension Document {
    /// What a document made of plain values holds.
    fileprivate var plainContents: Expression? {
        switch self {
        case let document as JSONDocument: document.contents
        case let document as YAMLDocument: document.contents
        default: nil
        }
    }

    fileprivate func printed(_ json: JSON, headedBy notice: String) -> PrintedDocument {
        guard self is YAMLDocument else { return PrintedDocument(bytes: JSONPrinter.document(json), diagnostics: []) }
        do throws(YAMLError) {
            let bytes = try Emitter.emit(json.yaml, header: notice, indentsSequences: true)
            return PrintedDocument(bytes: bytes, diagnostics: [])
        } catch {
            return PrintedDocument(bytes: [], diagnostics: [.unwritable(path, "\(error)", at: source)])
        }
    }
}

extension JSON {
    /// The same value as YAML.
    fileprivate var yaml: Node {
        switch self {
        case .null: .null
        case .boolean(let flag): Node(.scalar(.boolean(flag)))
        case .integer(let number): Node(.scalar(.integer(number)))
        case .number(let number): Node(.scalar(.number(number)))
        case .string(let text): .string(text)
        case .array(let items): .sequence(items.map(\.yaml))
        case .object(let members): .mapping(members.map { Node.Pair(.string($0.key), $0.value.yaml) })
        }
    }
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
