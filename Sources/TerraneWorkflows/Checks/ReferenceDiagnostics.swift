import TerraneCore

extension Diagnostic {
    static func stepWithoutID(_ reference: StepReference) -> Diagnostic {
        .error(
            "an output of the step '\(reference.title)' is read, but the step has no id",
            help: "Give it one: `.id(\"build\")`.", at: reference.declaredAt)
    }

    static func stepNotRun(_ reference: StepReference, _ step: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "an output of the step '\(step)' is read, which has not run at this place",
            help: "List that step in the same job, above the place that reads it.", at: place,
            notes: [Note("the step", at: reference.declaredAt)])
    }

    static func unknownOutput(
        _ output: String, of thing: String, _ known: [String], at place: SourceLocation, declaredAt: SourceLocation
    ) -> Diagnostic {
        let outputs = known.sorted().joined(separator: ", ")
        return .error(
            "the \(thing) has no output '\(output)'",
            help: suggestion(for: output, among: known)
                ?? (known.isEmpty
                    ? "Declare what it offers: `outputs: [\"\(output)\"]` of a script, `.outputs([…])` of a job."
                    : "It offers \(outputs)."),
            at: place, notes: [Note("declared", at: declaredAt)])
    }

    static func jobNotNeeded(_ job: String, by user: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(user)' reads an output of the job '\(job)', which it does not need",
            help: "GitHub knows the outputs of direct needs alone: add it with `.needs(…)`.", at: place)
    }

    static func unknownWorkflowInput(_ input: String, _ known: [String], at place: SourceLocation) -> Diagnostic {
        .error(
            "the workflow has no input '\(input)'",
            help: suggestion(for: input, among: known)
                ?? "Declare it: `.workflowDispatch(inputs: WorkflowInput(\"\(input)\"))`.", at: place)
    }

    static func unknownAxis(
        _ axis: String, _ known: [String], of job: String, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "the matrix of '\(job)' has no '\(axis)'",
            help: suggestion(for: axis, among: known) ?? "Give the job one: `.matrix([\"\(axis)\": […]])`.", at: place)
    }

    static func malformedSecret(_ name: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(name)' cannot be the name of a secret",
            help: "Use letters, digits and '_', and do not begin with a digit or 'GITHUB_'.", at: place)
    }
}
