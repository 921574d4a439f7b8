import TerraneCore

extension Workflow {
    /// Every action is in the lock and gets the inputs that it takes.
    func checkActions() -> [Diagnostic] {
        jobs.flatMap(\.steps).flatMap { step -> [Diagnostic] in
            guard case .action(let call) = step.work else { return [] }
            guard let action = ActionLock[call.action] else { return [.unlocked(call.action, at: step.source)] }
            return call.check(against: action, at: step.source)
        }
    }
}

extension ActionCall {
    fileprivate func check(against locked: LockedAction, at place: SourceLocation) -> [Diagnostic] {
        // GitHub does not tell capitals from small letters in the names of inputs.
        let known = Set(locked.inputs.map { $0.lowercased() })
        let given = Set(inputs.keys.map { $0.lowercased() })
        let unknown = inputs.keys.filter { !known.contains($0.lowercased()) }
        let missing = locked.required.filter { !given.contains($0.lowercased()) }
        let old = ActionCall.deprecated[action, default: [:]].filter { given.contains($0.key) }.sorted {
            $0.key < $1.key
        }
        return unknown.map { .unknownInput($0, of: action, locked, at: place) }
            + old.map { .deprecatedInput($0.key, of: action, instead: $0.value, at: place) }
            + missing.map { .missingInput($0, of: action, at: place) }
    }
}

extension ActionCall {
    /// Inputs that an action's own `action.yml` calls deprecated, and what it says to do.
    fileprivate static let deprecated: [String: [String: String]] = [
        "actions/cache": [
            "save-always": "Use actions/cache/restore and actions/cache/save with a condition of their own."
        ]
    ]
}

extension Diagnostic {
    fileprivate static func deprecatedInput(
        _ input: String, of action: String, instead: String, at place: SourceLocation
    ) -> Diagnostic {
        .warning("'\(action)' has deprecated the input '\(input)'", help: instead, at: place)
    }

    fileprivate static func unlocked(_ action: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "the action '\(action)' is not in the action lock",
            help: suggestion(for: action, among: ActionLock.names)
                ?? (action.utf8.contains(UInt8(ascii: "@"))
                    ? "Leave the version out: the lock knows the commit."
                    : "Review it and add it to ActionLock.json, with the commit that was reviewed."),
            at: place)
    }

    fileprivate static func unknownInput(
        _ input: String, of action: String, _ locked: LockedAction, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(action)' \(locked.version) has no input '\(input)'",
            help: suggestion(for: input, among: locked.inputs)
                ?? "It takes \(locked.inputs.sorted().joined(separator: ", ")).", at: place)
    }

    fileprivate static func missingInput(
        _ input: String, of action: String, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(action)' needs the input '\(input)'", help: "It has no default: `with: [\"\(input)\": …]`.", at: place)
    }
}
