public import TerraneCore

/// A topic that alarms and budgets of the account tell, and the people and programs that are told.
///
///     AlertTopic("koemo-critical", subscribers: ["oncall": .email(oncallAddress.value)])
public struct AlertTopic: Component {
    public var declaration: Declaration
    /// Each with its name, which is part of the subscription's identity.
    public let subscribers: KeyValuePairs<String, SNS.Subscription.Endpoint>
    /// A KMS key whose own policy lets CloudWatch and Budgets use it.
    public let encryptionKey: Value<ARN>?

    public init(
        _ name: Name, subscribers: KeyValuePairs<String, SNS.Subscription.Endpoint>, encryptionKey: Value<ARN>? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.subscribers = subscribers
        self.encryptionKey = encryptionKey
    }

    public var arn: Value<ARN> { topic.arn }

    public var body: Content {
        topic
        SNS.TopicPolicy(name / "policy", of: topic.arn, policy)
        for (part, endpoint) in subscribers {
            SNS.Subscription(name / part, to: topic.arn, endpoint)
        }
    }

    private var topic: SNS.Topic {
        SNS.Topic(name, encryptionKey: encryptionKey)
    }

    private var policy: IAM.PolicyDocument {
        IAM.PolicyDocument(
            publishing("Alarms", by: "cloudwatch.amazonaws.com"),
            publishing("Budgets", by: "budgets.amazonaws.com"),
            publishing("Events", by: "events.amazonaws.com"),
            IAM.Statement(
                .deny, id: "EncryptedTransportOnly", principal: .anyone, actions: ["sns:Publish"],
                resources: [topic.arn], conditions: [.init("Bool", "aws:SecureTransport", ["false"])]))
    }

    /// Only for this account: a service would publish for anybody's otherwise ("The confused deputy problem", AWS
    /// Identity and Access Management User Guide).
    private func publishing(_ id: String, by service: String) -> IAM.Statement {
        IAM.Statement(
            .allow, id: id, principal: .service(service), actions: ["sns:Publish"], resources: [topic.arn],
            conditions: [.equals("aws:SourceAccount", Deployment.account)])
    }
}

extension AlertTopic {
    public func check() -> [Diagnostic] {
        subscribers.isEmpty ? [.topicWithoutSubscribers(name)] : []
    }
}

extension Diagnostic {
    static func topicWithoutSubscribers(_ topic: Name) -> Diagnostic {
        .error(
            "alerts sent to '\(topic)' reach nobody",
            help: "Give it at least one subscriber, such as `[\"oncall\": .email(address)]`.")
    }
}
