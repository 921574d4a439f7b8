public import TerraneCore

extension Logs {
    /// Hands log events on as they arrive: to a Lambda function, a Kinesis stream or a Firehose stream ("Real-time
    /// processing of log data with subscriptions", Amazon CloudWatch Logs User Guide). A group takes two.
    public struct SubscriptionFilter: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudwatch_log_subscription_filter", cloudFormation: "AWS::Logs::SubscriptionFilter",
            area: .monitoring)

        public var declaration: Declaration
        public var filterName: String
        public var group: Value<String>
        public var pattern: FilterPattern
        public var destination: Value<ARN>
        /// What CloudWatch Logs acts as; a Lambda function has a permission of its own instead.
        public var role: Value<ARN>?

        public init(
            _ name: Name, filterName: String? = nil, of group: Value<String>, matching pattern: FilterPattern = .all,
            to destination: Value<ARN>, as role: Value<ARN>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.filterName = filterName ?? name.dashed
            self.group = group
            self.pattern = pattern
            self.destination = destination
            self.role = role
        }

        public var properties: Properties {
            row("name", "FilterName", filterName)
            row("log_group_name", "LogGroupName", group)
            row("filter_pattern", "FilterPattern", pattern.text)
            row("destination_arn", "DestinationArn", destination)
            row("role_arn", "RoleArn", role)
        }
    }
}
