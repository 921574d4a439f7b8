import TerraneCore

extension Workflow {
    /// Environment variables that expressions read are there, and names of GitHub's own are left to it.
    func checkEnvironments() -> [Diagnostic] {
        let reserved = environment.keys.filter(\.isRunnersOwn).map { Diagnostic.variableOfRunner($0, at: source) }
        return reserved + jobs.flatMap { $0.checkEnvironments(around: environment.keys) } + checkNamesInContexts()
            + jobs.compactMap(\.checkGateName)
    }

    /// "Names of configuration variables must not start with the GITHUB_ prefix" ("Variables reference", GitHub Docs).
    private func checkNamesInContexts() -> [Diagnostic] {
        placedExpressions.flatMap { placed in
            var found: [Diagnostic] = []
            placed.expression.forEachPart { part in
                guard case .context(let path) = part, path.count == 2, path[0] == "vars",
                    path[1].uppercased().hasPrefix("GITHUB_")
                else { return }
                found.append(.variableOfGitHub(path[1], at: placed.source))
            }
            return found
        }
    }
}

extension Job {
    fileprivate func checkEnvironments(around outer: [String]) -> [Diagnostic] {
        let known = Set(outer + environment.keys)
        var found = environment.keys.filter(\.isRunnersOwn).map { Diagnostic.variableOfRunner($0, at: source) }
        for (position, step) in steps.enumerated() {
            found += step.environment.keys.filter(\.isRunnersOwn).map { .variableOfRunner($0, at: step.source) }
            found += step.checkOwnMap(known: known)
            found += step.checkReads(known: known.union(step.environment.keys), isFirst: position == 0)
        }
        return found
    }

    /// "An environment name may not exceed 255 characters" ("Managing environments for deployment", GitHub Docs).
    fileprivate var checkGateName: Diagnostic? {
        guard let parts = gate?.name.parts, parts.count == 1, case .literal(let name) = parts[0] else { return nil }
        return (1...255).contains(name.count) ? nil : .environmentName(name, at: source)
    }
}

extension StepDefinition {
    /// Variables of one map do not see each other ("Workflow syntax for GitHub Actions", section on `env`).
    fileprivate func checkOwnMap(known: Set<String>) -> [Diagnostic] {
        environment.texts.flatMap(\.computed).flatMap(\.readVariables)
            .filter { environment.keys.contains($0) && !known.contains($0) }
            .map { .variableOfSameMap($0, at: source) }
    }

    /// Steps before can write to `$GITHUB_ENV`, so a name that nothing defines is reported where there are none, or where it
    /// is a slip of one that is defined.
    fileprivate func checkReads(known: Set<String>, isFirst: Bool) -> [Diagnostic] {
        expressions.flatMap(\.readVariables).filter { !known.contains($0) }.compactMap { name in
            let near = Suggestion.nearest(to: name, among: known.sorted())
            return isFirst || near != nil ? .unknownVariable(name, near, at: source) : nil
        }
    }
}

extension WorkflowExpression {
    /// The environment variables that it reads.
    fileprivate var readVariables: [String] {
        var found: [String] = []
        forEachPart { if case .context(let path) = $0, path.count == 2, path[0] == "env" { found.append(path[1]) } }
        return found
    }
}

extension String {
    /// Whether the runner sets it, whatever a workflow says ("Variables reference", section "Default environment variables",
    /// GitHub Docs).
    fileprivate var isRunnersOwn: Bool { Self.ofRunner.contains(self) }

    private static let ofRunner: Set<String> = [
        "GITHUB_ACTION", "GITHUB_ACTION_PATH", "GITHUB_ACTION_REPOSITORY", "GITHUB_ACTIONS", "GITHUB_ACTOR",
        "GITHUB_ACTOR_ID", "GITHUB_API_URL", "GITHUB_BASE_REF", "GITHUB_ENV", "GITHUB_EVENT_NAME", "GITHUB_EVENT_PATH",
        "GITHUB_GRAPHQL_URL", "GITHUB_HEAD_REF", "GITHUB_JOB", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_REF",
        "GITHUB_REF_NAME", "GITHUB_REF_PROTECTED", "GITHUB_REF_TYPE", "GITHUB_REPOSITORY", "GITHUB_REPOSITORY_ID",
        "GITHUB_REPOSITORY_OWNER", "GITHUB_REPOSITORY_OWNER_ID", "GITHUB_RETENTION_DAYS", "GITHUB_RUN_ATTEMPT",
        "GITHUB_RUN_ID", "GITHUB_RUN_NUMBER", "GITHUB_SERVER_URL", "GITHUB_SHA", "GITHUB_STEP_SUMMARY",
        "GITHUB_TRIGGERING_ACTOR", "GITHUB_WORKFLOW", "GITHUB_WORKFLOW_REF", "GITHUB_WORKFLOW_SHA", "GITHUB_WORKSPACE",
        "RUNNER_ARCH", "RUNNER_DEBUG", "RUNNER_ENVIRONMENT", "RUNNER_NAME", "RUNNER_OS", "RUNNER_TEMP",
        "RUNNER_TOOL_CACHE",
    ]
}

extension Diagnostic {
    fileprivate static func variableOfRunner(_ name: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "'\(name)' is the runner's own, and keeps its value whatever the workflow says",
            help: "Call the variable something else.", at: place)
    }

    fileprivate static func variableOfGitHub(_ name: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "'\(name)' cannot be the name of a configuration variable",
            help: "GitHub keeps names that begin with 'GITHUB_' to itself.", at: place)
    }

    fileprivate static func variableOfSameMap(_ name: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "'env.\(name)' is read in the map that defines it, where it is still empty",
            help: "Define it on the job, or let the script put the two together.", at: place)
    }

    fileprivate static func unknownVariable(_ name: String, _ near: String?, at place: SourceLocation) -> Diagnostic {
        .warning(
            "'env.\(name)' is read, but nothing defines it",
            help: near.map { "Did you mean '\($0)'?" } ?? "Define it by `.env([\"\(name)\": …])` of the job.", at: place
        )
    }

    fileprivate static func environmentName(_ name: String, at place: SourceLocation) -> Diagnostic {
        .error(
            "the name of an environment has \(name.count) characters", help: "GitHub takes 1 to 255.", at: place)
    }
}
