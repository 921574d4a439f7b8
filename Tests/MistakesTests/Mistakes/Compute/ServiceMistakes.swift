import Terrane

private typealias Parts = ComputeParts

extension Mistake {
    static var services: [Mistake] {
        [
            targetType, targetTypeOfBridge, balancedPort, balancedContainer, noNetwork, networkOfBridge, grace,
            graceTooShort, taskNotForFargate, capacityBases, noWeight, launchTypeAndCapacity, standstill,
        ]
    }

    private static func group(_ type: String) -> RawResource {
        RawResource("targets", type: ELB.TargetGroup.type) {
            row("name", "Name", "shop-targets")
            row("target_type", "TargetType", type)
            row("vpc_id", "VpcId", Parts.network.vpc)
            row("port", "Port", 8080)
            row("protocol", "Protocol", "HTTP")
            nested("health_check", "") {
                row("interval", "HealthCheckIntervalSeconds", 10)
                row("unhealthy_threshold", "UnhealthyThresholdCount", 2)
            }
        }
    }

    private static func behind(
        _ group: RawResource, container: String = "api", port: Int = 8080
    ) -> Row {
        let arn: Value<ARN> = group.attribute("arn", .ref)
        return repeated("load_balancer", "LoadBalancers", [port]) { port in
            row("target_group_arn", "TargetGroupArn", arn)
            row("container_name", "ContainerName", container)
            row("container_port", "ContainerPort", port)
        }
    }

    private static let listening = Parts.container {
        repeated("portMappings", "PortMappings", [8080]) { row("containerPort", "ContainerPort", $0) }
    }
    private static var task: RawResource { Parts.task([listening]) }
    private static var machineTask: RawResource { Parts.task(network: "bridge", for: "EC2", [listening]) }

    private static var targetType: Mistake {
        Mistake(
            "The provided target group has target type instance, which is incompatible with the awsvpc network mode",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html", .graph,
            caughtBy: "targets-of-another-type"
        ) {
            Parts.ground
            group("instance")
            task
            Parts.service(of: task) { behind(group("instance")) }  // mistake
        } legal: {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) { behind(group("ip")) }
        }
    }

    private static var targetTypeOfBridge: Mistake {
        Mistake(
            "The provided target group has target type ip, which is incompatible with the bridge network mode",
            "https://github.com/hashicorp/terraform/issues/24266", .graph, caughtBy: "targets-of-another-type"
        ) {
            Parts.ground
            group("ip")
            machineTask
            Parts.service(of: machineTask, isInNetwork: false) { behind(group("ip")) }  // mistake
        } legal: {
            Parts.ground
            group("instance")
            machineTask
            Parts.service(of: machineTask, isInNetwork: false) { behind(group("instance")) }
        }
    }

    private static var balancedPort: Mistake {
        Mistake(
            "The container api did not have a container port 80 defined",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html", .graph,
            caughtBy: "balanced-port"
        ) {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) { behind(group("ip"), port: 80) }  // mistake
        } legal: {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) { behind(group("ip"), port: 8080) }
        }
    }

    private static var balancedContainer: Mistake {
        Mistake(
            "The container web does not exist in the task definition",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html", .graph,
            caughtBy: "balanced-container"
        ) {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) { behind(group("ip"), container: "apo") }  // mistake
        } legal: {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) { behind(group("ip"), container: "api") }
        }
    }

    private static var noNetwork: Mistake {
        Mistake(
            "Network Configuration must be provided when networkMode 'awsvpc' is specified",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html", .graph,
            caughtBy: "service-without-network"
        ) {
            Parts.ground
            task
            Parts.service(of: task, isInNetwork: false)  // mistake
        } legal: {
            Parts.ground
            task
            Parts.service(of: task)
        }
    }

    private static var networkOfBridge: Mistake {
        Mistake(
            "Network Configuration is not valid for the given networkMode of this task definition",
            "https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/22", .graph,
            caughtBy: "network-of-its-own"
        ) {
            Parts.ground
            machineTask
            Parts.service(of: machineTask)  // mistake
        } legal: {
            Parts.ground
            machineTask
            Parts.service(of: machineTask, isInNetwork: false)
        }
    }

    private static var grace: Mistake {
        Mistake(
            "Health check grace period is only valid for services configured to use load balancers",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html", .graph,
            caughtBy: "grace-without-balancer"
        ) {
            Parts.ground
            task
            Parts.service(of: task) {  // mistake
                row("health_check_grace_period_seconds", "HealthCheckGracePeriodSeconds", 60)
            }
        } legal: {
            Parts.ground
            group("ip")
            task
            Parts.service(of: task) {
                row("health_check_grace_period_seconds", "HealthCheckGracePeriodSeconds", 60)
                behind(group("ip"))
            }
        }
    }

    private static var slowTask: RawResource {
        Parts.task([
            Parts.container {
                repeated("portMappings", "PortMappings", [8080]) { row("containerPort", "ContainerPort", $0) }
                nested("healthCheck", "HealthCheck") {
                    row("command", "Command", ["CMD-SHELL", "true"])
                    row("startPeriod", "StartPeriod", 120)
                }
            }
        ])
    }

    private static var graceTooShort: Mistake {
        Mistake(
            "Tasks are stopped before they are up: (service shop-api) is unhealthy in target-group due to failed health checks",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-healthcheck.html", .graph,
            caughtBy: "grace-too-short"
        ) {
            Parts.ground
            group("ip")
            slowTask
            Parts.service(of: slowTask) { behind(group("ip")) }  // mistake
        } legal: {
            Parts.ground
            group("ip")
            slowTask
            Parts.service(of: slowTask) {
                row("health_check_grace_period_seconds", "HealthCheckGracePeriodSeconds", 120)
                behind(group("ip"))
            }
        }
    }

    private static var taskNotForFargate: Mistake {
        Mistake(
            "Task definition does not support launch_type FARGATE",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html", .graph,
            caughtBy: "task-not-for-fargate"
        ) {
            Parts.ground
            Parts.task(for: "EC2")
            Parts.service(of: Parts.task(for: "EC2")) { row("launch_type", "LaunchType", "FARGATE") }  // mistake
        } legal: {
            Parts.ground
            task
            Parts.service(of: task) { row("launch_type", "LaunchType", "FARGATE") }
        }
    }

    private static func strategy(_ shares: [(String, weight: Int, base: Int)]) -> Row {
        repeated("capacity_provider_strategy", "CapacityProviderStrategy", shares) { share in
            row("capacity_provider", "CapacityProvider", share.0)
            row("weight", "Weight", share.weight)
            row("base", "Base", share.base)
        }
    }

    private static var capacityBases: Mistake {
        Mistake(
            "InvalidParameterException: The specified capacity provider strategy cannot contain more than one base",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html", .graph,
            caughtBy: "capacity-bases"
        ) {
            Parts.ground
            task
            Parts.service(of: task) { strategy([("FARGATE", 1, 1), ("FARGATE_SPOT", 1, 1)]) }  // mistake
        } legal: {
            Parts.ground
            task
            Parts.service(of: task) { strategy([("FARGATE", 1, 1), ("FARGATE_SPOT", 1, 0)]) }
        }
    }

    private static var noWeight: Mistake {
        Mistake(
            "RunTask and CreateService fail when all capacity providers of a strategy have a weight of zero",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html", .graph,
            caughtBy: "capacity-without-weight"
        ) {
            Parts.network
            FargateCluster("cluster", strategy: .mixed(regular: 0, spot: 0))  // mistake
        } legal: {
            Parts.network
            FargateCluster("cluster", strategy: .mixed(regular: 0, spot: 1))
        }
    }

    private static var launchTypeAndCapacity: Mistake {
        Mistake(
            "Specifying both a launch type and capacity provider strategy is not supported",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html", .graph,
            caughtBy: "launch-type-and-capacity"
        ) {
            Parts.ground
            task
            Parts.service(of: task) {  // mistake
                row("launch_type", "LaunchType", "FARGATE")
                strategy([("FARGATE", 1, 0)])
            }
        } legal: {
            Parts.ground
            task
            Parts.service(of: task) { strategy([("FARGATE", 1, 0)]) }
        }
    }

    private static func percents(_ least: Int, _ most: Int) -> Properties {
        Properties {
            row("deployment_minimum_healthy_percent", "DeploymentConfiguration/MinimumHealthyPercent", least)
            row("deployment_maximum_percent", "DeploymentConfiguration/MaximumPercent", most)
        }
    }

    private static var standstill: Mistake {
        Mistake(
            "Service was unable to stop or start tasks during a deployment because of the service deployment configuration",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html", .graph,
            caughtBy: "deployment-standstill"
        ) {
            Parts.ground
            task
            Parts.service(of: task) { percents(100, 100) }  // mistake
        } legal: {
            Parts.ground
            task
            Parts.service(of: task) { percents(50, 100) }
        }
    }
}
