import TerraneAWS
import TerraneCore

/// Somebody hears of every alarm ("Amazon SNS notifications on alarm changes", "Alarm events and EventBridge", Amazon CloudWatch
/// User Guide).
func checkNotification(_ inventory: Inventory) -> [Diagnostic] {
    let alarms = inventory.all(CloudWatch.MetricAlarm.self) + inventory.all(CloudWatch.CompositeAlarm.self)
    return alarms.flatMap(checkActions) + silentAlarms(alarms, in: inventory) + lonelyTopics(alarms, in: inventory)
}

private let states = ["alarm_actions", "ok_actions", "insufficient_data_actions"]

/// An action is in the alarm's own region, and there are five at most for a state.
private func checkActions(_ alarm: Inventory.Item) -> [Diagnostic] {
    states.flatMap { state -> [Diagnostic] in
        let actions = alarm.values(state).flatMap(\.elements)
        let elsewhere = actions.compactMap { alarm.fact($0).text }.filter { action in
            let parts = action.split(separator: ":", omittingEmptySubsequences: false)
            return parts.count > 5 && parts[0] == "arn" && parts[2] == "sns" && parts[3] != alarm.region.rawValue
        }
        return elsewhere.map { .actionElsewhere(alarm, $0) }
            + (actions.count > 5 && !alarm.isOfComponent ? [.alarmActions(alarm, actions.count)] : [])
    }
}

/// Alarms without actions that nothing else looks at either.
private func silentAlarms(_ alarms: [Inventory.Item], in inventory: Inventory) -> [Diagnostic] {
    let listens = inventory.all("aws_cloudwatch_event_rule").contains { rule in
        rule["event_pattern"].isLate || rule.values("event_pattern").contains { "\($0)".contains("aws.cloudwatch") }
    }
    guard !listens else { return [] }
    let silent = alarms.filter { alarm in
        states.allSatisfy { alarm.values($0).flatMap(\.elements).isEmpty } && alarm["actions_enabled"].flag != false
            && inventory.referrers(of: alarm).isEmpty && !isExported(alarm, from: inventory)
    }
    guard !silent.isEmpty else { return [] }
    let named = namesInUse(in: inventory)
    return silent.filter { alarm in
        alarm["alarm_name"].text.map { name in !named.contains { $0.contains(name) } } ?? false
    }.map { .alarmOfNobody($0) }
}

/// The texts in which others name alarms.
private func namesInUse(in inventory: Inventory) -> [String] {
    let users = [
        ("aws_cloudwatch_composite_alarm", "alarm_rule"),
        ("aws_cloudwatch_composite_alarm", "actions_suppressor/alarm"),
        ("aws_ecs_service", "alarms/alarm_names"), ("aws_codedeploy_deployment_group", "alarm_configuration/alarms"),
        ("aws_route53_health_check", "cloudwatch_alarm_name"), ("aws_autoscaling_policy", "alarm_names"),
        ("aws_cloudwatch_dashboard", "dashboard_body"),
    ]
    return users.flatMap { type, path in
        inventory.all(type).flatMap { item in item.values(path).flatMap(\.elements).map { "\($0)" } }
    }
}

private func isExported(_ item: Inventory.Item, from inventory: Inventory) -> Bool {
    inventory.graph.exports.contains { export in refers(export.value, to: item.name) }
}

private func refers(_ value: Expression, to name: Name) -> Bool {
    if value.terraformSide.referred == name { return true }
    var found = false
    value.forEachPart { found = found || refers($0, to: name) }
    return found
}

/// Topics that alarms tell and nobody follows: all that refers to them are alarms and their own policies.
private func lonelyTopics(_ alarms: [Inventory.Item], in inventory: Inventory) -> [Diagnostic] {
    let speakers: Set = [
        "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm", "aws_sns_topic_policy", "aws_budgets_budget",
    ]
    return inventory.all(SNS.Topic.self).filter { topic in
        let referrers = inventory.referrers(of: topic)
        return referrers.contains { $0.type.hasPrefix("aws_cloudwatch_") }
            && referrers.allSatisfy { speakers.contains($0.type) } && !isExported(topic, from: inventory)
    }.map { .topicOfNobody($0) }
}

extension Diagnostic {
    fileprivate static func actionElsewhere(_ alarm: Inventory.Item, _ action: String) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' is in \(alarm.region) and tells '\(action)', which is not",
            help: "CloudWatch takes topics of the alarm's own region: make one there.", at: alarm.source)
    }

    fileprivate static func alarmActions(_ alarm: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm.name)' has \(count) actions for one state, and CloudWatch takes five",
            help: "Tell fewer topics; a topic can have many subscribers.", at: alarm.source)
    }

    fileprivate static func alarmOfNobody(_ alarm: Inventory.Item) -> Diagnostic {
        .warning(
            "nobody hears of alarm '\(alarm.name)'",
            help: "It has no action, and nothing else looks at it: name a topic, or take it into a composite alarm.",
            at: alarm.source)
    }

    fileprivate static func topicOfNobody(_ topic: Inventory.Item) -> Diagnostic {
        .warning(
            "alarms tell the topic '\(topic.name)', which nobody follows",
            help: "Add a subscription: `SNS.Subscription(…)`, or make it an `AlertTopic`.", at: topic.source)
    }
}
