import TerraneCore

extension Workflow {
    /// A called workflow can be called, and gets what it takes.
    func checkCalls() -> [Diagnostic] {
        jobs.flatMap { job in
            guard let call = job.call else { return [Diagnostic]() }
            guard let interface = call.interface else { return [.notCallable(call, by: job)] }
            return call.check(against: interface, by: job) + (job.gate == nil ? [] : [.callWithEnvironment(job)])
                + (job.keysOfSteps.isEmpty ? [] : [.callWithKeys(job, job.keysOfSteps)])
        }
    }
}

extension Job {
    /// What it says about steps and their machine, which a job that calls a workflow does not have ("Reuse workflows", section
    /// "Supported keywords for jobs that call a reusable workflow", GitHub Docs).
    fileprivate var keysOfSteps: [String] {
        let given = [
            ("env", !environment.isEmpty), ("outputs", !outputs.isEmpty), ("container", container != nil),
            ("services", !services.isEmpty), ("defaults", workingDirectory != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}

extension WorkflowCall {
    fileprivate func check(against interface: WorkflowInterface, by job: Job) -> [Diagnostic] {
        let required = interface.inputs.filter { $0.isRequired && $0.fallback == nil }.map(\.name)
        return check(inputs, "input", known: interface.inputs.map(\.name), required: required, job)
            + check(secrets, "secret", known: interface.secrets, required: interface.secrets, job)
            + checkKinds(interface.inputs, job)
    }

    /// "The data type of the input value must match the type specified in the called workflow" ("Reuse workflows").
    private func checkKinds(_ inputs: [WorkflowInput], _ job: Job) -> [Diagnostic] {
        inputs.filter { input in
            guard let parts = self.inputs[input.name]?.parts, parts.count == 1 else { return false }
            return !input.kind.takes(parts[0])
        }.map { .argumentOfAnotherKind($0, of: self, by: job) }
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

    fileprivate static func callWithKeys(_ job: Job, _ keys: [String]) -> Diagnostic {
        .error(
            "'\(job.id)' calls a workflow and has '\(keys.joined(separator: "', '"))', which only a job with steps can have",
            help: "Say it in the jobs of the workflow that is called, or pass inputs.", at: job.source)
    }

    fileprivate static func argumentOfAnotherKind(
        _ input: WorkflowInput, of call: WorkflowCall, by job: Job
    ) -> Diagnostic {
        .error(
            "'\(job.id)' gives '\(call.path)' something else than a \(input.kind.name) for '\(input.name)'",
            help: "Write it as one: \(input.kind.example).", at: job.source,
            notes: [Note("declared", at: call.declaredAt)])
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
