import TerraneAWS
import TerraneCore

/// Thresholds are in the unit of their metrics: percent are parts of a hundred, sizes are bytes, the response times of load
/// balancers are seconds (the pages of `MetricNamespaceFacts`).
func checkThresholds(_ alarm: Inventory.Item) -> [Diagnostic] {
    guard let threshold = alarm["threshold"].number, let comparison = alarm["comparison_operator"].text,
        let metric = WatchedMetric.all(of: alarm).first, !alarm["metric_name"].isAbsent,
        !["SampleCount", "Sum"].contains(metric.statistic ?? ""), let name = metric.name
    else { return [] }
    let key = "\(metric.namespace ?? "") \(name)"
    let isAbove = comparison.hasPrefix("GreaterThan")
    if utilizations.contains(key), isAbove, threshold > 0, threshold <= 1 {
        return [.percentOfOne(alarm, metric, threshold)]
    }
    if hundreds.contains(key), threshold > 100 || (threshold == 100 && comparison == "GreaterThanThreshold"), isAbove {
        return [.overHundred(alarm, metric, threshold)]
    }
    if ratios.contains(key), isAbove, threshold > 1 { return [.ratioOverOne(alarm, metric, threshold)] }
    if seconds.contains(key), isAbove, threshold >= 100 { return [.secondsNotMilliseconds(alarm, metric, threshold)] }
    if bytes.contains(key), comparison.hasPrefix("LessThan"), threshold > 0, threshold < 1_048_576 {
        return [.bytesNotLargerUnits(alarm, metric, threshold)]
    }
    return []
}

/// Percent that are worth an alarm in tens.
private let utilizations: Set = [
    "AWS/ECS CPUUtilization", "AWS/ECS MemoryUtilization", "AWS/ECS CPUReservation", "AWS/ECS MemoryReservation",
    "AWS/RDS CPUUtilization", "AWS/RDS ACUUtilization", "AWS/EC2 CPUUtilization", "AWS/ElastiCache CPUUtilization",
    "AWS/ElastiCache EngineCPUUtilization", "AWS/ElastiCache DatabaseMemoryUsagePercentage",
    "AWS/ElastiCache DatabaseCapacityUsagePercentage", "AWS/EFS PercentIOLimit",
]

/// Percent that are never more than a hundred.
private let hundreds: Set = [
    "AWS/RDS CPUUtilization", "AWS/RDS ACUUtilization", "AWS/EC2 CPUUtilization", "AWS/ElastiCache CPUUtilization",
    "AWS/ElastiCache EngineCPUUtilization", "AWS/ElastiCache DatabaseMemoryUsagePercentage",
    "AWS/CloudFront 4xxErrorRate", "AWS/CloudFront 5xxErrorRate", "AWS/CloudFront TotalErrorRate",
    "AWS/EFS PercentIOLimit",
]

/// Parts of one.
private let ratios: Set = ["AWS/Lambda ProvisionedConcurrencyUtilization"]

private let seconds: Set = ["AWS/ApplicationELB TargetResponseTime"]

private let bytes: Set = [
    "AWS/RDS FreeStorageSpace", "AWS/RDS FreeableMemory", "AWS/RDS FreeLocalStorage", "AWS/ElastiCache FreeableMemory",
]

extension Diagnostic {
    fileprivate static func percentOfOne(
        _ alarm: Inventory.Item, _ metric: WatchedMetric, _ threshold: Double
    ) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' goes off above \(threshold) % of \(metric.title), which is nearly always",
            help: "The metric is in percent, 0 to 100: for \(threshold * 100) % write \(threshold * 100).",
            at: alarm.source)
    }

    fileprivate static func overHundred(
        _ alarm: Inventory.Item, _ metric: WatchedMetric, _ threshold: Double
    ) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' goes off above \(threshold) % of \(metric.title), which never is",
            help: "The metric is in percent, 100 at most: choose less.", at: alarm.source)
    }

    fileprivate static func ratioOverOne(
        _ alarm: Inventory.Item, _ metric: WatchedMetric, _ threshold: Double
    ) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' goes off above \(threshold) of \(metric.title), which is a part of one",
            help: "Write \(threshold / 100) for \(threshold) %.", at: alarm.source)
    }

    fileprivate static func secondsNotMilliseconds(
        _ alarm: Inventory.Item, _ metric: WatchedMetric, _ threshold: Double
    ) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' goes off when \(metric.title) is over \(threshold) seconds",
            help: "The metric is in seconds: write \(threshold / 1000) for as many milliseconds.", at: alarm.source)
    }

    fileprivate static func bytesNotLargerUnits(
        _ alarm: Inventory.Item, _ metric: WatchedMetric, _ threshold: Double
    ) -> Diagnostic {
        .warning(
            "alarm '\(alarm.name)' goes off when \(metric.title) is under \(threshold) bytes",
            help: "The metric is in bytes: 1 GiB is 1073741824 of them.", at: alarm.source)
    }
}
