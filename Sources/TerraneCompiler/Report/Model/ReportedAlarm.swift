import TerraneChecks
package import TerraneCore

/// Something that watches, and who hears of it.
package struct ReportedAlarm: Sendable {
    package let name: Name
    package let source: SourceLocation
    /// What watches: `CloudWatch alarm`.
    package let kind: String
    package let purpose: String?
    package let metric: String
    /// What a metric that is worked out is made of.
    package var inputs: [String] = []
    /// `above 80 % for 3 of 3 periods of 1 minute`.
    package let conditions: [String]
    /// What no data means.
    package var remark: String?
    package let receivers: [AlarmReceiver]
    /// What it does beside telling people, or instead.
    package let effects: [String]

    /// Whether it comes to nothing.
    package var isUnheard: Bool { receivers.isEmpty && effects.isEmpty }
}

/// Who is told: `e-mail`, `set at deployment: alert_email`, by way of `koemo-alerts`.
package struct AlarmReceiver: Hashable, Sendable {
    package let channel: String
    package let address: String
    package let topic: Name?
}

extension Inventory {
    /// Every alarm of the stack, those that nobody hears first.
    func reportedAlarms() -> [ReportedAlarm] {
        let alarms = items.compactMap { item -> ReportedAlarm? in
            switch item.type {
            case "aws_cloudwatch_metric_alarm": metricAlarm(item)
            case "aws_cloudwatch_composite_alarm": compositeAlarm(item)
            case "mongodbatlas_alert_configuration": atlasAlert(item)
            case "datadog_monitor": datadogMonitor(item)
            case "aws_budgets_budget": budget(item)
            default: nil
            }
        }
        return alarms.filter(\.isUnheard) + alarms.filter { !$0.isUnheard }
    }

    private func metricAlarm(_ item: Item) -> ReportedAlarm {
        let metric = AlarmMetric(of: item)
        var alarm = alarm(
            item, "CloudWatch alarm", purpose: item.words("alarm_description"), metric: metric.words,
            conditions: [metric.condition(of: item)])
        alarm.inputs = metric.inputs
        alarm.remark = AlarmMetric.remark(on: item)
        return alarm
    }

    private func compositeAlarm(_ item: Item) -> ReportedAlarm {
        alarm(
            item, "Composite alarm", purpose: item.words("alarm_description"), metric: "the states of other alarms",
            conditions: [item.words("alarm_rule") ?? "worked out at deployment"])
    }

    private func alarm(
        _ item: Item, _ kind: String, purpose: String?, metric: String, conditions: [String]
    ) -> ReportedAlarm {
        let targets = ["alarm_actions", "ok_actions", "insufficient_data_actions"].flatMap { state in
            item.values(state).flatMap(\.members).map { audience(of: $0, in: item) }
        }
        return ReportedAlarm(
            name: item.name, source: item.source, kind: kind, purpose: purpose, metric: metric, conditions: conditions,
            receivers: targets.flatMap(\.receivers).unique,
            effects: (targets.flatMap(\.effects) + users(of: item)).unique)
    }

    /// What else looks at an alarm.
    private func users(of alarm: Item) -> [String] {
        referrers(of: alarm).compactMap { user in
            switch user.type {
            case "aws_ecs_service", "aws_codedeploy_deployment_group": "rolls back deployments of \(user.name)"
            case "aws_cloudwatch_composite_alarm": "is a part of \(user.name)"
            case "aws_route53_health_check": "decides the health check \(user.name)"
            default: nil
            }
        }
    }
}

// MARK: - Alarms of others

extension Inventory {
    /// "Create or Update an Alert Configuration", MongoDB Atlas documentation.
    private func atlasAlert(_ item: Item) -> ReportedAlarm {
        let threshold = item.parts("metric_threshold_config").first ?? item.parts("threshold_config").first
        let sign = threshold?["operator"].text.map { $0.hasPrefix("GREATER") ? "above" : "below" }
        let limit = threshold?.values("threshold").first.map { item.words($0) }
        let condition = [sign, limit, threshold?["mode"].text.map { "(\($0.lowercased()))" }].compactMap(\.self)
        let receivers = item.parts("notification").map { part -> AlarmReceiver in
            let address = ["email_address", "username", "channel_name", "webhook_url", "team_id", "service_key"]
                .lazy.flatMap { part.values($0) }.first
            return AlarmReceiver(
                channel: part["type_name"].text.map(AlarmReceiver.channel) ?? "set at deployment",
                address: address.map { item.words($0) } ?? "everyone with that role", topic: nil)
        }
        return ReportedAlarm(
            name: item.name, source: item.source, kind: "MongoDB Atlas alert",
            purpose: item["severity_override"].text.map { "Severity: \($0.lowercased())" },
            metric: threshold?["metric_name"].text ?? item.words("event_type") ?? "an event",
            conditions: [condition.isEmpty ? "whenever it happens" : condition.joined(separator: " ")],
            receivers: receivers.unique, effects: [])
    }

    /// Those whom a monitor tells are named in its message, with an at sign ("Notifications", Datadog documentation).
    private func datadogMonitor(_ item: Item) -> ReportedAlarm {
        let message = item.words("message") ?? ""
        let handles = message.split { " \n\t,;".contains($0) }.filter { $0.utf8.first == UInt8(ascii: "@") }
        return ReportedAlarm(
            name: item.name, source: item.source, kind: "Datadog monitor", purpose: item.words("name"),
            metric: item.words("type") ?? "", conditions: [item.words("query") ?? ""],
            receivers: handles.map { AlarmReceiver(channel: "Datadog", address: String($0), topic: nil) }.unique,
            effects: [])
    }

    private func budget(_ item: Item) -> ReportedAlarm {
        let limit = [item.words("limit_amount"), item.words("limit_unit")].compactMap(\.self).joined(separator: " ")
        let notices = item.parts("notification").map {
            (condition: condition(of: $0, in: item, limit: limit), receivers: receivers(of: $0, in: item))
        }
        // Who hears of which, where not all hear of all.
        let isOne = Set(notices.map { Set($0.receivers) }).count < 2
        let conditions = notices.map { notice in
            let heard = notice.receivers.map { $0.topic?.path ?? $0.address }.unique.joined(separator: ", ")
            return isOne ? notice.condition : "\(notice.condition) (to \(heard))"
        }
        return ReportedAlarm(
            name: item.name, source: item.source, kind: "Budget", purpose: nil,
            metric: "cost of the account, \((item.words("time_unit") ?? "").lowercased())",
            conditions: conditions.unique, receivers: notices.flatMap(\.receivers).unique,
            effects: referrers(of: item).filter { $0.type == "aws_budgets_budget_action" }.map(brake))
    }

    private func receivers(of notice: Part, in item: Item) -> [AlarmReceiver] {
        notice.values("subscriber_sns_topic_arns").flatMap(\.members).flatMap { audience(of: $0, in: item).receivers }
            + notice.values("subscriber_email_addresses").flatMap(\.members).map {
                AlarmReceiver(channel: "e-mail", address: item.words($0), topic: nil)
            }
    }

    /// `pulls the brake koemo-brake at 100 %`.
    private func brake(_ action: Item) -> String {
        let threshold = action.parts("action_threshold").first
        let amount = threshold?.values("action_threshold_value").first.map { action.words($0) }
        let unit = threshold?["action_threshold_type"].text == "PERCENTAGE" ? " %" : ""
        return "pulls the brake \(action.name)" + (amount.map { " at \($0)\(unit)" } ?? "")
    }

    private func condition(of part: Part, in item: Item, limit: String) -> String {
        let kind = part["notification_type"].text == "FORECASTED" ? "forecast" : "spent"
        let threshold = part.values("threshold").first.map { item.words($0) } ?? "?"
        let unit = part["threshold_type"].text == "PERCENTAGE" ? " % of \(limit)" : ""
        return "\(kind): above \(threshold)\(unit)"
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it stands first.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
