import TerraneCore

extension Workflow {
    func checkJobs() -> [Diagnostic] {
        var found: [Diagnostic] = jobs.isEmpty ? [.noJob(name, at: source)] : []
        var seen: [String: SourceLocation] = [:]
        for job in jobs {
            if let first = seen[job.id] { found.append(.jobTwice(job, first: first)) }
            seen[job.id] = seen[job.id] ?? job.source
            found += job.checkItself()
        }
        return found
    }
}

extension Job {
    fileprivate func checkItself() -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !id.isWorkflowIdentifier { found.append(.malformedIdentifier(id, of: "job", at: source)) }
        if steps.isEmpty, call == nil { found.append(.noStep(self)) }
        if !timeout.isWholeMinutes { found.append(.timeoutInSeconds(of: id, at: source)) }
        return found
    }
}

extension TimeSpan {
    /// Whether it is a number of minutes, the only unit of GitHub's timeouts.
    var isWholeMinutes: Bool { inSeconds > 0 && inSeconds % 60 == 0 }
}

extension Diagnostic {
    fileprivate static func noJob(_ workflow: String, at place: SourceLocation) -> Diagnostic {
        .error("the workflow '\(workflow)' has no job", help: "List at least one in it.", at: place)
    }

    fileprivate static func jobTwice(_ job: Job, first: SourceLocation) -> Diagnostic {
        .error(
            "two jobs are called '\(job.id)'", help: "Give each job of a workflow an id of its own.", at: job.source,
            notes: [Note("the other one", at: first)])
    }

    fileprivate static func noStep(_ job: Job) -> Diagnostic {
        .error("the job '\(job.id)' does nothing", help: "List at least one step in it.", at: job.source)
    }

    static func malformedIdentifier(_ id: String, of kind: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(id)' cannot be the id of a \(kind)",
            help: "Begin with a letter or '_', and go on with letters, digits, '-' and '_'.", at: place)
    }

    static func timeoutInSeconds(of id: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "the timeout of '\(id)' is not a number of minutes", help: "GitHub counts in minutes: `.minutes(15)`.",
            at: place)
    }
}
