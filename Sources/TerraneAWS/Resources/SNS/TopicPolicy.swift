public import TerraneCore

extension SNS {
    /// Who may publish to a topic: the services of AWS need to be named ("Example cases for Amazon SNS access control",
    /// Amazon SNS Developer Guide).
    public struct TopicPolicy: Resource {
        public static let type = ResourceType(
            terraform: "aws_sns_topic_policy", cloudFormation: "AWS::SNS::TopicPolicy", area: .monitoring)

        public var declaration: Declaration
        public var topic: Value<ARN>
        public var policy: IAM.PolicyDocument

        public init(
            _ name: Name, of topic: Value<ARN>, _ policy: IAM.PolicyDocument, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.topic = topic
            self.policy = policy
        }

        public var properties: Properties {
            row("arn", terraform: topic, "Topics", cloudFormation: [topic])
            document("policy", "PolicyDocument", policy)
        }
    }
}
