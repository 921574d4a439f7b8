import TerraneCore

extension Workflow {
    /// Environment variables, inputs and outputs are each given once, by names that a shell can read.
    func checkNames() -> [Diagnostic] {
        checkVariables(environment, at: source) + jobs.flatMap { $0.checkNames() }
    }
}

extension Job {
    fileprivate func checkNames() -> [Diagnostic] {
        checkVariables(environment, at: source) + checkOnce(outputs, "output", at: source)
            + steps.flatMap { $0.checkNames() }
    }
}

extension StepDefinition {
    fileprivate func checkNames() -> [Diagnostic] {
        let variables = checkVariables(environment, at: source)
        guard case .action(let call) = work else { return variables }
        return variables + checkOnce(call.inputs, "input", at: source)
    }
}

private func checkVariables(_ variables: WorkflowMap, at place: SourceLocation) -> [Diagnostic] {
    checkOnce(variables, "environment variable", at: place)
        + variables.keys.filter { !$0.isVariableName }.map { .malformedVariable($0, at: place) }
}

private func checkOnce(_ map: WorkflowMap, _ kind: String, at place: SourceLocation) -> [Diagnostic] {
    var seen: Set<String> = []
    return map.keys.filter { !seen.insert($0).inserted }.map { .givenTwice($0, kind, at: place) }
}

extension String {
    /// Whether a shell can read a variable of that name.
    fileprivate var isVariableName: Bool {
        isWorkflowIdentifier && !utf8.contains(UInt8(ascii: "-"))
    }
}

extension Diagnostic {
    fileprivate static func givenTwice(_ name: String, _ kind: String, at place: SourceLocation) -> Diagnostic {
        .error("the \(kind) '\(name)' is given twice", help: "Remove one of them.", at: place)
    }

    fileprivate static func malformedVariable(_ name: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(name)' cannot be the name of an environment variable",
            help: "Begin with a letter or '_', and go on with letters, digits and '_'.", at: place)
    }
}
