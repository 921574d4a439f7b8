public import TerraneCore

extension ECS {
    /// A container of a task ("ContainerDefinition", Amazon ECS API Reference).
    ///
    /// The table's left names are those of the API, which the registrable JSON file and Terraform use; the right ones
    /// are CloudFormation's.
    public struct ContainerDefinition: Hashable, Sendable {
        public struct HealthCheck: Hashable, Sendable {
            public var command: [String]
            public var interval: TimeSpan
            public var timeout: TimeSpan
            public var retries: Int
            public var startPeriod: TimeSpan?
        }

        public struct Setting: Hashable, Sendable {
            public let name: String
            public let value: Value<String>

            public init(_ name: String, _ value: Value<String>) {
                self.name = name
                self.value = value
            }
        }

        public var name: String
        public var image: Value<String>
        public var ports: [Port] = []
        public var environment: [Setting] = []
        /// Names, and ARNs of secrets or parameters that ECS reads when a task starts.
        public var secrets: [Setting] = []
        public var logGroup: Value<String>?
        public var logStreamPrefix = "ecs"
        public var healthCheck: HealthCheck?
        public var options = Options()

        public init(name: String, image: Value<String>) {
            self.name = name
            self.image = image
        }

        public var table: Properties {
            Properties {
                row("name", "Name", name)
                row("image", "Image", image)
                row("essential", "Essential", options.isEssential)
                row("entryPoint", "EntryPoint", options.entryPoint.isEmpty ? nil : options.entryPoint)
                row("command", "Command", options.command.isEmpty ? nil : options.command)
                row("cpu", "Cpu", options.cpuUnits)
                row("memory", "Memory", options.memory?.inMebibytes)
                row("memoryReservation", "MemoryReservation", options.memoryReservation?.inMebibytes)
                row("user", "User", options.user)
                row("stopTimeout", "StopTimeout", options.stopTimeout?.inSeconds)
                repeated("dependsOn", "DependsOn", options.dependencies) { dependency in
                    row("containerName", "ContainerName", dependency.container)
                    row("condition", "Condition", dependency.condition)
                }
                repeated("ulimits", "Ulimits", options.openFiles.map { [$0] } ?? []) { limit in
                    row("name", "Name", "nofile")
                    row("softLimit", "SoftLimit", limit)
                    row("hardLimit", "HardLimit", limit)
                }
                repeated("portMappings", "PortMappings", ports) { port in
                    row("containerPort", "ContainerPort", port)
                    row("protocol", "Protocol", "tcp")
                }
                repeated("environment", "Environment", environment) { setting in
                    row("name", "Name", setting.name)
                    row("value", "Value", setting.value)
                }
                repeated("secrets", "Secrets", secrets) { secret in
                    row("name", "Name", secret.name)
                    row("valueFrom", "ValueFrom", secret.value)
                }
                row("readonlyRootFilesystem", "ReadonlyRootFilesystem", options.isReadOnly ? true : nil)
                if let logGroup {
                    nested("logConfiguration", "LogConfiguration") {
                        row("logDriver", "LogDriver", "awslogs")
                        row("options", "Options", logOptions(logGroup))
                    }
                }
                if let healthCheck {
                    nested("healthCheck", "HealthCheck") {
                        row("command", "Command", healthCheck.command)
                        row("interval", "Interval", healthCheck.interval.inSeconds)
                        row("timeout", "Timeout", healthCheck.timeout.inSeconds)
                        row("retries", "Retries", healthCheck.retries)
                        row("startPeriod", "StartPeriod", healthCheck.startPeriod?.inSeconds)
                    }
                }
            }
        }

        /// Options of the awslogs driver, which are written alike everywhere.
        private func logOptions(_ group: Value<String>) -> Expression {
            .object([
                .init("awslogs-group", group.expression),
                .init("awslogs-region", Deployment.region.expression),
                .init("awslogs-stream-prefix", .string(logStreamPrefix)),
            ])
        }
    }
}
