public import TerraneCore

/// Somebody, or something, that a topic tells of alerts.
public enum AlertSubscriber: Hashable, Sendable {
    /// Confirms the subscription once.
    case email(Value<String>)
    case https(Value<String>)
    case lambda(Value<ARN>)
    case queue(Value<ARN>)
    /// A channel of a Slack workspace, both by the identifiers that Slack gives them.
    case slack(workspace: Value<String>, channel: Value<String>)
    /// A PagerDuty service: the integration URL of its Amazon CloudWatch integration. Whoever has the URL can page, so it
    /// is given when the stack is deployed: `Parameter("pager_url", sensitive: true)`.
    case pagerDuty(integrationURL: Parameter<String>)

    /// What it is to SNS; nil for Slack, which AWS Chatbot subscribes by itself.
    var endpoint: SNS.Subscription.Endpoint? {
        switch self {
        case .email(let address): .email(address)
        case .https(let address): .https(address)
        case .lambda(let function): .lambda(function)
        case .queue(let queue): .queue(queue)
        case .pagerDuty(let url): .https(url.value)
        case .slack: nil
        }
    }

    /// A parameter that would keep PagerDuty's URL secret, where nothing does yet.
    var exposedPager: String? {
        switch self {
        case .pagerDuty(let url) where !url.declaration.isSensitive: url.declaration.name
        case .https(let address) where address.text?.contains("//events.pagerduty.com/") == true: "pager_url"
        default: nil
        }
    }

    /// Whether it answers the request for confirmation by itself.
    var confirmsItself: Bool {
        if case .pagerDuty = self { true } else { false }
    }
}

extension Diagnostic {
    static func pagerURLInTheOpen(_ topic: Name, _ parameter: String) -> Diagnostic {
        .error(
            "the integration URL of PagerDuty that '\(topic)' tells would be shown to anybody",
            help: "Whoever has it can page: make it `Parameter(\"\(parameter)\", sensitive: true)`.")
    }
}
