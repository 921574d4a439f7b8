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
    }

    private func checkInputs(_ inputs: [WorkflowInput]) -> [Diagnostic] {
        var seen: Set<String> = []
        var found: [Diagnostic] = []
        for input in inputs {
            if !seen.insert(input.name).inserted { found.append(.inputTwice(input.name, at: source)) }
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

extension Diagnostic {
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
