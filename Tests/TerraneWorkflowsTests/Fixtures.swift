import TerraneCore
import TerraneWorkflows

/// A workflow that runs on a push to main.
func onPush(_ jobs: Job...) -> Workflow {
    Workflow("backend", name: "Backend", on: .push(branches: ["main"])) { jobs }
}

/// A workflow of one job.
func oneJob(@StepsBuilder _ steps: () -> [StepDefinition]) -> Workflow {
    onPush(Job("test", steps: steps))
}

/// What its check says.
func summaries(_ workflow: Workflow) -> [String] {
    workflow.check().map(\.summary)
}
