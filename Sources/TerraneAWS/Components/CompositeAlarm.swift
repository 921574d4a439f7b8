public import TerraneCore

/// An alarm on the states of other alarms, for one message where there would be many, or none while all is as planned.
///
///     CompositeAlarm("api-down", when: .any(errors, slow) && !deploying, notify: oncall)
///         .suppressed(by: maintenance, wait: .minutes(1), extraTime: .minutes(2))
public struct CompositeAlarm: Component, AnyAlarm {
    public var declaration: Declaration
    public let rule: CloudWatch.AlarmRule
    public let severity: AlarmSeverity
    public let topics: [AlertTopic]
    /// What CloudWatch calls the alarm.
    public var alarmName: Value<String>
    public var suppressor: CloudWatch.CompositeAlarm.Suppressor?
    public var silenceTopics: [AlertTopic] = []

    public init(
        _ name: Name, when rule: CloudWatch.AlarmRule, severity: AlarmSeverity = .critical,
        notify destinations: any AlertDestination..., file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.rule = rule
        self.severity = severity
        topics = destinations.flatMap { $0.topics(for: severity) }
        alarmName = Value(name.dashed)
    }

    /// The same alarm under the name that CloudWatch shows, where that is not the component's.
    public func called(_ alarmName: Value<String>) -> CompositeAlarm {
        with { $0.alarmName = alarmName }
    }

    /// The same alarm that tells nobody while `alarm` is on: it waits that long for it to go off, and goes on keeping quiet
    /// for `extraTime` when it is over.
    public func suppressed(
        by alarm: some AnyAlarm, wait: TimeSpan = .minutes(1), extraTime: TimeSpan = .minutes(1)
    ) -> CompositeAlarm {
        with { $0.suppressor = .init(alarm.id, wait: wait, extraTime: extraTime) }
    }

    /// The same alarm that also tells when it cannot say, for want of data.
    public func whenDataIsMissing(notify destinations: any AlertDestination...) -> CompositeAlarm {
        with { $0.silenceTopics = destinations.flatMap { $0.topics(for: severity) } }
    }

    public var arn: Value<ARN> { alarm.arn }
    public var id: Value<String> { alarm.id }

    public var body: Content {
        alarm
    }

    private var alarm: CloudWatch.CompositeAlarm {
        CloudWatch.CompositeAlarm(
            name, alarmName: alarmName, description: "\(severity.rawValue): a combination of other alarms", when: rule,
            suppressor: suppressor, actions: topics.map(\.arn), recoveryActions: topics.map(\.arn),
            insufficientDataActions: silenceTopics.map(\.arn)
        ).tag("Severity", severity.rawValue)
    }

    private func with(_ change: (inout CompositeAlarm) -> Void) -> CompositeAlarm {
        var copy = self
        change(&copy)
        return copy
    }
}

extension CompositeAlarm {
    /// How many alarms a rule may ask about ("PutCompositeAlarm", Amazon CloudWatch API Reference).
    private static let mostAlarms = 100

    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let asked = Set(rule.alarms).count
        if asked == 0 { problems.append(.ruleWithoutAlarms(name)) }
        if asked > CompositeAlarm.mostAlarms { problems.append(.ruleOverTooManyAlarms(name, asked)) }
        if rule.alarms.contains(id) { problems.append(.alarmAboutItself(name)) }
        if topics.isEmpty { problems.append(.alarmTellsNobody(name)) }
        return problems
    }
}

extension Diagnostic {
    static func ruleWithoutAlarms(_ alarm: Name) -> Diagnostic {
        .error("alarm '\(alarm)' looks at no other alarm", help: "Name some: `when: .any(errors, slow)`.")
    }

    static func ruleOverTooManyAlarms(_ alarm: Name, _ count: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm)' looks at \(count) alarms, and CloudWatch takes 100",
            help: "Combine some in composite alarms of their own, and those in this one.")
    }

    static func alarmAboutItself(_ alarm: Name) -> Diagnostic {
        .error("alarm '\(alarm)' looks at itself", help: "Leave it out of its own rule.")
    }
}
