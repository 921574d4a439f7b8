import TerraneCore

extension Workflow {
    /// Every context and function is known at the place where it is used.
    func checkAvailability() -> [Diagnostic] {
        placedExpressions.flatMap { placed in
            var found: [Diagnostic] = []
            placed.expression.forEachPart { part in
                switch part {
                case .context(let path): found += placed.check(path)
                case .call(let function, let arguments): found += placed.check(function, arguments)
                default: break
                }
            }
            return found
        }
    }
}

extension PlacedExpression {
    fileprivate func check(_ path: [String]) -> [Diagnostic] {
        guard let context = path.first else { return [] }
        guard WorkflowPlace.allContexts.contains(context) else { return [.unknownContext(context, at: source)] }
        // Secrets in conditions have a message of their own.
        if !place.contexts.contains(context), !(context == "secrets" && place.isCondition) {
            return [.contextOutOfPlace(context, place, at: source)]
        }
        guard path.count > 1, let known = PlacedExpression.members[context], !known.contains(path[1]) else { return [] }
        return [.unknownMember(path[1], of: context, known, at: source)]
    }

    fileprivate func check(
        _ function: WorkflowExpression.Function, _ arguments: [WorkflowExpression]
    ) -> [Diagnostic] {
        if WorkflowPlace.placedFunctions.contains(function), !place.functions.contains(function) {
            return [.functionOutOfPlace(function, place, at: source)]
        }
        guard function.arity.contains(arguments.count) else {
            return [.argumentCount(function, arguments.count, at: source)]
        }
        guard function == .format, case .string(let template)? = arguments.first,
            let highest = template.highestPlaceholder, highest >= arguments.count - 1
        else { return [] }
        return [.placeholderWithoutValue(highest, arguments.count - 1, at: source)]
    }

    /// The members of the contexts that have the same ones in every run ("Contexts reference", GitHub Docs).
    private static let members: [String: Set<String>] = [
        "github": [
            "action", "action_path", "action_ref", "action_repository", "action_status", "actor", "actor_id", "api_url",
            "artifact_cache_size_limit", "base_ref", "env", "event", "event_name", "event_path", "graphql_url",
            "head_ref", "job", "output", "path", "ref", "ref_name", "ref_protected", "ref_type", "repository",
            "repository_id", "repository_owner", "repository_owner_id", "repository_visibility", "repositoryUrl",
            "retention_days", "run_attempt", "run_id", "run_number", "secret_source", "server_url", "sha", "state",
            "step_summary", "token", "triggering_actor", "workflow", "workflow_ref", "workflow_sha", "workspace",
        ],
        "runner": ["arch", "debug", "environment", "name", "os", "temp", "tool_cache", "workspace"],
    ]
}

extension WorkflowExpression.Function {
    /// How many arguments it takes ("Evaluate expressions in workflows and actions", GitHub Docs).
    fileprivate var arity: ClosedRange<Int> {
        switch self {
        case .contains, .startsWith, .endsWith: 2...2
        case .format, .hashFiles: 1...255
        case .join: 1...2
        case .toJSON, .fromJSON: 1...1
        case .success, .always, .cancelled, .failure: 0...0
        }
    }
}

extension String {
    /// The highest number that stands in braces in a template of `format`; doubled braces are literal ones.
    fileprivate var highestPlaceholder: Int? {
        let plain = replacing("{{", with: "").replacing("}}", with: "")
        return plain.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
            .compactMap { Int($0.prefix { $0 != "}" }) }.max()
    }
}

extension Diagnostic {
    fileprivate static func unknownContext(_ context: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "GitHub has no context '\(context)'",
            help: suggestion(for: context, among: WorkflowPlace.allContexts)
                ?? "The contexts are \(WorkflowPlace.allContexts.sorted().joined(separator: ", ")).", at: place)
    }

    fileprivate static func contextOutOfPlace(
        _ context: String, _ place: WorkflowPlace, at source: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(context)' cannot be read in '\(place.key)'",
            help: "GitHub offers \(place.contexts.sorted().joined(separator: ", ")) there.", at: source)
    }

    fileprivate static func unknownMember(
        _ member: String, of context: String, _ known: Set<String>, at place: SourceLocation
    ) -> Diagnostic {
        .warning(
            "'\(context)' has no member '\(member)', so it is always empty",
            help: suggestion(for: member, among: known.sorted()) ?? "GitHub's 'Contexts reference' lists the members.",
            at: place)
    }

    fileprivate static func functionOutOfPlace(
        _ function: WorkflowExpression.Function, _ place: WorkflowPlace, at source: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(function.rawValue)()' cannot be called in '\(place.key)'",
            help: function == .hashFiles
                ? "Files exist once the steps run: call it in a step." : "It belongs into a condition: `.if(…)`.",
            at: source)
    }

    fileprivate static func argumentCount(
        _ function: WorkflowExpression.Function, _ count: Int, at place: SourceLocation
    ) -> Diagnostic {
        let arity = function.arity
        let taken = arity.count == 1 ? "\(arity.lowerBound)" : "at least \(arity.lowerBound)"
        return .error(
            "'\(function.rawValue)' is given \(count) arguments", help: "It takes \(taken).", at: place)
    }

    fileprivate static func placeholderWithoutValue(
        _ placeholder: Int, _ count: Int, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "the template of 'format' names '{\(placeholder)}', but has \(count) values",
            help: "Placeholders count from {0}; write a literal brace twice.", at: place)
    }
}
