import TerraneCore

extension Workflow {
    /// A called workflow can be called, and gets what it takes.
    func checkCalls() -> [Diagnostic] {
        jobs.flatMap { job in
            guard let call = job.call else { return [Diagnostic]() }
            guard let interface = call.interface else { return [.notCallable(call, by: job)] }
            return call.check(against: interface, by: job) + (job.gate == nil ? [] : [.callWithEnvironment(job)])
        }
    }
}

extension WorkflowCall {
    fileprivate func check(against interface: WorkflowInterface, by job: Job) -> [Diagnostic] {
        let required = interface.inputs.filter { $0.isRequired && $0.fallback == nil }.map(\.name)
        return check(inputs, "input", known: interface.inputs.map(\.name), required: required, job)
            + check(secrets, "secret", known: interface.secrets, required: interface.secrets, job)
    }

    private func check(
        _ given: WorkflowMap, _ kind: String, known: [String], required: [String], _ job: Job
    ) -> [Diagnostic] {
        let unknown = given.keys.filter { !known.contains($0) }
        let missing = required.filter { given[$0] == nil }
        return unknown.map { .unknownArgument($0, kind, known, of: self, by: job) }
            + missing.map { .missingArgument($0, kind, of: self, by: job) }
    }
}

extension Diagnostic {
    fileprivate static func notCallable(_ call: WorkflowCall, by job: Job) -> Diagnostic {
        .error(
            "'\(job.id)' calls '\(call.path)', which no workflow can call",
            help: "Let it be set off by `.workflowCall(…)`.", at: job.source,
            notes: [Note("declared", at: call.declaredAt)])
    }

    fileprivate static func callWithEnvironment(_ job: Job) -> Diagnostic {
        .error(
            "'\(job.id)' calls a workflow and names an environment, which GitHub does not allow",
            help: "Name the environment in the job of the workflow that is called.", at: job.source)
    }

    fileprivate static func unknownArgument(
        _ name: String, _ kind: String, _ known: [String], of call: WorkflowCall, by job: Job
    ) -> Diagnostic {
        .error(
            "'\(call.path)' takes no \(kind) '\(name)'",
            help: suggestion(for: name, among: known)
                ?? (known.isEmpty ? "It takes none." : "It takes \(known.sorted().joined(separator: ", "))."),
            at: job.source, notes: [Note("declared", at: call.declaredAt)])
    }

    fileprivate static func missingArgument(
        _ name: String, _ kind: String, of call: WorkflowCall, by job: Job
    ) -> Diagnostic {
        .error(
            "'\(call.path)' needs the \(kind) '\(name)'", help: "Pass it where the workflow is called.", at: job.source,
            notes: [Note("declared", at: call.declaredAt)])
    }
}
