import TerraneAWS
import TerraneCore

extension Checks {
    /// Checks metrics, periods, thresholds and receivers.
    static func alarms(_ inventory: Inventory) -> [Diagnostic] {
        let alarms = inventory.all(CloudWatch.MetricAlarm.self)
        let dashboards = inventory.all(CloudWatch.Dashboard.self)
        var problems = alarms.flatMap { alarm in
            checkAlarmTiming(alarm) + checkStatistics(alarm) + checkThresholds(alarm) + checkMetricMath(alarm)
        }
        problems += checkMetrics(alarms.flatMap { WatchedMetric.all(of: $0) }, in: inventory)
        problems += checkMetrics(dashboards.flatMap { WatchedMetric.all(drawnBy: $0) }, in: inventory)
        problems += checkTopicKeys(inventory)
        return problems + checkNotification(inventory) + checkCompositeAlarms(inventory)
    }
}
