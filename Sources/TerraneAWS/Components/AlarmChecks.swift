public import TerraneCore

extension Alarm {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if case .threshold(_, let threshold) = condition, threshold.value(in: metric.unit) == nil {
            problems.append(.thresholdOfAnotherKind(name, threshold, metric))
        }
        if case .outside(let band) = condition, band.deviations <= 0 {
            problems.append(.bandWithoutWidth(name))
        }
        if let datapoints, !(1...periods).contains(datapoints) {
            problems.append(.moreDatapointsThanPeriods(name, datapoints, periods))
        }
        problems += arithmetic
        if !metric.period.isMetricPeriod {
            problems.append(.metricPeriod(name, metric.period))
        } else if duration.inSeconds % metric.period.inSeconds != 0 || duration < metric.period {
            problems.append(.alarmBetweenPeriods(name, duration, metric.period))
        } else if duration > Alarm.longest(at: metric.period) {
            problems.append(.alarmTooLong(name, duration, Alarm.longest(at: metric.period)))
        }
        if topics.isEmpty, actions.isEmpty { problems.append(.alarmTellsNobody(name)) }
        if topics.count + actions.count > 5 { problems.append(.tooManyActions(name, topics.count + actions.count)) }
        return problems
    }

    /// How many metrics the arithmetic of an alarm may hold ("Creating an alarm based on a metric math expression", Amazon
    /// CloudWatch User Guide).
    private static let mostMetrics = 10

    private var arithmetic: [Diagnostic] {
        guard case .math(let expression, let parts) = metric.source else { return [] }
        var problems: [Diagnostic] = []
        if let id = MetricMath(expression, parts).illegalIdentifier { problems.append(.illegalIdentifier(id, name)) }
        if parts.count > Alarm.mostMetrics { problems.append(.tooManyMetrics(name, parts.count)) }
        return problems
    }

    /// How far back an alarm may look ("PutMetricAlarm", Amazon CloudWatch API Reference).
    private static func longest(at period: TimeSpan) -> TimeSpan {
        period < .hours(1) ? .days(1) : .days(7)
    }
}

extension TimeSpan {
    /// 10, 20, 30 or a multiple of 60 seconds.
    var isMetricPeriod: Bool {
        [10, 20, 30].contains(inSeconds) || (inSeconds > 0 && inSeconds % 60 == 0)
    }
}

extension Diagnostic {
    static func thresholdOfAnotherKind(_ alarm: Name, _ threshold: Threshold, _ metric: Metric) -> Diagnostic {
        .error(
            "alarm '\(alarm)' compares \(threshold.kind.rawValue) with '\(metric.label)', which is \(metric.unit.measures.rawValue)",
            help: "Write \(metric.unit.measures.example) instead.")
    }

    static func metricPeriod(_ alarm: Name, _ period: TimeSpan) -> Diagnostic {
        .error(
            "alarm '\(alarm)' watches a metric every \(period.forPeople)",
            help: "A metric's period is 10, 20 or 30 seconds or a whole number of minutes.")
    }

    static func alarmBetweenPeriods(_ alarm: Name, _ duration: TimeSpan, _ period: TimeSpan) -> Diagnostic {
        .error(
            "alarm '\(alarm)' watches for \(duration.forPeople), and its metric has a value every \(period.forPeople)",
            help: "Watch for a whole number of periods, or take the metric at other ones: `metric.every(.minutes(1))`.")
    }

    static func alarmTooLong(_ alarm: Name, _ duration: TimeSpan, _ limit: TimeSpan) -> Diagnostic {
        .error(
            "alarm '\(alarm)' looks back \(duration.forPeople), and CloudWatch at most \(limit.forPeople)",
            help: "Watch for less time. Periods of an hour or more allow seven days, shorter ones a day.")
    }

    static func bandWithoutWidth(_ alarm: Name) -> Diagnostic {
        .error(
            "alarm '\(alarm)' watches a band of no width",
            help: "Give the standard deviations that the metric may be off by: `outside: .band(2)`.")
    }

    static func moreDatapointsThanPeriods(_ alarm: Name, _ datapoints: Int, _ periods: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm)' waits for \(datapoints) data points out of \(periods)",
            help: "Watch for more periods with `for:`, or ask for between 1 and \(periods).")
    }

    static func illegalIdentifier(_ id: String, _ alarm: Name) -> Diagnostic {
        .error(
            "the metric of alarm '\(alarm)' calls a part '\(id)'",
            help: "Identifiers of metric math begin with a small letter and go on with letters, digits and '_'.")
    }

    static func tooManyMetrics(_ alarm: Name, _ count: Int) -> Diagnostic {
        .error(
            "the arithmetic of alarm '\(alarm)' holds \(count) metrics, and CloudWatch takes ten",
            help: "Watch parts of them with alarms of their own, and those with a composite alarm.")
    }

    static func tooManyActions(_ alarm: Name, _ count: Int) -> Diagnostic {
        .error(
            "alarm '\(alarm)' has \(count) actions, and CloudWatch takes five",
            help: "Tell fewer topics; a topic can have many subscribers.")
    }

    static func alarmTellsNobody(_ alarm: Name) -> Diagnostic {
        .error("alarm '\(alarm)' tells nobody", help: "Name a topic: `notify: oncall`.")
    }
}

extension Threshold.Kind {
    /// How to write one.
    var example: String {
        switch self {
        case .percentage: "`.percent(80)`"
        case .count: "a bare number, `100`,"
        case .time: "`.milliseconds(500)` or `.seconds(2)`"
        case .size: "`.size(.gibibytes(2))`"
        }
    }
}
