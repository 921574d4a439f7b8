public import TerraneCore

extension ELB {
    /// How a load balancer asks a target whether it is well.
    public struct HealthCheck: Hashable, Sendable {
        public let path: String
        public let interval: TimeSpan
        public let timeout: TimeSpan
        /// How many good answers in a row make a target healthy, and how many bad ones unhealthy.
        public let healthy: Int
        public let unhealthy: Int
        /// Status codes that count as well: `200`, `200-299`.
        public let codes: String

        public static func http(
            _ path: String, every interval: TimeSpan = .seconds(30), timeout: TimeSpan = .seconds(5), healthy: Int = 2,
            unhealthy: Int = 3, codes: String = "200"
        ) -> HealthCheck {
            HealthCheck(
                path: path, interval: interval, timeout: timeout, healthy: healthy, unhealthy: unhealthy, codes: codes)
        }
    }

    /// Targets that requests are sent to: the addresses of a service's tasks.
    public struct TargetGroup: Resource {
        public static let type = ResourceType(
            terraform: "aws_lb_target_group", cloudFormation: "AWS::ElasticLoadBalancingV2::TargetGroup", area: .edge,
            tagging: .list)

        public var declaration: Declaration
        /// At most 32 characters.
        public var groupName: String
        public var vpc: Value<EC2.VPC.ID>
        public var port: Port
        public var healthCheck: HealthCheck
        /// How long a target that leaves may finish its requests.
        public var draining: TimeSpan

        public init(
            _ name: Name, groupName: String? = nil, in vpc: Value<EC2.VPC.ID>, port: Port, healthCheck: HealthCheck,
            draining: TimeSpan = .minutes(5), file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.vpc = vpc
            self.port = port
            self.healthCheck = healthCheck
            self.draining = draining
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }
        /// `targetgroup/name/0123456789abcdef`: what metrics call it.
        public var metricName: Value<String> { attribute("arn_suffix", .attribute("TargetGroupFullName")) }

        public var properties: Properties {
            row("name", "Name", groupName)
            row("target_type", "TargetType", "ip")
            row("vpc_id", "VpcId", vpc)
            row("port", "Port", port)
            row("protocol", "Protocol", "HTTP")
            terraformOnly("deregistration_delay", draining.inSeconds, because: "CloudFormation lists attributes by key")
            cloudFormationOnly(
                "TargetGroupAttributes",
                Expression.list([ELB.pair("deregistration_delay.timeout_seconds", String(draining.inSeconds))]),
                because: "Terraform has an argument for each")
            nested("health_check", "") {
                row("path", "HealthCheckPath", healthCheck.path)
                row("interval", "HealthCheckIntervalSeconds", healthCheck.interval.inSeconds)
                row("timeout", "HealthCheckTimeoutSeconds", healthCheck.timeout.inSeconds)
                row("healthy_threshold", "HealthyThresholdCount", healthCheck.healthy)
                row("unhealthy_threshold", "UnhealthyThresholdCount", healthCheck.unhealthy)
                row("matcher", "Matcher/HttpCode", healthCheck.codes)
            }
        }
    }
}
