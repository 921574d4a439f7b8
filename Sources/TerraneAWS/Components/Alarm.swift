public import TerraneCore

/// An alarm on a metric that tells a topic when it goes off and when it is over.
///
///     Alarm("cpu-high", on: backend.metrics.cpu, above: .percent(80), for: .minutes(5), notify: oncall)
///     Alarm("slow", on: balancer.metrics.responseTime.statistic(.p99), above: .milliseconds(500), notify: alerts)
///     Alarm("odd-traffic", on: balancer.metrics.requests, outside: .band(2), notify: alerts)
public struct Alarm: Component, AnyAlarm {
    public typealias Comparison = CloudWatch.MetricAlarm.Comparison
    public typealias MissingData = CloudWatch.MetricAlarm.MissingData

    /// What sets it off.
    public enum Condition: Hashable, Sendable {
        case threshold(Comparison, Threshold)
        case outside(CloudWatch.AnomalyBand)
    }

    public var declaration: Declaration
    public let metric: Metric
    public let condition: Condition
    /// How long the metric must be over: a whole number of its periods.
    public let duration: TimeSpan
    public let severity: AlarmSeverity
    public let topics: [AlertTopic]
    /// What CloudWatch calls the alarm.
    public var alarmName: Value<String>
    /// How many periods of `duration` must be over; nil for all.
    public var datapoints: Int?
    /// What a period without data points counts as.
    public var missingData: MissingData = .notBreaching
    public var ignoresFewSamples = false
    /// What happens besides, by ARN: a scaling policy, a Lambda function.
    public var actions: [Value<ARN>] = []
    public var silenceTopics: [AlertTopic] = []

    /// Goes off when every period of `duration` (one, unless given) is over the threshold.
    public init(
        _ name: Name, on metric: Metric, above threshold: Threshold, for duration: TimeSpan? = nil,
        severity: AlarmSeverity = .critical, notify destinations: any AlertDestination..., file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            Declaration(name, file: file, line: line), metric, .threshold(.above, threshold), duration, severity,
            destinations)
    }

    /// Goes off when every period of `duration` (one, unless given) is under the threshold.
    public init(
        _ name: Name, on metric: Metric, below threshold: Threshold, for duration: TimeSpan? = nil,
        severity: AlarmSeverity = .critical, notify destinations: any AlertDestination..., file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            Declaration(name, file: file, line: line), metric, .threshold(.below, threshold), duration, severity,
            destinations)
    }

    /// Goes off when every period of `duration` (one, unless given) is outside what the metric's past leads to expect.
    public init(
        _ name: Name, on metric: Metric, outside band: CloudWatch.AnomalyBand, for duration: TimeSpan? = nil,
        severity: AlarmSeverity = .critical, notify destinations: any AlertDestination..., file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            Declaration(name, file: file, line: line), metric, .outside(band), duration, severity, destinations)
    }

    private init(
        _ declaration: Declaration, _ metric: Metric, _ condition: Condition, _ duration: TimeSpan?,
        _ severity: AlarmSeverity, _ destinations: [any AlertDestination]
    ) {
        self.declaration = declaration
        self.metric = metric
        self.condition = condition
        self.duration = duration ?? metric.period
        self.severity = severity
        topics = destinations.flatMap { $0.topics(for: severity) }
        alarmName = Value(declaration.name.dashed)
    }

    public var arn: Value<ARN> { alarm.arn }
    public var id: Value<String> { alarm.id }

    public var body: Content {
        alarm
    }

    var periods: Int { max(1, duration.inSeconds / max(1, metric.period.inSeconds)) }

    private var alarm: CloudWatch.MetricAlarm {
        var alarm = CloudWatch.MetricAlarm(
            name, alarmName: alarmName, description: description, on: metric, limit: limit, periods: periods,
            datapoints: datapoints, missingData: missingData, actions: topics.map(\.arn) + actions,
            recoveryActions: topics.map(\.arn)
        ).tag("Severity", severity.rawValue)
        alarm.ignoresFewSamples = ignoresFewSamples
        alarm.insufficientDataActions = silenceTopics.map(\.arn)
        return alarm
    }

    private var limit: CloudWatch.MetricAlarm.Limit {
        switch condition {
        case .threshold(let comparison, let threshold):
            .threshold(comparison, threshold.value(in: metric.unit) ?? threshold.amount)
        case .outside(let band): .band(band)
        }
    }

    private var description: String {
        let time = datapoints.map { "\($0) of \(periods) periods" } ?? duration.forPeople
        return "\(severity.rawValue): \(metric.watchedLabel) \(condition) for \(time)"
    }
}

extension Alarm.Condition: CustomStringConvertible {
    public var description: String {
        switch self {
        case .threshold(.above, let threshold): "above \(threshold)"
        case .threshold(.atLeast, let threshold): "at or above \(threshold)"
        case .threshold(.below, let threshold): "below \(threshold)"
        case .threshold(.atMost, let threshold): "at or below \(threshold)"
        case .outside(let band): "\(band)"
        }
    }
}

extension CloudWatch.AnomalyBand: CustomStringConvertible {
    public var description: String {
        let width = "\(Metric.text(of: deviations)) standard deviations"
        return switch edge {
        case .both: "more than \(width) from the expected"
        case .upper: "more than \(width) above the expected"
        case .lower: "more than \(width) below the expected"
        }
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
