public import TerraneCore

/// Amazon CloudWatch Logs.
public enum Logs {
    /// How long log events are kept. Only what CloudWatch Logs offers can be written ("PutRetentionPolicy", Amazon
    /// CloudWatch Logs API Reference).
    public enum Retention: Int, Hashable, Sendable, ExpressionConvertible {
        case oneDay = 1
        case threeDays = 3
        case fiveDays = 5
        case oneWeek = 7
        case twoWeeks = 14
        case oneMonth = 30
        case twoMonths = 60
        case threeMonths = 90
        case fourMonths = 120
        case fiveMonths = 150
        case sixMonths = 180
        case oneYear = 365
        case thirteenMonths = 400
        case eighteenMonths = 545
        case twoYears = 731
        case threeYears = 1096
        case fiveYears = 1827
        case tenYears = 3653
    }

    /// Where log streams go, and how long they stay.
    public struct LogGroup: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudwatch_log_group", cloudFormation: "AWS::Logs::LogGroup", area: .monitoring,
            tagging: .list, persistence: .retain)

        public var declaration: Declaration
        /// `/ecs/koemo-backend`.
        public var groupName: String
        public var retention: Retention
        /// A KMS key whose own policy lets CloudWatch Logs use it. Without one, AWS encrypts with a key of its own.
        public var encryptionKey: Value<ARN>?

        public init(
            _ name: Name, groupName: String, retention: Retention, encryptionKey: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName
            self.retention = retention
            self.encryptionKey = encryptionKey
        }

        public var id: Value<String> { attribute("name", .ref, foreseen: Value(groupName)) }

        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):logs:\(Deployment.region):\(Deployment.account):log-group:\(id)"
        }

        public var properties: Properties {
            row("name", "LogGroupName", groupName)
            row("retention_in_days", "RetentionInDays", retention)
            row("kms_key_id", "KmsKeyId", encryptionKey)
        }
    }
}
