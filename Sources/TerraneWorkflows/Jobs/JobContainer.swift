/// A container that a job runs in or has beside it. ("Running jobs in a container", GitHub Docs.)
public struct JobContainer: Sendable {
    public let image: WorkflowText
    public let environment: WorkflowMap
    /// Ports that are reachable from the runner, `"3306:3306"`.
    public let ports: [String]
    /// Further arguments of `docker create`, a health check say.
    public let options: WorkflowText?

    public init(
        _ image: any WorkflowTextConvertible, env environment: WorkflowMap = [:], ports: [String] = [],
        options: (any WorkflowTextConvertible)? = nil
    ) {
        self.image = image.workflowText
        self.environment = environment
        self.ports = ports
        self.options = options?.workflowText
    }

    var texts: [WorkflowText] { [image] + environment.texts + [options].compactMap(\.self) }
}

/// A container beside a job, by the name under which the steps reach it.
public struct JobService: Sendable {
    public let name: String
    public let container: JobContainer
}
