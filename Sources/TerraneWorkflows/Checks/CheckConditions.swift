import TerraneCore

extension Workflow {
    /// Conditions read no secrets: GitHub does not offer them there.
    func checkConditions() -> [Diagnostic] {
        jobs.flatMap { job in
            job.condition.readSecrets.map { .secretInCondition($0, at: job.source) }
                + job.steps.flatMap { step in
                    step.condition.readSecrets.map { .secretInCondition($0, at: step.source) }
                }
        }
    }
}

extension WorkflowExpression? {
    /// The names of the secrets that the condition reads.
    fileprivate var readSecrets: [String] {
        var found: [String] = []
        self?.forEachPart { part in
            if case .context(let path) = part, path.first == "secrets", let name = path.last { found.append(name) }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func secretInCondition(_ secret: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "a condition reads the secret '\(secret)', which GitHub does not allow",
            help: "Put it into `env` of the job and compare `.env(\"\(secret)\")` with the empty text.", at: place)
    }
}
