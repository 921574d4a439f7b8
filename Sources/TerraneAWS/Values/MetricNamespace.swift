import TerraneCore

/// The metrics that an application publishes itself ("Publish custom metrics", Amazon CloudWatch User Guide), by
/// kind: what is counted, what is measured now and then, and what takes time.
///
///     let koemo = MetricNamespace("KOEMO")
///     Alarm("queue-long", on: koemo.gauge("koemo.matching.queue.size"), above: 100, notify: warnings)
public struct MetricNamespace: Hashable, Sendable {
    public let name: String
    public let dimensions: [Metric.Dimension]

    /// The dimensions belong to every metric of the namespace.
    public init(_ name: String, dimensions: [Metric.Dimension] = []) {
        self.name = name
        self.dimensions = dimensions
    }

    /// Things that happen, summed: requests, messages sent.
    public func count(_ metric: String) -> Metric {
        self.metric(metric, unit: .count, statistic: .sum)
    }

    /// A level, averaged: users online, the length of a queue.
    public func gauge(_ metric: String) -> Metric {
        self.metric(metric, unit: .count, statistic: .average)
    }

    /// How long something takes, in milliseconds, at the 95th percentile.
    public func duration(_ metric: String) -> Metric {
        self.metric(metric, unit: .milliseconds, statistic: .percentile(95))
    }

    /// A share of a hundred, averaged.
    public func share(_ metric: String) -> Metric {
        self.metric(metric, unit: .percent, statistic: .average)
    }

    private func metric(_ metric: String, unit: Metric.Unit, statistic: Metric.Statistic) -> Metric {
        Metric(metric, namespace: name, dimensions: dimensions, unit: unit, statistic: statistic, period: .minutes(1))
    }
}
