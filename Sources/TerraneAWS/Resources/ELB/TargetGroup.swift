public import TerraneCore

extension ELB {
    /// Targets that requests are sent to: the addresses of a service's tasks ("Target groups for your Application Load
    /// Balancers", User Guide for Application Load Balancers).
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
        /// For how long a browser is sent to the same target again, by a cookie; nil if any target will do.
        public var stickiness: TimeSpan?
        /// For how long the share of a new target rises to a full one; nil if it has that from the start.
        public var slowStart: TimeSpan?

        public init(
            _ name: Name, groupName: String? = nil, in vpc: Value<EC2.VPC.ID>, port: Port, healthCheck: HealthCheck,
            draining: TimeSpan = .minutes(5), stickiness: TimeSpan? = nil, slowStart: TimeSpan? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.vpc = vpc
            self.port = port
            self.healthCheck = healthCheck
            self.draining = draining
            self.stickiness = stickiness
            self.slowStart = slowStart
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }
        public var deployedName: Value<String> {
            attribute("name", .attribute("TargetGroupName"), foreseen: Value(groupName))
        }
        /// `targetgroup/name/0123456789abcdef`: what metrics call it.
        public var metricName: Value<String> { attribute("arn_suffix", .attribute("TargetGroupFullName")) }

        public var properties: Properties {
            row("name", "Name", groupName)
            row("target_type", "TargetType", "ip")
            row("vpc_id", "VpcId", vpc)
            row("port", "Port", port)
            row("protocol", "Protocol", "HTTP")
            terraformOnly("deregistration_delay", draining.inSeconds, because: ELB.attributeReason)
            terraformOnly("slow_start", slowStart?.inSeconds, because: ELB.attributeReason)
            if let stickiness {
                terraformOnly("stickiness", because: ELB.attributeReason) {
                    row("type", "", "lb_cookie")
                    row("cookie_duration", "", stickiness.inSeconds)
                }
            }
            cloudFormationOnly("TargetGroupAttributes", attributes, because: ELB.argumentReason)
            nested("health_check", "") {
                row("path", "HealthCheckPath", healthCheck.path)
                row("interval", "HealthCheckIntervalSeconds", healthCheck.interval.inSeconds)
                row("timeout", "HealthCheckTimeoutSeconds", healthCheck.timeout.inSeconds)
                row("healthy_threshold", "HealthyThresholdCount", healthCheck.healthy)
                row("unhealthy_threshold", "UnhealthyThresholdCount", healthCheck.unhealthy)
                row("matcher", "Matcher/HttpCode", healthCheck.codes)
            }
        }

        private var attributes: Expression {
            var pairs = [pair("deregistration_delay.timeout_seconds", String(draining.inSeconds))]
            if let stickiness {
                pairs += [
                    pair("stickiness.enabled", "true"), pair("stickiness.type", "lb_cookie"),
                    pair("stickiness.lb_cookie.duration_seconds", String(stickiness.inSeconds)),
                ]
            }
            if let slowStart { pairs.append(pair("slow_start.duration_seconds", String(slowStart.inSeconds))) }
            return .list(pairs)
        }

        public func check() -> [Diagnostic] {
            var problems = ELB.check("target group", named: groupName) + healthCheck.check(of: name)
            let spans = [
                ("the draining time", draining, 0...3600), ("the stickiness", stickiness, 1...604_800),
                ("the slow start", slowStart, 30...900),
            ]
            for (what, span, range) in spans {
                guard let span, !range.contains(span.inSeconds) else { continue }
                problems.append(.outOfRange("\(what) in seconds", of: name, span.inSeconds, range))
            }
            return problems
        }
    }
}
