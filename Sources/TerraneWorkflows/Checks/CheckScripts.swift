import TerraneCore

extension Workflow {
    /// Scripts use commands that runners obey, conditions are no texts, and no expression is longer than GitHub reads.
    func checkScripts() -> [Diagnostic] {
        jobs.flatMap(\.steps).flatMap { $0.checkCommands() + $0.checkLengths() } + checkConstants()
    }

    /// A text is true, whatever it says.
    private func checkConstants() -> [Diagnostic] {
        placedExpressions.compactMap { placed in
            guard placed.place.isCondition, case .string(let text) = placed.expression else { return nil }
            return .conditionIsText(text, at: placed.source)
        }
    }
}

extension StepDefinition {
    fileprivate func checkCommands() -> [Diagnostic] {
        guard case .script(let script) = work, script.text.utf8.hasTwoColons else { return [] }
        let refused = ["::set-env ", "::add-path::"].filter { script.text.contains($0) }
        let old = ["::set-output ", "::save-state "].filter { script.text.contains($0) }
        return refused.map { .refusedCommand($0, title, at: source) } + old.map { .oldCommand($0, title, at: source) }
    }

    /// GitHub makes one expression of a text that holds one, and reads no more than 21,000 characters of it
    /// (`ExpressionConstants.MaxLength` of `actions/runner`).
    fileprivate func checkLengths() -> [Diagnostic] {
        texts.contains { !$0.computed.isEmpty && $0.literalLength > 21_000 }
            ? [.expressionTooLong(title, at: source)] : []
    }
}

extension String.UTF8View {
    /// Whether there may be a command in it: each begins with two colons.
    fileprivate var hasTwoColons: Bool {
        let colon = UInt8(ascii: ":")
        return zip(self, dropFirst()).contains { $0 == colon && $1 == colon }
    }
}

extension WorkflowText {
    fileprivate var literalLength: Int {
        parts.reduce(0) { if case .literal(let text) = $1 { $0 + text.utf8.count } else { $0 } }
    }
}

extension Diagnostic {
    fileprivate static func conditionIsText(_ text: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "a condition is the text '\(text)', which is always true",
            help: "Build it from contexts: `.if(.github.ref == \"refs/heads/main\")`.", at: place)
    }

    fileprivate static func refusedCommand(_ command: String, _ step: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "the script of '\(step)' uses the command '\(command.commandName)', which runners refuse",
            help: "Write to the file instead: `>> \"$GITHUB_ENV\"` or `>> \"$GITHUB_PATH\"`.", at: place)
    }

    fileprivate static func oldCommand(_ command: String, _ step: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "the script of '\(step)' uses the command '\(command.commandName)', which GitHub has deprecated",
            help: "Write to the file instead: `echo \"name=value\" >> \"$GITHUB_OUTPUT\"` or `\"$GITHUB_STATE\"`.",
            at: place)
    }

    fileprivate static func expressionTooLong(_ step: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "a text of '\(step)' holds an expression and has more than 21,000 characters",
            help:
                "GitHub reads the whole of it as one expression, and no more than that. Pass the expression by `env`.",
            at: place)
    }
}

extension String {
    fileprivate var commandName: String { String(drop { $0 == ":" }.prefix { $0 != ":" && $0 != " " }) }
}
