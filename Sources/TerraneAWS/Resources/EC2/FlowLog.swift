public import TerraneCore

extension EC2 {
    /// A record of the connections in a network: who with whom, how much, and whether a rule let them ("Logging IP
    /// traffic using VPC Flow Logs", Amazon VPC User Guide).
    public struct FlowLog: Resource {
        public enum Traffic: String, Hashable, Sendable, ExpressionConvertible {
            case all = "ALL"
            case accepted = "ACCEPT"
            case rejected = "REJECT"
        }

        public enum Destination: Hashable, Sendable {
            /// A log group, and the role with which the flow log writes into it.
            case logGroup(Value<ARN>, role: Value<ARN>)
            case bucket(Value<ARN>)
        }

        public static let type = ResourceType(
            terraform: "aws_flow_log", cloudFormation: "AWS::EC2::FlowLog", area: .monitoring, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var traffic: Traffic
        public var destination: Destination
        /// How much time one line covers: one minute or ten.
        public var interval: TimeSpan

        public init(
            _ name: Name, of vpc: Value<VPC.ID>, _ traffic: Traffic = .all, to destination: Destination,
            every interval: TimeSpan = .minutes(10), file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.traffic = traffic
            self.destination = destination
            self.interval = interval
        }

        public var properties: Properties {
            row("vpc_id", "ResourceId", vpc)
            cloudFormationOnly("ResourceType", "VPC", because: "Terraform has an argument for each kind of resource")
            row("traffic_type", "TrafficType", traffic)
            switch destination {
            case .logGroup(let group, let role):
                row("log_destination_type", "LogDestinationType", "cloud-watch-logs")
                row("log_destination", "LogDestination", group)
                row("iam_role_arn", "DeliverLogsPermissionArn", role)
            case .bucket(let bucket):
                row("log_destination_type", "LogDestinationType", "s3")
                row("log_destination", "LogDestination", bucket)
            }
            row("max_aggregation_interval", "MaxAggregationInterval", interval.inSeconds)
        }

        public func check() -> [Diagnostic] {
            [.minutes(1), .minutes(10)].contains(interval) ? [] : [.flowLogInterval(name, interval)]
        }
    }
}

extension Diagnostic {
    static func flowLogInterval(_ log: Name, _ interval: TimeSpan) -> Diagnostic {
        .error(
            "flow log '\(log)' has lines of \(interval.inSeconds) seconds",
            help: "A line covers one minute or ten: `.minutes(1)`, `.minutes(10)`.")
    }
}
