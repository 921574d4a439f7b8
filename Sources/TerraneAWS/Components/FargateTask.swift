public import TerraneCore

/// Containers that run once and end: a database migration, a report. A workflow, a script or a `ScheduledTask` starts them.
///
/// Whoever starts it learns the subnets and the security group from the parameter `networkParameter`, whose name is known
/// before deployment; its value is what `aws ecs run-task` takes as its network configuration.
///
///     FargateTask("migration", in: network, cluster: cluster, size: .quarterCPU(.half)) {
///         Container("migrate", image: .ecr(images, tag: "latest")) { … }.command("npm", "run", "migrate")
///     }
public struct FargateTask: Component {
    public var declaration: Declaration
    public let network: Network
    public let cluster: FargateCluster
    public let size: FargateSize
    public let containers: [Container]
    public let names: FargateService.Names
    public let logRetention: Logs.Retention
    public let permissions: [IAM.Statement]

    public init(
        _ name: Name, in network: Network, cluster: FargateCluster, size: FargateSize,
        names: FargateService.Names = .init(), logRetention: Logs.Retention = .oneMonth,
        permissions: [IAM.Statement] = [], file: String = #fileID, line: Int = #line,
        @ContainersBuilder containers: () -> [Container]
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.cluster = cluster
        self.size = size
        self.names = names
        self.logRetention = logRetention
        self.permissions = permissions
        self.containers = containers()
    }

    public var family: String { names.family ?? name.dashed }
    public var logs: Logs.LogGroup { workload.logs }
    public var executionRoleARN: Value<ARN> { workload.executionRole.arn }
    public var taskRoleARN: Value<ARN> { workload.taskRole.arn }
    /// The registrable task definition, as a path below the output folder's environment.
    public var taskDefinitionFile: String { "ecs/\(family).task-definition.json" }
    /// The name of the parameter with the network configuration.
    public var networkParameter: Value<String> { placement.id }

    public var body: Content {
        workload.logs
        workload.group.suppressing("CKV2_AWS_5", because: "Attached to the task when somebody starts it")
        workload.rest
        placement
    }

    public func check() -> [Diagnostic] { workload.check() }

    /// What a workflow or a script needs to start the task and to learn how it ended.
    public var runPermissions: [IAM.Statement] {
        [
            .allow(
                "ecs:RunTask", on: ["\(family(in: "task-definition")):*"], if: .equals("ecs:cluster", cluster.arn.as()),
                id: "RunTask"),
            .allow("ecs:DescribeTasks", on: ["\(ecs("task"))/\(cluster.id)/*"], id: "WatchTask"),
            .allow("ssm:GetParameter", on: [placement.arn], id: "PlaceTask"),
            .allow(
                "iam:PassRole", on: [executionRoleARN, taskRoleARN],
                if: .equals("iam:PassedToService", "ecs-tasks.amazonaws.com"), id: "PassRolesOfTask"),
        ]
    }

    private func ecs(_ kind: String) -> Value<ARN> {
        "arn:\(Deployment.partition):ecs:\(Deployment.region):\(Deployment.account):\(kind)"
    }

    private func family(in kind: String) -> Value<ARN> { "\(ecs(kind))/\(family)" }

    private var placement: SSM.Parameter {
        SSM.Parameter(
            name / "network", path: "/\(family)/network",
            description: "Where \(family) runs: the network of aws ecs run-task",
            value: Value(.json(networkConfiguration)))
    }

    private var networkConfiguration: Expression {
        .object([
            .init(
                "awsvpcConfiguration",
                .object([
                    .init("subnets", network.privateSubnets.expression),
                    .init("securityGroups", [workload.group.id].expression),
                    .init("assignPublicIp", "DISABLED".expression),
                ]))
        ])
    }

    var workload: Workload {
        Workload(
            name: name, title: family, network: network, size: size, containers: containers, names: names,
            logRetention: logRetention, permissions: permissions)
    }
}

extension FargateTask: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(workload.group.id) }
    public var listeningPorts: PortRange? { nil }
}
