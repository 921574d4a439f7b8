public import TerraneCore

/// An alarm on a metric that tells a topic when it goes off and when it is over.
///
///     Alarm("cpu-high", on: backend.metrics.cpu, above: .percent(80), for: .minutes(5), notify: oncall)
public struct Alarm: Component {
    public typealias Comparison = CloudWatch.MetricAlarm.Comparison
    public typealias MissingData = CloudWatch.MetricAlarm.MissingData

    public var declaration: Declaration
    public let metric: Metric
    public let comparison: Comparison
    public let threshold: Threshold
    /// How long the metric must be over: a whole number of its periods.
    public let duration: TimeSpan
    public let severity: AlarmSeverity
    public let topics: [AlertTopic]
    /// What a period without data points counts as.
    public var missingData: MissingData = .notBreaching

    /// Goes off when every period of `duration` (one, unless given) is over the threshold.
    public init(
        _ name: Name, on metric: Metric, above threshold: Threshold, for duration: TimeSpan? = nil,
        severity: AlarmSeverity = .critical, notify topics: AlertTopic..., file: String = #fileID, line: Int = #line
    ) {
        self.init(Declaration(name, file: file, line: line), metric, .above, threshold, duration, severity, topics)
    }

    /// Goes off when every period of `duration` (one, unless given) is under the threshold.
    public init(
        _ name: Name, on metric: Metric, below threshold: Threshold, for duration: TimeSpan? = nil,
        severity: AlarmSeverity = .critical, notify topics: AlertTopic..., file: String = #fileID, line: Int = #line
    ) {
        self.init(Declaration(name, file: file, line: line), metric, .below, threshold, duration, severity, topics)
    }

    private init(
        _ declaration: Declaration, _ metric: Metric, _ comparison: Comparison, _ threshold: Threshold,
        _ duration: TimeSpan?, _ severity: AlarmSeverity, _ topics: [AlertTopic]
    ) {
        self.declaration = declaration
        self.metric = metric
        self.comparison = comparison
        self.threshold = threshold
        self.duration = duration ?? metric.period
        self.severity = severity
        self.topics = topics
    }

    /// The same alarm that takes silence of the metric otherwise: `.breaching` for a heartbeat.
    public func whenDataIsMissing(_ meaning: MissingData) -> Alarm {
        var copy = self
        copy.missingData = meaning
        return copy
    }

    public var arn: Value<ARN> { alarm.arn }
    public var id: Value<String> { alarm.id }

    public var body: Content {
        alarm
    }

    private var alarm: CloudWatch.MetricAlarm {
        CloudWatch.MetricAlarm(
            name, alarmName: Value(name.dashed), description: description, on: metric, comparison,
            threshold.value(in: metric.unit) ?? threshold.amount, periods: periods, missingData: missingData,
            actions: topics.map(\.arn), recoveryActions: topics.map(\.arn)
        ).tag("Severity", severity.rawValue)
    }

    private var periods: Int { max(1, duration.inSeconds / max(1, metric.period.inSeconds)) }

    private var description: String {
        let side = comparison == .above ? "above" : "below"
        return "\(severity.rawValue): \(metric.label) \(side) \(threshold) for \(duration.forPeople)"
    }
}

extension TimeSpan {
    /// `5 minutes`, in the largest unit that it is a whole number of.
    var forPeople: String {
        let units: [(Int, String)] = [(86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        let (size, unit) = units.first { inSeconds >= $0.0 && inSeconds % $0.0 == 0 } ?? (1, "second")
        return inSeconds == size ? "1 \(unit)" : "\(inSeconds / size) \(unit)s"
    }
}
