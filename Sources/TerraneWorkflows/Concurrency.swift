/// Runs or jobs of which one goes at a time. ("Control the concurrency of workflows and jobs", GitHub Docs.)
public struct Concurrency: Sendable {
    public let group: WorkflowText
    /// Whether a newer one cancels the one that runs; otherwise it waits.
    public let cancelsRunning: WorkflowText

    public init(group: any WorkflowTextConvertible, cancelsRunning: any WorkflowTextConvertible = false) {
        self.group = group.workflowText
        self.cancelsRunning = cancelsRunning.workflowText
    }

    /// One run for each branch, tag or pull request.
    public static func perRef(cancelsRunning: any WorkflowTextConvertible = false) -> Concurrency {
        let github = GitHubContext()
        return Concurrency(
            group: WorkflowText("\(github.workflow)-\(github.ref)"), cancelsRunning: cancelsRunning)
    }
}
