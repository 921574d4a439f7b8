public import TerraneCore

extension SNS {
    /// A channel that messages are published to and handed on to its subscribers ("What is Amazon SNS?", Amazon SNS
    /// Developer Guide).
    public struct Topic: Resource {
        public static let type = ResourceType(
            terraform: "aws_sns_topic", cloudFormation: "AWS::SNS::Topic", area: .monitoring, tagging: .list)

        public var declaration: Declaration
        public var topicName: String
        /// What e-mail says the message is from.
        public var displayName: String?
        /// A KMS key of one's own. With the managed key `alias/aws/sns` CloudWatch alarms cannot publish ("Amazon SNS
        /// topic encryption", Amazon CloudWatch User Guide).
        public var encryptionKey: Value<ARN>?

        public init(
            _ name: Name, topicName: String? = nil, displayName: String? = nil, encryptionKey: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.topicName = topicName ?? name.dashed
            self.displayName = displayName
            self.encryptionKey = encryptionKey
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .ref,
                foreseen: "arn:\(Deployment.partition):sns:\(Deployment.region):\(Deployment.account):\(topicName)")
        }

        public var properties: Properties {
            row("name", "TopicName", topicName)
            row("display_name", "DisplayName", displayName)
            row("kms_master_key_id", "KmsMasterKeyId", encryptionKey)
        }
    }
}
