import TerraneAWS
import TerraneCore

/// A metric that an alarm watches, by itself or in a line of arithmetic, or that a dashboard draws.
struct WatchedMetric: Sendable {
    let item: Inventory.Item
    /// Nil where it is known only once deployed.
    let namespace: String?
    let name: String?
    /// By name; nil where they are not known.
    let dimensions: [Expression.Field]?
    let period: Int?
    let statistic: String?

    /// Whether a service of AWS publishes it.
    var isOfAWS: Bool { namespace?.hasPrefix("AWS/") ?? false }

    var facts: MetricNamespaceFacts? { namespace.flatMap { MetricNamespaceFacts.byName[$0] } }

    /// How messages call it.
    var title: String { "'\(name ?? "?")' of '\(namespace ?? "?")'" }
}

extension WatchedMetric {
    /// Every metric of an alarm.
    static func all(of alarm: Inventory.Item) -> [WatchedMetric] {
        let single =
            alarm["metric_name"].isAbsent
            ? []
            : [
                WatchedMetric(
                    item: alarm, namespace: alarm["namespace"].text, name: alarm["metric_name"].text,
                    dimensions: fields(alarm.values("dimensions")), period: alarm["period"].integer,
                    statistic: alarm["statistic"].text ?? alarm["extended_statistic"].text)
            ]
        return single
            + alarm.parts("metric_query/metric").map { part in
                WatchedMetric(
                    item: alarm, namespace: part["namespace"].text, name: part["metric_name"].text,
                    dimensions: fields(part.values("dimensions")), period: part["period"].integer,
                    statistic: part["stat"].text)
            }
    }

    private static func fields(_ values: [Expression]) -> [Expression.Field]? {
        guard let value = values.first else { return [] }
        if case .object(let fields) = value { return fields }
        return nil
    }
}

extension WatchedMetric {
    /// Every metric that the graphs of a dashboard draw ("Dashboard body structure and syntax", Amazon CloudWatch API
    /// Reference): a line is `[namespace, name, dimension, value, …, {options}]`.
    static func all(drawnBy dashboard: Inventory.Item) -> [WatchedMetric] {
        guard case .json(let body)? = dashboard.values("dashboard_body").first, let widgets = body["widgets"] else {
            return []
        }
        return widgets.elements.flatMap { widget in
            (widget["properties"]?["metrics"]?.elements ?? []).compactMap { line in metric(line, of: dashboard) }
        }
    }

    /// Nil for a line of arithmetic, and for one that repeats what stands above it.
    private static func metric(_ line: Expression, of dashboard: Inventory.Item) -> WatchedMetric? {
        var words = line.elements
        if case .object? = words.last { words.removeLast() }
        let texts = words.map { dashboard.fact($0).text }
        guard words.count >= 2, words.count.isMultiple(of: 2), !texts.contains("."), !texts.contains("...") else {
            return nil
        }
        let dimensions = stride(from: 2, to: words.count, by: 2).map { index in
            texts[index].map { Expression.Field($0, words[index + 1]) }
        }
        return WatchedMetric(
            item: dashboard, namespace: texts[0], name: texts[1],
            dimensions: dimensions.contains { $0 == nil } ? nil : dimensions.compactMap(\.self), period: nil,
            statistic: nil)
    }
}

extension Inventory.Item {
    /// Whether a component of ours made it, and looked at it itself.
    var isOfComponent: Bool { node.madeAt.module == "TerraneAWS" && node.options.overrides.isEmpty }
}
