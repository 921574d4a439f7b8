import TerraneCore

extension Workflow {
    func checkSteps() -> [Diagnostic] {
        jobs.flatMap { $0.checkStepIDs() + $0.steps.flatMap { $0.checkItself() } }
    }
}

extension Job {
    fileprivate func checkStepIDs() -> [Diagnostic] {
        var seen: [String: SourceLocation] = [:]
        var found: [Diagnostic] = []
        for step in steps {
            guard let id = step.id else { continue }
            // GitHub does not tell capitals from small letters in ids.
            let key = id.lowercased()
            if let first = seen[key] { found.append(.stepTwice(id, in: self, at: step.source, first: first)) }
            seen[key] = seen[key] ?? step.source
        }
        return found
    }
}

extension StepDefinition {
    fileprivate func checkItself() -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let id, !id.isWorkflowIdentifier { found.append(.malformedIdentifier(id, of: "step", at: source)) }
        if let timeout, !timeout.isWholeMinutes { found.append(.timeoutInSeconds(of: title, at: source)) }
        if case .script(let script) = work { found += check(script) }
        return found
    }

    /// GitHub pastes expressions into a script before the shell reads it, so a branch named `$(…)` would run.
    /// ("Script injections", GitHub Docs.)
    private func check(_ script: Script) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if script.text.holdsExpression { found.append(.expressionInScript(of: title, at: source)) }
        if script.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) { found.append(.emptyScript(title, at: source)) }
        return found
    }
}

extension String {
    /// Whether `${{` stands in it.
    fileprivate var holdsExpression: Bool {
        let mark = Array("${{".utf8)
        let bytes = Array(utf8)
        guard bytes.count >= mark.count else { return false }
        return (0...bytes.count - mark.count).contains { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
    }
}

extension Diagnostic {
    fileprivate static func stepTwice(
        _ id: String, in job: Job, at place: SourceLocation, first: SourceLocation
    ) -> Diagnostic {
        .error(
            "two steps of the job '\(job.id)' have the id '\(id)'", help: "Give each step of a job an id of its own.",
            at: place, notes: [Note("the other one", at: first)])
    }

    fileprivate static func expressionInScript(of step: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "the script of '\(step)' holds an expression",
            help: "Whoever names a branch could run commands through it. Pass it by `env: [\"NAME\": …]` and read"
                + " \"$NAME\".", at: place)
    }

    fileprivate static func emptyScript(_ step: String, at place: SourceLocation) -> Diagnostic {
        .error("the script of '\(step)' is empty", help: "Say what to run.", at: place)
    }
}
