import Terrane

private typealias Parts = ComputeParts

extension Mistake {
    static var tasks: [Mistake] {
        [
            fargateSize, containerOverTask, containersOverTask, fargateNetworkMode, privilegedOnFargate, logDriver,
            noExecutionRole, forbiddenSecret, logPrefix, logRegion, dependencyCycle, unknownContainer, endOfEssential,
            healthInterval, hostPort,
        ]
    }

    private static var fargateSize: Mistake {
        Mistake(
            "No Fargate configuration exists for given values: 256 CPU, 4096 memory",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html", .graph,
            caughtBy: "fargate-size"
        ) {
            Parts.task(memory: "4096")  // mistake
        } legal: {
            Parts.task(memory: "2048")
        }
    }

    private static var containerOverTask: Mistake {
        Mistake(
            "The 'memory' setting for container 'api' is greater than for the task",
            "https://github.com/pulumi/pulumi-awsx/issues/188", .graph, caughtBy: "container-over-task"
        ) {
            Parts.ground
            Parts.backend {  // mistake
                Container("api", image: .named("nginx")).reserving(atMost: .gibibytes(1))
            }
        } legal: {
            Parts.ground
            Parts.online(
                Parts.backend { Container("api", image: .named("nginx")).reserving(atMost: .mebibytes(512)) })
        }
    }

    private static var containersOverTask: Mistake {
        Mistake(
            "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'",
            "https://github.com/aws/aws-cdk/issues/1553", .graph, caughtBy: "containers-over-task"
        ) {
            Parts.ground
            Parts.backend {  // mistake
                Container("api", image: .named("nginx")).reserving(cpuUnits: 200)
                Container("agent", image: .named("agent")).reserving(cpuUnits: 100)
            }
        } legal: {
            Parts.ground
            Parts.online(
                Parts.backend {
                    Container("api", image: .named("nginx")).reserving(cpuUnits: 156)
                    Container("agent", image: .named("agent")).reserving(cpuUnits: 100)
                })
        }
    }

    private static var fargateNetworkMode: Mistake {
        Mistake(
            "Fargate only supports network mode 'awsvpc'",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html", .graph,
            caughtBy: "fargate-network-mode"
        ) {
            Parts.task(network: "bridge")  // mistake
        } legal: {
            Parts.task(network: "awsvpc")
        }
    }

    private static var privilegedOnFargate: Mistake {
        Mistake(
            "Tasks using the Fargate launch type do not support privileged containers",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html", .graph,
            caughtBy: "not-on-fargate"
        ) {
            Parts.task([Parts.container { row("privileged", "Privileged", true) }])  // mistake
        } legal: {
            Parts.task([Parts.container { row("privileged", "Privileged", false) }])
        }
    }

    private static var logDriver: Mistake {
        Mistake(
            "Log driver 'json-file' is not supported on Fargate",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html", .graph,
            caughtBy: "log-driver"
        ) {
            Parts.task([  // mistake
                Parts.container {
                    nested("logConfiguration", "LogConfiguration") { row("logDriver", "LogDriver", "json-file") }
                }
            ])
        } legal: {
            Parts.task([
                Parts.container {
                    nested("logConfiguration", "LogConfiguration") { row("logDriver", "LogDriver", "awsfirelens") }
                }
            ])
        }
    }

    private static let logOptions: [(String, Expression)] = [
        ("awslogs-group", Parts.logs.id.expression), ("awslogs-region", .string("ap-northeast-1")),
        ("awslogs-stream-prefix", .string("ecs")),
    ]

    private static var noExecutionRole: Mistake {
        Mistake(
            "Fargate requires task definition to have execution role ARN to support log driver awslogs",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html", .graph,
            caughtBy: "no-execution-role"
        ) {
            Parts.logs
            Parts.task(role: nil, [Parts.container { Parts.log(logOptions) }])  // mistake
        } legal: {
            Parts.logs
            Parts.task([Parts.container { Parts.log(logOptions) }])
        }
    }

    private static let password = SecretsManager.Secret(
        "password", secretName: "shop/password", description: "Password of the shop")
    private static let other = SecretsManager.Secret(
        "other", secretName: "shop/other", description: "Password of another shop")
    private static let role = IAM.Role(
        "starter", roleName: "shop-starter", description: "Starts tasks",
        trust: IAM.PolicyDocument(
            IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"])))

    private static func reading(_ secret: SecretsManager.Secret) -> IAM.RolePolicy {
        IAM.RolePolicy(
            "starting", policyName: "start", of: role.id,
            IAM.PolicyDocument(.allow("secretsmanager:GetSecretValue", on: [secret.arn])))
    }

    private static let told = Parts.container {
        repeated("secrets", "Secrets", [password]) { secret in
            row("name", "Name", "PASSWORD")
            row("valueFrom", "ValueFrom", secret.arn)
        }
    }

    private static var forbiddenSecret: Mistake {
        Mistake(
            "ResourceInitializationError: unable to pull secrets: not authorized to perform secretsmanager:GetSecretValue",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html", .graph,
            caughtBy: "start-forbidden"
        ) {
            password
            other
            role
            reading(other)
            Parts.task(role: role.arn, [told])  // mistake
        } legal: {
            password
            other
            role
            reading(password)
            Parts.task(role: role.arn, [told])
        }
    }

    private static var logPrefix: Mistake {
        Mistake(
            "awslogs-stream-prefix is required when the log driver is awslogs on Fargate",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html", .graph,
            caughtBy: "log-option-missing"
        ) {
            Parts.logs
            Parts.task([Parts.container { Parts.log(Array(logOptions.dropLast())) }])  // mistake
        } legal: {
            Parts.logs
            Parts.task([Parts.container { Parts.log(logOptions) }])
        }
    }

    private static var logRegion: Mistake {
        Mistake(
            "ResourceNotFoundException: The specified log group does not exist",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html", .graph,
            caughtBy: "log-group-elsewhere"
        ) {
            Parts.logs
            Parts.task([  // mistake
                Parts.container {
                    Parts.log([
                        logOptions[0], ("awslogs-region", .string("us-east-1")), logOptions[2],
                    ])
                }
            ])
        } legal: {
            Parts.logs
            Parts.task([Parts.container { Parts.log(logOptions) }])
        }
    }

    private static func after(_ other: String, _ condition: String = "START") -> Row {
        repeated("dependsOn", "DependsOn", [other]) { other in
            row("containerName", "ContainerName", other)
            row("condition", "Condition", condition)
        }
    }

    private static var dependencyCycle: Mistake {
        Mistake(
            "ClientException: There cannot be a cycle in the container dependencies",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html", .graph,
            caughtBy: "dependency-cycle"
        ) {
            Parts.task([  // mistake
                Parts.container("api") { after("agent") }, Parts.container("agent") { after("api") },
            ])
        } legal: {
            Parts.task([Parts.container("api") { after("agent") }, Parts.container("agent")])
        }
    }

    private static var unknownContainer: Mistake {
        Mistake(
            "ClientException: Container 'api' depends on unknown container 'migrat'",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html", .element,
            caughtBy: "unknown-container"
        ) {
            Parts.ground
            Parts.backend {
                Container("api", image: .named("nginx")).starting(after: "migrat", .succeeded)  // mistake
                Container("migrate", image: .named("migrate")).nonessential()
            }
        } legal: {
            Parts.ground
            Parts.online(
                Parts.backend {
                    Container("api", image: .named("nginx")).starting(after: "migrate", .succeeded)
                    Container("migrate", image: .named("migrate")).nonessential()
                })
        }
    }

    private static var endOfEssential: Mistake {
        Mistake(
            "A dependency on an essential container cannot be on COMPLETE or SUCCESS",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html", .graph,
            caughtBy: "end-of-essential"
        ) {
            Parts.task([Parts.container("api") { after("migrate", "SUCCESS") }, Parts.container("migrate")])  // mistake
        } legal: {
            Parts.task([
                Parts.container("api") { after("migrate", "SUCCESS") },
                Parts.container("migrate") { row("essential", "Essential", false) },
            ])
        }
    }

    private static func health(every interval: Int) -> Row {
        nested("healthCheck", "HealthCheck") {
            row("command", "Command", ["CMD-SHELL", "true"])
            row("interval", "Interval", interval)
        }
    }

    private static var healthInterval: Mistake {
        Mistake(
            "ClientException: health check interval must be between 5 and 300 seconds",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html", .graph,
            caughtBy: "container-health"
        ) {
            Parts.task([Parts.container { health(every: 2) }])  // mistake
        } legal: {
            Parts.task([Parts.container { health(every: 5) }])
        }
    }

    private static func mapping(to host: Int) -> Row {
        repeated("portMappings", "PortMappings", [host]) { host in
            row("containerPort", "ContainerPort", 8080)
            row("hostPort", "HostPort", host)
        }
    }

    private static var hostPort: Mistake {
        Mistake(
            "When networkMode=awsvpc, the host ports and container ports in port mappings must match",
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html", .graph,
            caughtBy: "host-port"
        ) {
            Parts.task([Parts.container { mapping(to: 80) }])  // mistake
        } legal: {
            Parts.task([Parts.container { mapping(to: 8080) }])
        }
    }
}
