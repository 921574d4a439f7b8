public import TerraneCore

/// Containers that are kept running on Fargate, in the private subnets of a network.
///
/// It brings its task definition, log group, security group and two roles: one with which ECS starts the tasks (pull the
/// image, write the log, read exactly the listed secrets), one with which the application does what `permissions` say.
///
///     FargateService("backend", in: network, cluster: cluster, size: .oneCPU(gibibytes: .two)) {
///         Container("api", image: .ecr(images, tag: "latest"), port: 3000)
///     }
///     .behind(balancer.target)
///     .scaling(3...10) { TargetTracking(.cpu, at: .percent(70)) }
public struct FargateService: Component {
    /// Physical names, where the default (the service's own name, dashed) is not wanted.
    public struct Names: Hashable, Sendable {
        public var service: String?
        public var family: String?
        public var executionRole: String?
        public var taskRole: String?
        public var logGroup: String?

        public init(
            service: String? = nil, family: String? = nil, executionRole: String? = nil, taskRole: String? = nil,
            logGroup: String? = nil
        ) {
            self.service = service
            self.family = family
            self.executionRole = executionRole
            self.taskRole = taskRole
            self.logGroup = logGroup
        }
    }

    /// Who registers new revisions of the task definition.
    public enum Deployer: Hashable, Sendable {
        /// Terraform or CloudFormation, with the rest of the stack.
        case stack
        /// A workflow. Terraform then leaves the service's task definition as it finds it, so the two never fight.
        case workflow
    }

    public var declaration: Declaration
    public let network: Network
    public let cluster: FargateCluster
    public let size: FargateSize
    public let containers: [Container]
    public let names: Names
    public let logRetention: Logs.Retention
    public let permissions: [IAM.Statement]
    public let deployer: Deployer
    var desiredCount = 1
    var capacity = CapacityStrategy.regular
    var target: TrafficTarget?
    var gracePeriod: TimeSpan?
    var scaling: Scaling?
    var isStandingBy = false
    var allowsExec = false
    var discovery: Discovery?
    var strategy: DeploymentStrategy?

    public init(
        _ name: Name, in network: Network, cluster: FargateCluster, size: FargateSize, names: Names = Names(),
        logRetention: Logs.Retention = .oneMonth, permissions: [IAM.Statement] = [],
        deployedBy deployer: Deployer = .stack,
        file: String = #fileID, line: Int = #line, @ContainersBuilder containers: () -> [Container]
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.cluster = cluster
        self.size = size
        self.names = names
        self.logRetention = logRetention
        self.permissions = permissions
        self.deployer = deployer
        self.containers = containers()
    }

    public var body: Content {
        workload.content
        if let directoryEntry { directoryEntry }
        service
        if let scaling { ServiceScaling(name / "scaling", of: service, metrics: metrics, scaling) }
        if let codeDeployment { codeDeployment }
    }

}

// MARK: What it offers

extension FargateService {
    public var serviceName: String { names.service ?? name.dashed }
    public var family: String { workload.family }
    public var logs: Logs.LogGroup { workload.logs }
    /// The name as deployed, for workflows and scripts.
    public var deployedName: Value<String> { standing.deployedName }
    public var arn: Value<ARN> { standing.arn }
    public var executionRoleARN: Value<ARN> { workload.executionRole.arn }
    public var taskRoleARN: Value<ARN> { workload.taskRole.arn }
    /// The registrable task definition, as a path below the output folder's environment.
    public var taskDefinitionFile: String { "ecs/\(family).task-definition.json" }
}

extension FargateService: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(group.id) }
    public var listeningPorts: PortRange? { containers.lazy.compactMap(\.port).first.map { PortRange($0) } }
}

// MARK: Options

extension FargateService {
    /// Puts it behind a load balancer.
    public func behind(_ target: TrafficTarget, gracePeriod: TimeSpan = .seconds(60)) -> FargateService {
        var copy = self
        copy.target = target
        copy.gracePeriod = gracePeriod
        return copy
    }

    /// A fixed number of tasks.
    public func tasks(_ count: Int) -> FargateService {
        var copy = self
        copy.desiredCount = count
        return copy
    }

    /// No task until somebody raises the number in a failover, and no scaling; the stack then leaves the number as it is.
    public func standingBy(_ isStandingBy: Bool = true) -> FargateService {
        guard isStandingBy else { return self }
        var copy = tasks(0)
        copy.isStandingBy = true
        copy.scaling = nil
        return copy
    }

    /// Where its tasks get their machines from.
    public func capacity(_ strategy: CapacityStrategy) -> FargateService {
        var copy = self
        copy.capacity = strategy
        return copy
    }

    /// Between how many tasks it scales, and when; it starts with the fewest unless told otherwise.
    public func scaling(
        _ bounds: ClosedRange<Int>, startingWith count: Int? = nil, @ScalingRulesBuilder rules: () -> [ScalingRule]
    ) -> FargateService {
        var copy = self
        copy.scaling = Scaling(bounds: bounds, rules: rules())
        copy.desiredCount = count ?? bounds.lowerBound
        return copy
    }
}

/// Lists containers.
@resultBuilder
public enum ContainersBuilder {
    public static func buildExpression(_ container: Container) -> [Container] { [container] }
    public static func buildBlock(_ containers: [Container]...) -> [Container] { Array(containers.joined()) }
    public static func buildOptional(_ containers: [Container]?) -> [Container] { containers ?? [] }
    public static func buildEither(first containers: [Container]) -> [Container] { containers }
    public static func buildEither(second containers: [Container]) -> [Container] { containers }
    public static func buildArray(_ containers: [[Container]]) -> [Container] { Array(containers.joined()) }
}
