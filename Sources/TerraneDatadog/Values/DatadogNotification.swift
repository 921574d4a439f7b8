/// Whom a monitor tells, by a handle in its message ("Notifications", Datadog documentation).
public enum DatadogNotification: Hashable, Sendable {
    /// A channel that the Slack integration knows, without the `#`. The account is needed where there are several.
    case slack(_ channel: String, account: String? = nil)
    /// All services of the PagerDuty integration.
    case pagerDuty
    case pagerDutyService(String)
    case email(String)
    case webhook(String)
    /// A team of Datadog, as its own settings say.
    case team(String)

    /// `@slack-oncall`.
    public var handle: String {
        switch self {
        case .slack(let channel, let account):
            (["@slack"] + [account].compactMap { $0 } + [channel]).joined(separator: "-")
        case .pagerDuty: "@pagerduty"
        case .pagerDutyService(let service): "@pagerduty-\(service)"
        case .email(let address): "@\(address)"
        case .webhook(let name): "@webhook-\(name)"
        case .team(let name): "@team-\(name)"
        }
    }

    /// Whether the handle is one word, as Datadog reads it.
    var isOneWord: Bool {
        handle.count > 1 && !handle.contains { $0.isWhitespace || $0 == "#" || $0 == "," } && !handle.hasSuffix("-")
    }
}
