import TerraneCore

extension Workflow {
    func checkTriggers() -> [Diagnostic] {
        var found: [Diagnostic] = triggers.isEmpty ? [.noTrigger(name, at: source)] : []
        var seen: Set<String> = []
        for trigger in triggers {
            if !seen.insert(trigger.name).inserted { found.append(.triggerTwice(trigger.name, at: source)) }
            found += checkInputs(trigger.inputs ?? []) + check(trigger)
        }
        return found
    }

    private func check(_ trigger: WorkflowTrigger) -> [Diagnostic] {
        guard case .schedule(let crons) = trigger else { return [] }
        return crons.filter { !$0.isWellFormed }.map { .malformedCron($0, at: source) }
            + crons.filter(\.isTooOften).map { .cronTooOften($0, at: source) }
    }

    private func checkInputs(_ inputs: [WorkflowInput]) -> [Diagnostic] {
        var seen: Set<String> = []
        var found: [Diagnostic] = []
        for input in inputs {
            if !seen.insert(input.name).inserted { found.append(.inputTwice(input.name, at: source)) }
            if case .choice(let choices) = input.kind, choices.isEmpty {
                found.append(.inputWithoutChoices(input.name, at: source))
            }
            if !input.takesFallback { found.append(.defaultOfAnotherKind(input, at: source)) }
            if case .choice(let choices) = input.kind, let fallback = input.literalFallback, !choices.contains(fallback)
            {
                found.append(.defaultIsNoChoice(fallback, of: input.name, choices, at: source))
            }
        }
        return found
    }
}

extension WorkflowInput {
    fileprivate var literalFallback: String? {
        if case .literal(let text)? = fallback?.parts.first, fallback?.parts.count == 1 { text } else { nil }
    }
}

extension WorkflowInput {
    /// Whether the default is of the input's kind.
    fileprivate var takesFallback: Bool {
        guard let parts = fallback?.parts, parts.count == 1 else { return true }
        return kind.takes(parts[0])
    }
}

extension Diagnostic {
    fileprivate static func inputWithoutChoices(_ input: String, at place: SourceLocation) -> Diagnostic {
        .error("the input '\(input)' offers no choice", help: "List some: `.choice([\"staging\", …])`.", at: place)
    }

    fileprivate static func defaultOfAnotherKind(_ input: WorkflowInput, at place: SourceLocation) -> Diagnostic {
        .error(
            "the default of the input '\(input.name)' is no \(input.kind.name)",
            help: "Write it as one: \(input.kind.example).", at: place)
    }

    /// "The shortest interval you can run scheduled workflows is once every 5 minutes" ("Events that trigger workflows").
    fileprivate static func cronTooOften(_ cron: Cron, at place: SourceLocation) -> Diagnostic {
        .warning(
            "'\(cron.fields)' asks for runs less than 5 minutes apart, which GitHub does not start",
            help: "Let five minutes pass: '*/5 * * * *'.", at: place)
    }

    fileprivate static func noTrigger(_ workflow: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "nothing sets off the workflow '\(workflow)'", help: "Say when it runs: `on: .push(branches: [\"main\"])`.",
            at: place)
    }

    fileprivate static func triggerTwice(_ event: String, at place: SourceLocation) -> Diagnostic {
        .error("the event '\(event)' is listed twice", help: "Put its filters into one.", at: place)
    }

    fileprivate static func malformedCron(_ cron: Cron, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(cron.fields)' is not a schedule that GitHub takes",
            help: "Write minute, hour, day, month and weekday, in UTC: '0 11 * * 1-5'.", at: place)
    }

    fileprivate static func inputTwice(_ input: String, at place: SourceLocation) -> Diagnostic {
        .error("the workflow asks twice for '\(input)'", help: "Give each input a name of its own.", at: place)
    }

    fileprivate static func defaultIsNoChoice(
        _ fallback: String, of input: String, _ choices: [String], at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "the default '\(fallback)' of the input '\(input)' is not among its choices",
            help: suggestion(for: fallback, among: choices)
                ?? "The choices are \(choices.map { "'\($0)'" }.joined(separator: ", ")).", at: place)
    }
}
