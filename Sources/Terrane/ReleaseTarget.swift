public import TerraneAWS
public import TerraneCore
public import TerraneWorkflows

extension ReleaseTarget {
    /// A service of a stack, whose output is committed in the folder `output` of the repository.
    public init(
        _ service: FargateService, in stack: any Stack, by role: GitHubDeployRole, at host: String,
        healthPath: String = "/health", output: String = "golden"
    ) {
        let folder = "\(output)/\(stack.name)/\(stack.environment)"
        self.init(
            environment: stack.environment, region: stack.region, role: role.arn, repository: role.images.id,
            cluster: service.cluster.id, service: service.deployedName,
            container: Value(service.mainContainer),
            taskDefinition: Value("\(folder)/\(service.taskDefinitionFile)"),
            codeDeploy: service.codeDeployTarget(in: folder),
            address: Value("https://\(host)"), healthCheck: Value("https://\(host)\(healthPath)"))
    }
}

extension TaskRun {
    /// A task of a stack, whose output is committed in the folder `output` of the repository.
    public init(_ title: String, _ task: FargateTask, in stack: any Stack, output: String = "golden") {
        self.init(
            title, cluster: task.cluster.id, container: Value(task.containers.first?.name ?? task.family),
            taskDefinition: Value("\(output)/\(stack.name)/\(stack.environment)/\(task.taskDefinitionFile)"),
            networkParameter: task.networkParameter)
    }
}

extension FargateService {
    fileprivate func codeDeployTarget(in folder: String) -> CodeDeployTarget? {
        guard isDeployedByCodeDeploy else { return nil }
        return CodeDeployTarget(
            application: codeDeployApplication, group: codeDeployGroup, appSpec: "\(folder)/\(appSpecFile)")
    }

    /// The container that listens, or the first.
    fileprivate var mainContainer: String {
        (containers.first { $0.port != nil } ?? containers.first)?.name ?? serviceName
    }
}
