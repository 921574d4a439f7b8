import Terrane

extension Mistake {
    static var workflows: [Mistake] {
        workflowJobs + workflowExpressions + workflowActions + workflowTriggers + workflowCalls
    }

    /// A workflow that runs on a push to main.
    static func onPush(_ jobs: Job...) -> Workflow {
        Workflow("backend", name: "Backend", on: .push(branches: ["main"])) { jobs }
    }
}
