public import TerraneAWS
public import TerraneCore
public import TerraneWorkflows

extension ReleaseTarget {
    /// A service of a stack, whose output is committed in the folder `output` of the repository.
    public init(
        _ service: FargateService, in stack: some Stack, by role: GitHubDeployRole, at host: String,
        healthPath: String = "/health", output: String = "golden"
    ) {
        self.init(
            environment: stack.environment, region: stack.region, role: role.arn, repository: role.images.id,
            cluster: service.cluster.id, service: service.deployedName,
            container: Value(service.mainContainer),
            taskDefinition: Value("\(output)/\(stack.name)/\(stack.environment)/\(service.taskDefinitionFile)"),
            address: Value("https://\(host)"), healthCheck: Value("https://\(host)\(healthPath)"))
    }
}

extension FargateService {
    /// The container that listens, or the first.
    fileprivate var mainContainer: String {
        (containers.first { $0.port != nil } ?? containers.first)?.name ?? serviceName
    }
}
