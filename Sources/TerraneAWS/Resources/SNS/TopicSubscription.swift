public import TerraneCore

extension SNS {
    /// Who is told of what a topic publishes. Somebody subscribed by e-mail confirms once.
    public struct Subscription: Resource {
        /// Where messages go, with the protocol that it implies.
        public enum Endpoint: Hashable, Sendable {
            case email(Value<String>)
            case https(Value<String>)
            case lambda(Value<ARN>)
            case queue(Value<ARN>)

            var protocolName: String {
                switch self {
                case .email: "email"
                case .https: "https"
                case .lambda: "lambda"
                case .queue: "sqs"
                }
            }

            var address: Expression {
                switch self {
                case .email(let address), .https(let address): address.expression
                case .lambda(let arn), .queue(let arn): arn.expression
                }
            }
        }

        public static let type = ResourceType(
            terraform: "aws_sns_topic_subscription", cloudFormation: "AWS::SNS::Subscription", area: .monitoring)

        public var declaration: Declaration
        public var topic: Value<ARN>
        public var endpoint: Endpoint
        /// Whether the endpoint confirms the subscription by itself, as PagerDuty's does.
        public var confirmsItself: Bool

        public init(
            _ name: Name, to topic: Value<ARN>, _ endpoint: Endpoint, confirmsItself: Bool = false,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.topic = topic
            self.endpoint = endpoint
            self.confirmsItself = confirmsItself
        }

        public var properties: Properties {
            row("topic_arn", "TopicArn", topic)
            row("protocol", "Protocol", endpoint.protocolName)
            row("endpoint", "Endpoint", endpoint.address)
            terraformOnly(
                "endpoint_auto_confirms", confirmsItself ? true : nil,
                because: "CloudFormation does not wait for the confirmation")
        }
    }
}
