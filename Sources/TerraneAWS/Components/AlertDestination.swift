public import TerraneCore

/// Where alarms are told of: a topic for all of them, or a routing by severity.
public protocol AlertDestination: Sendable {
    func topics(for severity: AlarmSeverity) -> [AlertTopic]
}

extension AlertTopic: AlertDestination {
    public func topics(for severity: AlarmSeverity) -> [AlertTopic] { [self] }
}

/// Who is told of every alarm, and who of the critical ones besides.
///
///     AlertRouting(
///         "platform", every: ["slack": .slack(workspace: "T0123ABCD", channel: "C0456EFGH"), "oncall": .email(oncall.value)],
///         critical: ["pager": .pagerDuty(integrationURL: pagerURL)])
///
/// It is two topics, `alerts` and `critical`; a critical alarm goes to both.
public struct AlertRouting: Component, AlertDestination {
    public var declaration: Declaration
    public let every: KeyValuePairs<String, AlertSubscriber>
    public let critical: KeyValuePairs<String, AlertSubscriber>
    /// A KMS key whose own policy lets CloudWatch use it.
    public let encryptionKey: Value<ARN>?

    public init(
        _ name: Name, every: KeyValuePairs<String, AlertSubscriber>,
        critical: KeyValuePairs<String, AlertSubscriber>, encryptionKey: Value<ARN>? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.every = every
        self.critical = critical
        self.encryptionKey = encryptionKey
    }

    /// Slack and an e-mail address for every alarm, PagerDuty for critical ones, as parameters of the stack say: the
    /// identifiers `slack_workspace` and `slack_channel`, `alert_email`, and the sensitive `pager_url`.
    public init(asking name: Name, file: String = #fileID, line: Int = #line) {
        self.init(
            name,
            every: [
                "slack": .slack(
                    workspace: Parameter("slack_workspace", description: "The Slack workspace's ID").value,
                    channel: Parameter("slack_channel", description: "The ID of the channel for alarms").value),
                "oncall": .email(Parameter("alert_email", description: "Where alarms are sent").value),
            ],
            critical: [
                "pager": .pagerDuty(
                    integrationURL: Parameter("pager_url", sensitive: true, description: "PagerDuty's integration URL"))
            ], file: file, line: line)
    }

    /// Told of every alarm.
    public var alerts: AlertTopic { topic("alerts", every) }
    /// Told of critical alarms alone.
    public var criticalAlerts: AlertTopic { topic("critical", critical) }

    public func topics(for severity: AlarmSeverity) -> [AlertTopic] {
        switch severity {
        case .critical: [alerts, criticalAlerts]
        case .warning: [alerts]
        }
    }

    public var body: Content {
        alerts
        criticalAlerts
    }

    private func topic(_ part: String, _ subscribers: KeyValuePairs<String, AlertSubscriber>) -> AlertTopic {
        AlertTopic(
            name / part, subscribers: subscribers, encryptionKey: encryptionKey, file: source.file, line: source.line)
    }
}

extension AlertRouting {
    public func check() -> [Diagnostic] {
        critical.filter { subscriber in every.contains { $0.value == subscriber.value } }
            .map { .toldTwice(name, $0.key) }
    }
}

extension Diagnostic {
    static func toldTwice(_ routing: Name, _ subscriber: String) -> Diagnostic {
        .error(
            "'\(subscriber)' would hear of each critical alarm of '\(routing)' twice",
            help: "Who is told of every alarm is told of the critical ones too: leave it out of `critical`.")
    }
}
