public import TerraneCore

/// One thing that a job does: a script, or an action that somebody published.
public struct StepDefinition: Sendable {
    public enum Work: Sendable {
        case script(Script)
        case action(ActionCall)
    }

    public let work: Work
    public let source: SourceLocation
    /// What other steps call it.
    public var id: String?
    /// What the log calls it.
    public var name: WorkflowText?
    public var condition: WorkflowExpression?
    public var environment: WorkflowMap = [:]
    /// Whether the job goes on when the step fails.
    public var continuesOnError: WorkflowText?
    public var timeout: TimeSpan?
    /// What the job's token must be allowed to do for it.
    public var permissions: [TokenPermission] = []

    public init(_ work: Work, named name: WorkflowText?, file: String, line: Int) {
        self.work = work
        self.name = name
        source = SourceLocation(file: file, line: line)
    }

    /// What later steps can read of it; nil when that is not known.
    var outputs: [String]? {
        switch work {
        case .script(let script): script.outputs
        case .action(let call): ActionLock[call.action]?.outputs
        }
    }

    /// What a message calls it.
    var title: String {
        if let id { return id }
        if case .literal(let name)? = name?.parts.first { return name }
        switch work {
        case .script: return "run"
        case .action(let call): return call.action
        }
    }
}

/// A step's script and where it runs.
public struct Script: Sendable {
    public let text: String
    public let shell: Shell?
    public let workingDirectory: WorkflowText?
    /// The outputs that it writes to `$GITHUB_OUTPUT`.
    public let outputs: [String]
}

/// An action and what it is told.
public struct ActionCall: Sendable {
    /// `actions/checkout`, without a version: the lock knows that.
    public let action: String
    public let inputs: WorkflowMap
}

/// What runs a script. ("Workflow syntax", section on `shell`, GitHub Docs.)
public enum Shell: String, Hashable, Sendable {
    /// Named, it stops at the first failure, in the middle of a pipe too (`-eo pipefail`).
    case bash
    case sh, python, pwsh
}
