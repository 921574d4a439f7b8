/// An event that sets a workflow off. ("Events that trigger workflows", GitHub Docs.)
public enum WorkflowTrigger: Sendable {
    case push(Filters)
    case pullRequest(Filters, types: [String])
    /// By hand, from the Actions page, the command line or the API.
    case workflowDispatch([WorkflowInput])
    /// By the clock, in UTC.
    case schedule([Cron])
    /// By another workflow.
    case workflowCall(WorkflowInterface)
    /// Any other event, by its name.
    case event(String, types: [String] = [], branches: EventFilter = .any)

    /// Which refs and files an event must touch.
    public struct Filters: Sendable {
        public let branches: EventFilter
        public let tags: EventFilter
        public let paths: EventFilter
    }

    public static func push(
        branches: EventFilter = .any, tags: EventFilter = .any, paths: EventFilter = .any
    ) -> WorkflowTrigger {
        .push(Filters(branches: branches, tags: tags, paths: paths))
    }

    /// A pull request into one of the branches.
    public static func pullRequest(
        branches: EventFilter = .any, paths: EventFilter = .any, types: [String] = []
    ) -> WorkflowTrigger {
        .pullRequest(Filters(branches: branches, tags: .any, paths: paths), types: types)
    }

    public static func workflowDispatch(inputs: WorkflowInput...) -> WorkflowTrigger { .workflowDispatch(inputs) }
    public static func schedule(_ crons: Cron...) -> WorkflowTrigger { .schedule(crons) }

    public static func workflowCall(
        inputs: [WorkflowInput] = [], secrets: [String] = [], outputs: WorkflowMap = [:]
    ) -> WorkflowTrigger {
        .workflowCall(WorkflowInterface(inputs: inputs, secrets: secrets, outputs: outputs))
    }

    /// The event's name.
    public var name: String {
        switch self {
        case .push: "push"
        case .pullRequest: "pull_request"
        case .workflowDispatch: "workflow_dispatch"
        case .schedule: "schedule"
        case .workflowCall: "workflow_call"
        case .event(let name, _, _): name
        }
    }

    /// What the event lets the one who sets it off say.
    public var inputs: [WorkflowInput]? {
        switch self {
        case .workflowDispatch(let inputs): inputs
        case .workflowCall(let interface): interface.inputs
        case .push, .pullRequest, .schedule, .event: nil
        }
    }
}

/// What a workflow that others call takes and gives.
public struct WorkflowInterface: Sendable {
    public let inputs: [WorkflowInput]
    /// Secrets that the caller must pass.
    public let secrets: [String]
    public let outputs: WorkflowMap
}
