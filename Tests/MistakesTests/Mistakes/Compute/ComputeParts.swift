import Terrane

/// Parts of tasks and services as somebody may write them by hand, without what Terrane's types exclude.
enum ComputeParts {
    static let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    static let cluster = FargateCluster("cluster")

    static let logs = Logs.LogGroup("logs", groupName: "/ecs/shop-api", retention: .oneMonth)

    static func container(
        _ name: String = "api", @PropertiesBuilder _ more: () -> Properties = { Properties() }
    ) -> Properties {
        Properties {
            row("name", "Name", name)
            row("image", "Image", "public.ecr.aws/nginx/nginx:1.27")
            more()
        }
    }

    /// A task definition with any containers, made for Fargate unless told otherwise.
    static func task(
        cpu: String = "256", memory: String = "512", network mode: String = "awsvpc",
        for compatibility: String = "FARGATE",
        role: Value<ARN>? = "arn:aws:iam::111122223333:role/start", file: String = #fileID, line: Int = #line,
        _ containers: [Properties] = [container()]
    ) -> RawResource {
        RawResource("task", type: ECS.TaskDefinition.type, file: file, line: line) {
            row("family", "Family", "shop-api")
            row("network_mode", "NetworkMode", mode)
            row("requires_compatibilities", "RequiresCompatibilities", [compatibility])
            row("cpu", "Cpu", cpu)
            row("memory", "Memory", memory)
            row("execution_role_arn", "ExecutionRoleArn", role)
            row(
                "container_definitions",
                terraform: Expression.json(.list(containers.map { $0.object(in: .terraform) })), "ContainerDefinitions",
                cloudFormation: Expression.list(containers.map { $0.object(in: .cloudFormation) }))
        }
    }

    static func log(_ options: [(String, Expression)]) -> Row {
        nested("logConfiguration", "LogConfiguration") {
            row("logDriver", "LogDriver", "awslogs")
            row("options", "Options", Expression.object(options.map { Expression.Field($0.0, $0.1) }))
        }
    }

    /// A service that runs a task, with any further properties.
    static func service(
        of task: RawResource, isInNetwork: Bool = true, file: String = #fileID, line: Int = #line,
        @PropertiesBuilder _ more: () -> Properties = { Properties() }
    ) -> RawResource {
        let arn: Value<ARN> = task.attribute("arn", .ref)
        let rows = more()
        return RawResource("service", type: ECS.Service.type, file: file, line: line) {
            row("name", "ServiceName", "shop-api")
            row("cluster", "Cluster", cluster.arn)
            row("task_definition", "TaskDefinition", arn)
            row("desired_count", "DesiredCount", 2)
            if isInNetwork {
                nested("network_configuration", "NetworkConfiguration/AwsvpcConfiguration") {
                    row("subnets", "Subnets", network.privateSubnets)
                    row("security_groups", "SecurityGroups", [guardian.id])
                }
            }
            rows
        }
    }

    static let guardian = EC2.SecurityGroup("guardian", in: network.vpc, description: "Tasks of the shop")

    @ContentBuilder static var ground: Content {
        network
        cluster
        guardian
        EC2.EgressRule(
            "guardian/out", outOf: guardian.id, to: .range("0.0.0.0/0"), ports: 443, description: "Everywhere")
    }

    /// A service that reaches the registry of its image.
    static func online(_ service: FargateService) -> [any Element] {
        [service, Connection(from: service, to: Internet())]
    }

    static func backend(
        _ name: Name = "api", file: String = #fileID, line: Int = #line,
        @ContainersBuilder containers: () -> [Container]
    ) -> FargateService {
        FargateService(
            name, in: network, cluster: cluster, size: .quarterCPU(.half), file: file, line: line,
            containers: containers)
    }
}
