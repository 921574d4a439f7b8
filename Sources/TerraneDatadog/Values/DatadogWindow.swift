public import TerraneCore

/// A query over the last minutes, and how its values in that time become one: `.average(of: errors, over: .minutes(5))`, which
/// Datadog writes `avg(last_5m):…`.
public struct DatadogWindow: Hashable, Sendable {
    public let query: DatadogQuery
    public let aggregator: DatadogQuery.Aggregator
    public let length: TimeSpan

    /// The query in Datadog's words, without the comparison.
    var text: String { "\(aggregator.rawValue)(last_\(lengthText)):\(query.text)" }

    private var lengthText: String {
        let units: [(Int, String)] = [(604_800, "w"), (86400, "d"), (3600, "h"), (60, "m")]
        let (size, unit) = units.first { length.inSeconds >= $0.0 && length.inSeconds % $0.0 == 0 } ?? (60, "m")
        return "\(length.inSeconds / size)\(unit)"
    }
}

extension DatadogQuery {
    /// The average of the query over the last `length`, or another number made of its values.
    public func over(_ length: TimeSpan, as aggregator: Aggregator = .average) -> DatadogWindow {
        DatadogWindow(query: self, aggregator: aggregator, length: length)
    }
}
