public import TerraneCore

/// An alarm of either kind, as composite alarms and dashboards refer to it.
public protocol AnyAlarm: Sendable {
    var arn: Value<ARN> { get }
    /// The name that CloudWatch knows it by.
    var id: Value<String> { get }
}

extension CloudWatch {
    /// Which states other alarms are in for a composite alarm to go off ("Create a composite alarm", Amazon CloudWatch
    /// User Guide): `.any(errors, slow) && !deploying`.
    public indirect enum AlarmRule: Hashable, Sendable {
        public enum State: String, Hashable, Sendable {
            case alarm = "ALARM"
            case ok = "OK"
            case insufficientData = "INSUFFICIENT_DATA"
        }

        case state(State, of: Value<String>)
        case not(AlarmRule)
        case conjunction([AlarmRule])
        case disjunction([AlarmRule])

        /// The alarm has gone off.
        public static func alarm(_ alarm: any AnyAlarm) -> AlarmRule { .state(.alarm, of: alarm.id) }
        public static func ok(_ alarm: any AnyAlarm) -> AlarmRule { .state(.ok, of: alarm.id) }
        /// The alarm cannot say, for want of data.
        public static func insufficientData(_ alarm: any AnyAlarm) -> AlarmRule {
            .state(.insufficientData, of: alarm.id)
        }

        /// One of the alarms, at least, has gone off.
        public static func any(_ alarms: any AnyAlarm...) -> AlarmRule { .disjunction(alarms.map { .alarm($0) }) }
        /// All of the alarms have gone off.
        public static func all(_ alarms: any AnyAlarm...) -> AlarmRule { .conjunction(alarms.map { .alarm($0) }) }
    }
}

extension CloudWatch.AlarmRule {
    /// The rule in CloudWatch's words.
    var text: Value<String> {
        switch self {
        case .state(let state, let alarm): "\(state.rawValue)(\"\(alarm)\")"
        case .not(let rule): "NOT \(rule.operand)"
        case .conjunction(let rules): CloudWatch.AlarmRule.joined(rules, by: "AND")
        case .disjunction(let rules): CloudWatch.AlarmRule.joined(rules, by: "OR")
        }
    }

    /// The rule as part of another, in brackets where the order of evaluation would be in doubt.
    private var operand: Value<String> {
        switch self {
        case .state, .not: text
        case .conjunction(let rules) where rules.count == 1, .disjunction(let rules) where rules.count == 1: text
        case .conjunction, .disjunction: "(\(text))"
        }
    }

    private static func joined(_ rules: [CloudWatch.AlarmRule], by word: String) -> Value<String> {
        guard let first = rules.first else { return "FALSE" }
        if rules.count == 1 { return first.text }
        return rules.dropFirst().reduce(first.operand) { "\($0) \(word) \($1.operand)" }
    }

    /// The names of the alarms that it asks about.
    var alarms: [Value<String>] {
        switch self {
        case .state(_, let alarm): [alarm]
        case .not(let rule): rule.alarms
        case .conjunction(let rules), .disjunction(let rules): rules.flatMap(\.alarms)
        }
    }
}

// MARK: Operators, between rules and alarms in any combination

public prefix func ! (rule: CloudWatch.AlarmRule) -> CloudWatch.AlarmRule { .not(rule) }
public prefix func ! (alarm: some AnyAlarm) -> CloudWatch.AlarmRule { .not(.alarm(alarm)) }

extension CloudWatch.AlarmRule {
    public static func && (left: Self, right: Self) -> Self { .conjunction([left, right]) }
    public static func && (left: Self, right: some AnyAlarm) -> Self { left && .alarm(right) }
    public static func && (left: some AnyAlarm, right: Self) -> Self { .alarm(left) && right }

    public static func || (left: Self, right: Self) -> Self { .disjunction([left, right]) }
    public static func || (left: Self, right: some AnyAlarm) -> Self { left || .alarm(right) }
    public static func || (left: some AnyAlarm, right: Self) -> Self { .alarm(left) || right }
}

public func && (left: some AnyAlarm, right: some AnyAlarm) -> CloudWatch.AlarmRule { .all(left, right) }
public func || (left: some AnyAlarm, right: some AnyAlarm) -> CloudWatch.AlarmRule { .any(left, right) }
