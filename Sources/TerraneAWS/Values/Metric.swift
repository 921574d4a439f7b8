public import TerraneCore

/// A CloudWatch metric, or arithmetic over several: what alarms watch and dashboards draw.
public struct Metric: Hashable, Sendable {
    /// How the data points of a period become one number.
    public enum Statistic: Hashable, Sendable {
        case average, sum, minimum, maximum, sampleCount
        /// The value under which this percentage of the data points lie: `p99`.
        case percentile(Double)

        public static let p50 = Statistic.percentile(50)
        public static let p90 = Statistic.percentile(90)
        public static let p95 = Statistic.percentile(95)
        public static let p99 = Statistic.percentile(99)

        /// The name of a basic statistic; nil for a percentile.
        public var basicName: String? {
            switch self {
            case .average: "Average"
            case .sum: "Sum"
            case .minimum: "Minimum"
            case .maximum: "Maximum"
            case .sampleCount: "SampleCount"
            case .percentile: nil
            }
        }

        /// The name as metric queries and dashboards write it.
        public var name: String {
            guard case .percentile(let rank) = self else { return basicName ?? "" }
            return "p" + Metric.text(of: rank)
        }
    }

    /// What the metric counts.
    public enum Unit: String, Hashable, Sendable {
        case percent = "Percent"
        case count = "Count"
        case seconds = "Seconds"
        case milliseconds = "Milliseconds"
        case bytes = "Bytes"
        case none = "None"
    }

    public struct Dimension: Hashable, Sendable {
        public let name: String
        public let value: Value<String>

        public init(_ name: String, _ value: Value<String>) {
            self.name = name
            self.value = value
        }
    }

    public enum Source: Hashable, Sendable {
        case metric(namespace: String, name: String, dimensions: [Dimension])
        /// Metric math over the parts, each by its identifier ("Using metric math", Amazon CloudWatch User Guide).
        case math(String, parts: [Part])
    }

    /// A metric with the identifier that metric math calls it by.
    public struct Part: Hashable, Sendable {
        public let id: String
        public let metric: Metric

        public init(_ id: String, _ metric: Metric) {
            self.id = id
            self.metric = metric
        }
    }

    public let source: Source
    public let label: String
    public let unit: Unit
    public var statistic: Statistic
    public var period: TimeSpan

    /// A metric that a service, or the application itself, publishes.
    public init(
        _ name: String, namespace: String, dimensions: [Dimension] = [], unit: Unit, statistic: Statistic = .average,
        period: TimeSpan = .minutes(5), label: String? = nil
    ) {
        self.source = .metric(namespace: namespace, name: name, dimensions: dimensions)
        self.label = label ?? name
        self.unit = unit
        self.statistic = statistic
        self.period = period
    }

    /// Arithmetic over other metrics: `Metric(math: "100 * errors / requests", [Part("errors", …), …])`. A part may be
    /// arithmetic itself.
    public init(math expression: String, _ parts: [Part], label: String, unit: Unit, period: TimeSpan = .minutes(5)) {
        let math = MetricMath(expression, parts).flattened
        self.source = .math(math.expression, parts: math.parts.map { Part($0.id, $0.metric.every(period)) })
        self.label = label
        self.unit = unit
        self.statistic = .average
        self.period = period
    }

    /// A number as people write it: 80, not 80.0.
    static func text(of number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }

    /// The same metric, reduced otherwise.
    public func statistic(_ statistic: Statistic) -> Metric {
        var copy = self
        copy.statistic = statistic
        return copy
    }

    /// The same metric over periods of another length.
    public func every(_ period: TimeSpan) -> Metric {
        guard case .math(let expression, let parts) = source else {
            var copy = self
            copy.period = period
            return copy
        }
        return Metric(math: expression, parts, label: label, unit: unit, period: period)
    }
}
