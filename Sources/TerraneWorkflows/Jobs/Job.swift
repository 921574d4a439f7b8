public import TerraneCore

/// A set of steps that run one after the other on one machine.
///
/// Jobs run side by side unless one needs the other. A job that names an environment is a deployment, of which only
/// one at a time goes to that environment.
public struct Job: Sendable {
    /// What other jobs call it: `build-and-deploy`.
    public let id: String
    public let runner: Runner
    /// When GitHub gives it up. Six hours if it were not said ("Usage limits", GitHub Docs).
    public let timeout: TimeSpan
    public let steps: [StepDefinition]
    public let source: SourceLocation
    /// The workflow that it runs instead of steps.
    public internal(set) var call: WorkflowCall?
    var options = Options()

    struct Options: Sendable {
        var name: WorkflowText?
        var needs: [Need] = []
        var condition: WorkflowExpression?
        var gate: EnvironmentGate?
        var permissions: [TokenPermission] = []
        var concurrency: Concurrency?
        var environment: WorkflowMap = [:]
        var outputs: WorkflowMap = [:]
        var matrix: Matrix?
        var container: JobContainer?
        var services: [JobService] = []
        var workingDirectory: WorkflowText?
    }

    /// Another job that must have succeeded.
    public struct Need: Sendable {
        public let job: String
        public let declaredAt: SourceLocation
    }

    public init(
        _ id: String, on runner: Runner = .ubuntuLatest, timeout: TimeSpan = .minutes(30), file: String = #fileID,
        line: Int = #line, @StepsBuilder steps: () -> [StepDefinition]
    ) {
        self.id = id
        self.runner = runner
        self.timeout = timeout
        self.steps = steps()
        source = SourceLocation(file: file, line: line)
    }
}

extension Job {
    public var name: WorkflowText? { options.name }
    public var needs: [Need] { options.needs }
    public var condition: WorkflowExpression? { options.condition }
    public var gate: EnvironmentGate? { options.gate }
    public var environment: WorkflowMap { options.environment }
    public var outputs: WorkflowMap { options.outputs }
    public var matrix: Matrix? { options.matrix }
    public var container: JobContainer? { options.container }
    public var services: [JobService] { options.services }
    public var workingDirectory: WorkflowText? { options.workingDirectory }

    /// What the job's token may do: what it was granted and what its steps say they need, by scope.
    public var permissions: [TokenPermission] {
        TokenPermission.union(
            options.permissions + steps.flatMap(\.permissions) + (call?.permissions ?? []))
    }

    /// Which instances of the job may not overlap: deployments to one environment wait for each other.
    public func concurrency(in workflow: Workflow) -> Concurrency? {
        if let concurrency = options.concurrency { return concurrency }
        return gate.map { Concurrency(group: WorkflowText("\(workflow.id)-\($0.name)")) }
    }

    /// An output of this job, for a job that needs it.
    public func output(_ name: String) -> WorkflowExpression {
        .job(JobReference(job: id, member: .output(name), outputs: offers, declaredAt: source))
    }

    private var offers: [String] { call?.interface?.outputs.keys ?? outputs.keys }

    /// How this job ended, for a job that needs it.
    public var result: WorkflowExpression {
        .job(JobReference(job: id, member: .result, outputs: offers, declaredAt: source))
    }
}
