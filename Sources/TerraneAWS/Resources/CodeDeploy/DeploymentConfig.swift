public import TerraneCore

extension CodeDeploy {
    /// How traffic moves from the tasks that serve to those that replace them ("Working with deployment configurations
    /// in CodeDeploy", AWS CodeDeploy User Guide). It cannot be changed, only replaced.
    public struct DeploymentConfig: Resource {
        public enum Routing: Hashable, Sendable {
            /// A share first, the rest after a while.
            case canary(percent: Int, minutes: Int)
            /// The same share again and again until all of it has moved.
            case linear(percent: Int, minutes: Int)
        }

        public static let type = ResourceType(
            terraform: "aws_codedeploy_deployment_config", cloudFormation: "AWS::CodeDeploy::DeploymentConfig",
            area: .deployment)

        public var declaration: Declaration
        /// At most 100 characters.
        public var configName: String
        public var routing: Routing

        public init(
            _ name: Name, configName: String, _ routing: Routing, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.configName = configName
            self.routing = routing
        }

        public var deployedName: Value<String> {
            attribute("deployment_config_name", .ref, foreseen: Value(configName))
        }

        public var properties: Properties {
            row("deployment_config_name", "DeploymentConfigName", configName)
            row("compute_platform", "ComputePlatform", "ECS")
            nested("traffic_routing_config", "TrafficRoutingConfig") {
                switch routing {
                case .canary(let percent, let minutes):
                    row("type", "Type", "TimeBasedCanary")
                    nested("time_based_canary", "TimeBasedCanary") {
                        row("percentage", "CanaryPercentage", percent)
                        row("interval", "CanaryInterval", minutes)
                    }
                case .linear(let percent, let minutes):
                    row("type", "Type", "TimeBasedLinear")
                    nested("time_based_linear", "TimeBasedLinear") {
                        row("percentage", "LinearPercentage", percent)
                        row("interval", "LinearInterval", minutes)
                    }
                }
            }
        }

        public func check() -> [Diagnostic] {
            configName.utf8.count > 100 ? [.nameTooLong("deployment configuration", configName, limit: 100)] : []
        }
    }
}
