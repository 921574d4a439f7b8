public import TerraneCore

/// Another workflow of the repository that a job runs. ("Reuse workflows", GitHub Docs.)
public struct WorkflowCall: Sendable {
    /// The workflow's file: `$/` is this repository at the commit of the run (zizmor, audit "self-repository").
    public let path: String
    /// What it takes and gives; nil when it cannot be called.
    public let interface: WorkflowInterface?
    public let inputs: WorkflowMap
    public let secrets: WorkflowMap
    public let declaredAt: SourceLocation
    /// What the tokens of its jobs may do, which the caller's must be allowed too.
    let permissions: [TokenPermission]
    /// The group that its runs wait for.
    let concurrency: Concurrency?
}

extension Job {
    /// A job that runs another workflow, which says by `.workflowCall(…)` what it takes.
    public init(
        _ id: String, calling workflow: Workflow, with inputs: WorkflowMap = [:], secrets: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        self.init(id, file: file, line: line) {}
        call = WorkflowCall(
            path: "./.\(workflow.path)", interface: workflow.interface, inputs: inputs, secrets: secrets,
            declaredAt: workflow.source, permissions: workflow.jobs.flatMap(\.permissions),
            concurrency: workflow.concurrency)
    }
}

extension Workflow {
    fileprivate var interface: WorkflowInterface? {
        for trigger in triggers {
            if case .workflowCall(let interface) = trigger { return interface }
        }
        return nil
    }
}
