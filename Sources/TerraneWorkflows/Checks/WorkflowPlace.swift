import TerraneCore

/// A place of a workflow's file where an expression can stand, with what it can read there.
///
/// ("Contexts reference", section "Context availability", GitHub Docs.)
struct WorkflowPlace: Sendable {
    /// As GitHub's documentation writes it: `jobs.<job_id>.if`.
    let key: String
    let contexts: Set<String>
    let functions: Set<WorkflowExpression.Function>

    private init(
        _ key: String, _ contexts: Set<String>, functions: Set<WorkflowExpression.Function> = []
    ) {
        self.key = key
        self.contexts = contexts
        self.functions = functions
    }

    private static let run: Set<String> = ["github", "inputs", "vars"]
    private static let job: Set<String> = run.union(["matrix", "needs", "strategy"])
    private static let machine: Set<String> = job.union(["env", "job", "runner", "steps"])
    private static let status: Set<WorkflowExpression.Function> = [.always, .cancelled, .failure, .success]

    static let runName = WorkflowPlace("run-name", run)
    static let concurrency = WorkflowPlace("concurrency", run)
    static let environment = WorkflowPlace("env", run.union(["secrets"]))
    static let inputDefault = WorkflowPlace("on.workflow_call.inputs.<inputs_id>.default", run)
    static let callOutput = WorkflowPlace("on.workflow_call.outputs.<output_id>.value", run.union(["jobs"]))

    static let jobName = WorkflowPlace("jobs.<job_id>.name", job)
    static let jobCondition = WorkflowPlace("jobs.<job_id>.if", run.union(["needs"]), functions: status)
    static let jobConcurrency = WorkflowPlace("jobs.<job_id>.concurrency", job)
    static let jobEnvironment = WorkflowPlace("jobs.<job_id>.env", job.union(["secrets"]))
    static let matrix = WorkflowPlace("jobs.<job_id>.strategy", run.union(["needs"]))
    static let gate = WorkflowPlace("jobs.<job_id>.environment", job)
    static let gateURL = WorkflowPlace("jobs.<job_id>.environment.url", machine)
    static let defaults = WorkflowPlace("jobs.<job_id>.defaults.run", job.union(["env"]))
    static let container = WorkflowPlace("jobs.<job_id>.container", job)
    static let containerEnvironment = WorkflowPlace(
        "jobs.<job_id>.container.env.<env_id>", machine.subtracting(["steps"]).union(["secrets"]))
    static let callInput = WorkflowPlace("jobs.<job_id>.with.<with_id>", job)
    static let callSecret = WorkflowPlace("jobs.<job_id>.secrets.<secrets_id>", job.union(["secrets"]))
    static let jobOutput = WorkflowPlace("jobs.<job_id>.outputs.<output_id>", machine.union(["secrets"]))

    static let stepCondition = WorkflowPlace(
        "jobs.<job_id>.steps.if", machine, functions: status.union([.hashFiles]))
    static let step = WorkflowPlace(
        "jobs.<job_id>.steps", machine.union(["secrets"]), functions: [.hashFiles])

    /// Every context that there is.
    static let allContexts: Set<String> = machine.union(["jobs", "secrets"])
    /// The functions that are not known everywhere.
    static let placedFunctions = status.union([.hashFiles])

    /// Whether it decides whether something runs.
    var isCondition: Bool { key == WorkflowPlace.jobCondition.key || key == WorkflowPlace.stepCondition.key }
}

/// An expression, where it stands, and the line that wrote it.
struct PlacedExpression {
    let expression: WorkflowExpression
    let place: WorkflowPlace
    let source: SourceLocation
}
