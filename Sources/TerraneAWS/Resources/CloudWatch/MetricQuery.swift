import TerraneCore

extension CloudWatch.MetricAlarm {
    static let bandID = "band"

    /// A line of the arithmetic that an alarm watches: an expression, or a metric that expressions call by its identifier.
    struct Query {
        enum Kind {
            case expression(String, label: String)
            case metric(Metric)
        }

        let id: String
        let kind: Kind
        /// Whether the alarm looks at it, and not only other lines.
        let isWatched: Bool
    }

    /// The lines: what is watched first, then its parts, then the band around it.
    var queries: [Query] {
        var lines = metric.queries
        if case .band(let band) = limit { lines.append(line(band)) }
        return lines
    }

    private func line(_ band: CloudWatch.AnomalyBand) -> Query {
        let width = Metric.text(of: band.deviations)
        return Query(
            id: CloudWatch.MetricAlarm.bandID,
            kind: .expression(
                "ANOMALY_DETECTION_BAND(\(Metric.resultID), \(width))",
                label: "\(metric.label) (expected)"),
            isWatched: true)
    }
}

extension CloudWatch.MetricAlarm.Query {
    @PropertiesBuilder var properties: Properties {
        row("id", "Id", id)
        switch kind {
        case .expression(let expression, let label):
            row("expression", "Expression", expression)
            row("label", "Label", label)
            row("return_data", "ReturnData", isWatched)
        case .metric(let metric):
            row("return_data", "ReturnData", isWatched)
            nested("metric", "MetricStat") { stat(metric) }
        }
    }

    @PropertiesBuilder private func stat(_ metric: Metric) -> Properties {
        if case .metric(let namespace, let metricName, let dimensions) = metric.source {
            row("namespace", "Metric/Namespace", namespace)
            row("metric_name", "Metric/MetricName", metricName)
            Metric.row(dimensions, prefix: "Metric/")
        }
        row("period", "Period", metric.period.inSeconds)
        row("stat", "Stat", metric.statistic.name)
    }
}

extension Metric {
    fileprivate static let resultID = "result"

    /// The lines of its arithmetic: the result first, then its parts.
    var queries: [CloudWatch.MetricAlarm.Query] {
        switch source {
        case .metric: [.init(id: Metric.resultID, kind: .metric(self), isWatched: true)]
        case .math(let expression, let parts):
            [.init(id: Metric.resultID, kind: .expression(expression, label: label), isWatched: true)]
                + parts.map { .init(id: $0.id, kind: .metric($0.metric), isWatched: false) }
        }
    }

    /// An object for Terraform, a list of pairs for CloudFormation.
    static func row(_ dimensions: [Dimension], prefix: String = "") -> Row {
        TerraneCore.row(
            "dimensions", terraform: dimensions.isEmpty ? .null : mapForm(dimensions), prefix + "Dimensions",
            cloudFormation: dimensions.isEmpty ? .null : listForm(dimensions))
    }

    private static func mapForm(_ dimensions: [Dimension]) -> Expression {
        .object(dimensions.map { .init($0.name, $0.value.expression) })
    }

    private static func listForm(_ dimensions: [Dimension]) -> Expression {
        .list(dimensions.map { .object([.init("Name", .string($0.name)), .init("Value", $0.value.expression)]) })
    }
}
