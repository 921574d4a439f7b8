public import TerraneCore

/// Where a service is released to: an environment of the repository, and what AWS knows the service by there.
public struct ReleaseTarget: Sendable {
    public let environment: DeploymentEnvironment
    public let region: Region
    /// The role that only this repository's environment can become.
    public let role: Value<ARN>
    /// The image repository.
    public let repository: Value<String>
    public let cluster: Value<String>
    public let service: Value<String>
    /// The container whose image is new.
    public let container: Value<String>
    /// The path of the task definition file in the repository.
    public let taskDefinition: Value<String>
    /// What CodeDeploy deploys the service with; nil when ECS does.
    public let codeDeploy: CodeDeployTarget?
    /// Where people see the environment.
    public let address: Value<String>
    /// What answers 200 when the service is well.
    public let healthCheck: Value<String>

    public init(
        environment: DeploymentEnvironment, region: Region, role: Value<ARN>, repository: Value<String>,
        cluster: Value<String>, service: Value<String>, container: Value<String>, taskDefinition: Value<String>,
        codeDeploy: CodeDeployTarget? = nil, address: Value<String>, healthCheck: Value<String>
    ) {
        self.environment = environment
        self.region = region
        self.role = role
        self.repository = repository
        self.cluster = cluster
        self.service = service
        self.container = container
        self.taskDefinition = taskDefinition
        self.codeDeploy = codeDeploy
        self.address = address
        self.healthCheck = healthCheck
    }
}
