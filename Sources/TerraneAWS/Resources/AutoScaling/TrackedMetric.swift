import TerraneCore

extension CloudWatch.MetricAlarm.Query {
    /// The line as a target tracking policy has it ("TargetTrackingMetricDataQuery", Application Auto Scaling API Reference):
    /// without a period, which is a minute, and with a block for each dimension.
    @PropertiesBuilder var trackedProperties: Properties {
        row("id", "Id", id)
        switch kind {
        case .expression(let expression, let label):
            row("expression", "Expression", expression)
            row("label", "Label", label)
        case .metric(let metric):
            nested("metric_stat", "MetricStat") {
                trackedMetric(metric)
                row("stat", "Stat", metric.statistic.name)
            }
        }
        row("return_data", "ReturnData", isWatched)
    }

    @PropertiesBuilder private func trackedMetric(_ metric: Metric) -> Properties {
        if case .metric(let namespace, let metricName, let dimensions) = metric.source {
            nested("metric", "Metric") {
                row("namespace", "Namespace", namespace)
                row("metric_name", "MetricName", metricName)
                repeated("dimensions", "Dimensions", dimensions) { dimension in
                    row("name", "Name", dimension.name)
                    row("value", "Value", dimension.value)
                }
            }
        }
    }
}
