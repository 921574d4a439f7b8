/// GitHub's contexts, usable wherever a text is taken: `["IMAGE_TAG": .github.sha]`.
///
/// ("Contexts reference", GitHub Docs.)
extension WorkflowTextConvertible where Self == WorkflowExpression {
    /// The run and what set it off.
    public static var github: GitHubContext { GitHubContext() }
    /// The machine that runs the job.
    public static var runner: RunnerContext { RunnerContext() }

    /// A secret of the repository, the organisation or the job's environment.
    public static func secret(_ name: String) -> WorkflowExpression { .context(["secrets", name]) }
    /// A configuration variable of the repository, the organisation or the job's environment.
    public static func variable(_ name: String) -> WorkflowExpression { .context(["vars", name]) }
    /// An environment variable of the workflow, the job or the step.
    public static func env(_ name: String) -> WorkflowExpression { .context(["env", name]) }
    /// An input of a workflow started by hand or called by another.
    public static func input(_ name: String) -> WorkflowExpression { .context(["inputs", name]) }
    /// The value that this instance of the job has in the matrix.
    public static func matrix(_ name: String) -> WorkflowExpression { .context(["matrix", name]) }
    /// How the job stands: `success`, `failure` or `cancelled`.
    public static var jobStatus: WorkflowExpression { .context(["job", "status"]) }
}

/// The `github` context.
public struct GitHubContext: Sendable {
    /// The commit that the run is about.
    public var sha: WorkflowExpression { self["sha"] }
    /// `refs/heads/main`, `refs/tags/v1.0.0`.
    public var ref: WorkflowExpression { self["ref"] }
    /// `main`, `v1.0.0`.
    public var refName: WorkflowExpression { self["ref_name"] }
    /// `branch` or `tag`.
    public var refType: WorkflowExpression { self["ref_type"] }
    /// `push`, `pull_request`.
    public var eventName: WorkflowExpression { self["event_name"] }
    /// `owner/name`.
    public var repository: WorkflowExpression { self["repository"] }
    /// Who set the run off.
    public var actor: WorkflowExpression { self["actor"] }
    /// The name of the workflow.
    public var workflow: WorkflowExpression { self["workflow"] }
    public var runID: WorkflowExpression { self["run_id"] }
    public var runNumber: WorkflowExpression { self["run_number"] }
    public var runAttempt: WorkflowExpression { self["run_attempt"] }
    public var serverURL: WorkflowExpression { self["server_url"] }
    /// The token of the job, with the permissions that the job was given.
    public var token: WorkflowExpression { self["token"] }

    /// A member of the webhook's payload: `.github.event("pull_request", "number")`.
    public func event(_ path: String...) -> WorkflowExpression { .context(["github", "event"] + path) }

    public subscript(member: String) -> WorkflowExpression { .context(["github", member]) }
}

extension GitHubContext {
    /// Whether the run is about this branch.
    public func isBranch(_ name: String) -> WorkflowExpression { ref == .string("refs/heads/" + name) }
    /// Whether the run is about a tag that begins like this.
    public func isTag(startingWith prefix: String) -> WorkflowExpression {
        .startsWith(ref, .string("refs/tags/" + prefix))
    }
    /// Whether a push set the run off.
    public var isPush: WorkflowExpression { eventName == "push" }
    /// Whether the run may read secrets: pull requests from forks may not.
    public var hasSecrets: WorkflowExpression { eventName != "pull_request" || isOwnPullRequest }
    /// Whether the run is about a pull request that is not from a fork.
    public var isOwnPullRequest: WorkflowExpression {
        event("pull_request", "head", "repo", "full_name") == repository
    }
}

/// The `runner` context.
public struct RunnerContext: Sendable {
    /// `Linux`, `Windows` or `macOS`.
    public var os: WorkflowExpression { .context(["runner", "os"]) }
    public var arch: WorkflowExpression { .context(["runner", "arch"]) }
    /// A directory that is emptied before and after the job.
    public var temporaryDirectory: WorkflowExpression { .context(["runner", "temp"]) }
}
