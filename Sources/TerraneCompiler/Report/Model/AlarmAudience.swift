import TerraneChecks
import TerraneCore

/// Who hears of an alarm that publishes to something, and what that does.
struct AlarmAudience {
    var receivers: [AlarmReceiver] = []
    var effects: [String] = []
}

extension Inventory {
    /// Follows an action through topics and subscriptions to those who hear of it.
    func audience(of action: Expression, in item: Item) -> AlarmAudience {
        guard let target = target(of: action) else {
            return AlarmAudience(
                receivers: [AlarmReceiver(channel: "action outside the stack", address: item.words(action), topic: nil)]
            )
        }
        switch target.type {
        case "aws_sns_topic": return audience(of: target)
        case "aws_appautoscaling_policy", "aws_autoscaling_policy":
            return AlarmAudience(effects: ["changes capacity by \(target.name)"])
        default: return AlarmAudience(effects: ["calls \(target.name)"])
        }
    }

    private func audience(of topic: Item) -> AlarmAudience {
        let receivers = referrers(of: topic).compactMap { referrer -> AlarmReceiver? in
            switch referrer.type {
            case "aws_sns_topic_subscription":
                AlarmReceiver(
                    channel: referrer["protocol"].text.map(AlarmReceiver.channel) ?? "set at deployment",
                    address: referrer.words("endpoint") ?? "set at deployment", topic: topic.name)
            case "aws_chatbot_slack_channel_configuration":
                AlarmReceiver(
                    channel: "Slack", address: "channel " + (referrer.words("slack_channel_id") ?? ""),
                    topic: topic.name)
            default: nil
            }
        }
        return receivers.isEmpty
            ? AlarmAudience(effects: ["publishes to \(topic.name), to which nobody subscribes"])
            : AlarmAudience(receivers: receivers)
    }
}

extension AlarmReceiver {
    /// What people call a protocol of SNS, or a kind of notification of Atlas.
    static func channel(_ name: String) -> String {
        switch name.lowercased() {
        case "email", "email-json": "e-mail"
        case "https", "http": name.uppercased()
        case "sms": "text message"
        case "pager_duty": "PagerDuty"
        case "slack": "Slack"
        case "webhook": "webhook"
        case "lambda", "sqs", "firehose", "application": name
        default: name.lowercased()
        }
    }
}
