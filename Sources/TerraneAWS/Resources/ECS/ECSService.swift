public import TerraneCore

extension ECS {
    /// A number of tasks that is kept running, behind a load balancer or by itself.
    public struct Service: Resource {
        /// Which tasks a load balancer's target group gets.
        public struct Registration: Hashable, Sendable {
            public let group: Value<ARN>
            public let container: String
            public let port: Port

            public init(group: Value<ARN>, container: String, port: Port) {
                self.group = group
                self.container = container
                self.port = port
            }
        }

        /// Who replaces the tasks when there is a new version ("Amazon ECS deployment controllers").
        public enum Controller: String, Hashable, Sendable, ExpressionConvertible {
            /// ECS itself, some tasks at a time.
            case ecs = "ECS"
            /// AWS CodeDeploy, with a second set of tasks.
            case codeDeploy = "CODE_DEPLOY"
        }

        public static let type = ResourceType(
            terraform: "aws_ecs_service", cloudFormation: "AWS::ECS::Service", area: .compute, tagging: .list)

        public var declaration: Declaration
        public var serviceName: Value<String>
        public var cluster: Cluster
        public var taskDefinition: Value<ARN>
        public var desiredCount: Int
        /// Whether Application Auto Scaling changes the number of tasks.
        public var isScaled = false
        public var subnets: [Value<EC2.Subnet.ID>]
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        public var capacity: [CapacityShare] = [CapacityShare(.fargate)]
        public var registrations: [Registration] = []
        /// How long a new task may fail the load balancer's health check.
        public var gracePeriod: TimeSpan?
        public var minimumHealthyPercent = 100
        public var maximumPercent = 200
        /// Tasks from an earlier deployment come back when a new one cannot start.
        public var rollsBack = true
        /// With CodeDeploy percentages and rollback have no meaning, and are not written.
        public var controller = Controller.ecs
        /// Alarms that take a deployment back when they go off during it ("How CloudWatch alarms detect Amazon ECS deployment
        /// failures", Amazon ECS Developer Guide).
        public var rollbackAlarms: [Value<String>] = []
        /// Whether people may open a shell in a running container.
        public var allowsExec = false
        /// The name under which other services find the tasks.
        public var registry: Value<ARN>?

        public init(
            _ name: Name, serviceName: Value<String>, in cluster: Cluster, running taskDefinition: Value<ARN>,
            desiredCount: Int, subnets: [Value<EC2.Subnet.ID>], securityGroups: [Value<EC2.SecurityGroup.ID>],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.serviceName = serviceName
            self.cluster = cluster
            self.taskDefinition = taskDefinition
            self.desiredCount = desiredCount
            self.subnets = subnets
            self.securityGroups = securityGroups
        }

        public var deployedName: Value<String> { attribute("name", .attribute("Name"), foreseen: serviceName) }

        public var arn: Value<ARN> {
            attribute(
                "id", .ref,
                foreseen:
                    "arn:\(Deployment.partition):ecs:\(Deployment.region):\(Deployment.account):service/\(cluster.clusterName)/\(serviceName)"
            )
        }

        public var properties: Properties {
            row("name", "ServiceName", serviceName)
            row("cluster", "Cluster", cluster.arn)
            row("task_definition", "TaskDefinition", taskDefinition)
            // CloudFormation would set the number back with every update of the service; left out, it keeps what is there
            // ("AWS::ECS::Service", AWS CloudFormation Template Reference). Terraform ignores changes instead.
            row(
                "desired_count", terraform: desiredCount, "DesiredCount", cloudFormation: isScaled ? nil : desiredCount)
            row(
                "health_check_grace_period_seconds", "HealthCheckGracePeriodSeconds",
                registrations.isEmpty ? nil : gracePeriod?.inSeconds)
            row(
                "deployment_minimum_healthy_percent", "DeploymentConfiguration/MinimumHealthyPercent",
                controller == .ecs ? minimumHealthyPercent : nil)
            row(
                "deployment_maximum_percent", "DeploymentConfiguration/MaximumPercent",
                controller == .ecs ? maximumPercent : nil)
            row("enable_ecs_managed_tags", "EnableECSManagedTags", true)
            row("propagate_tags", "PropagateTags", "SERVICE")
            row("enable_execute_command", "EnableExecuteCommand", allowsExec ? true : nil)
            repeated("capacity_provider_strategy", "CapacityProviderStrategy", capacity) { share in
                row("capacity_provider", "CapacityProvider", share.provider)
                row("weight", "Weight", share.weight)
                row("base", "Base", share.base)
            }
            if controller == .ecs {
                nested("deployment_circuit_breaker", "DeploymentConfiguration/DeploymentCircuitBreaker") {
                    row("enable", "Enable", rollsBack)
                    row("rollback", "Rollback", rollsBack)
                }
            } else {
                nested("deployment_controller", "DeploymentController") { row("type", "Type", controller) }
            }
            if !rollbackAlarms.isEmpty, controller == .ecs {
                nested("alarms", "DeploymentConfiguration/Alarms") {
                    row("alarm_names", "AlarmNames", rollbackAlarms)
                    row("enable", "Enable", true)
                    row("rollback", "Rollback", true)
                }
            }
            nested("network_configuration", "NetworkConfiguration/AwsvpcConfiguration") {
                row("subnets", "Subnets", subnets)
                row("security_groups", "SecurityGroups", securityGroups)
                row("assign_public_ip", terraform: false, "AssignPublicIp", cloudFormation: "DISABLED")
            }
            repeated("load_balancer", "LoadBalancers", registrations) { registration in
                row("target_group_arn", "TargetGroupArn", registration.group)
                row("container_name", "ContainerName", registration.container)
                row("container_port", "ContainerPort", registration.port)
            }
            repeated("service_registries", "ServiceRegistries", registry.map { [$0] } ?? []) { registry in
                row("registry_arn", "RegistryArn", registry)
            }
        }
    }
}
