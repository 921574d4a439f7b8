import TerraneCore

extension Workflow {
    /// No job waits for the group that its own run holds.
    ///
    /// In a workflow that is called `github.workflow` is the caller's name, so the same words make the same group
    /// ("Reuse workflows", GitHub Docs).
    func checkConcurrency() -> [Diagnostic] {
        guard let held = concurrency?.group else { return [] }
        return jobs.flatMap { job in
            var found: [Diagnostic] = []
            if let group = job.options.concurrency?.group, group.says(held) {
                found.append(.groupHeldByRun(job, self))
            }
            if let call = job.call, call.interface != nil, call.concurrency?.group.says(held) == true {
                found.append(.groupHeldByCaller(job, self))
            }
            return found
        }
    }
}

extension WorkflowText {
    /// Whether it is written as the other is.
    fileprivate func says(_ other: WorkflowText) -> Bool { "\(parts)" == "\(other.parts)" }
}

extension Diagnostic {
    fileprivate static func groupHeldByRun(_ job: Job, _ workflow: Workflow) -> Diagnostic {
        .error(
            "'\(job.id)' waits for the concurrency group that its own run holds",
            help: "GitHub cancels the run as a deadlock. Give the job a group of its own, or none.", at: job.source,
            notes: [Note("the workflow", at: workflow.source)])
    }

    fileprivate static func groupHeldByCaller(_ job: Job, _ workflow: Workflow) -> Diagnostic {
        .error(
            "'\(job.id)' calls a workflow that waits for the concurrency group of this one",
            help:
                "GitHub cancels the run as a deadlock: `github.workflow` is the caller's name in both. Leave the group"
                + " to the caller.", at: job.source, notes: [Note("the workflow", at: workflow.source)])
    }
}
