public import TerraneCore

/// A topic that alarms and budgets of the account tell, and the people and programs that are told.
///
///     AlertTopic(
///         "alerts",
///         subscribers: [
///             "oncall": .email(oncall.value), "slack": .slack(workspace: "T0123ABCD", channel: "C0456EFGH"),
///             "pager": .pagerDuty(integrationURL: pagerURL),
///         ])
public struct AlertTopic: Component {
    public var declaration: Declaration
    /// Each with its name, which is part of the subscription's identity.
    public let subscribers: KeyValuePairs<String, AlertSubscriber>
    /// A KMS key whose own policy lets CloudWatch and Budgets use it.
    public let encryptionKey: Value<ARN>?

    public init(
        _ name: Name, subscribers: KeyValuePairs<String, AlertSubscriber>, encryptionKey: Value<ARN>? = nil,
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
        for (part, subscriber) in subscribers { subscription(part, subscriber) }
    }

    @ContentBuilder private func subscription(_ part: String, _ subscriber: AlertSubscriber) -> Content {
        if case .slack(let workspace, let channel) = subscriber {
            SlackChannel(
                name / part, workspace: workspace, channel: channel, following: [topic.arn], file: source.file,
                line: source.line)
        } else if let endpoint = subscriber.endpoint {
            SNS.Subscription(name / part, to: topic.arn, endpoint, confirmsItself: subscriber.confirmsItself)
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
        let exposed = subscribers.compactMap { $1.exposedPager.map { Diagnostic.pagerURLInTheOpen(name, $0) } }
        return subscribers.isEmpty ? [.topicWithoutSubscribers(name)] : exposed
    }
}

extension Diagnostic {
    static func topicWithoutSubscribers(_ topic: Name) -> Diagnostic {
        .error(
            "alerts sent to '\(topic)' reach nobody",
            help: "Give it at least one subscriber, such as `[\"oncall\": .email(address)]`.")
    }
}
