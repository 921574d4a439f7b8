import TerraneChecks
import TerraneCore

/// What an alarm of CloudWatch watches, in words, and its unit.
struct AlarmMetric {
    let words: String
    /// What an expression is made of.
    private(set) var inputs: [String] = []
    /// Behind a number: ` %`.
    private let unit: Unit
    /// Seconds.
    private let period: Int?

    private enum Unit {
        case none, percent, seconds, milliseconds, bytes
    }

    init(of alarm: Inventory.Item) {
        let single = alarm.values("metric_name").first
        if let single {
            let name = alarm.words(single)
            let statistic = alarm.words("statistic") ?? alarm.words("extended_statistic")
            words = AlarmMetric.words(name, statistic, alarm.words("namespace"), alarm.values("dimensions"), alarm)
            unit = AlarmMetric.unit(of: name, in: alarm["namespace"].text ?? "")
            period = alarm["period"].integer
        } else {
            let queries = alarm.parts("metric_query")
            let result = queries.first { $0["return_data"].flag == true } ?? queries.first
            let expression = result?["expression"].text ?? ""
            inputs = queries.compactMap { AlarmMetric.input($0, of: alarm) }
            words = [result?["label"].text, expression.isEmpty ? nil : expression].compactMap(\.self)
                .joined(separator: ": ")
            unit = expression.utf8.starts(with: "100 *".utf8) ? .percent : .none
            period = queries.compactMap { $0["metric/period"].integer }.first ?? result?["period"].integer
        }
    }

    /// A metric that an expression is made of.
    private static func input(_ query: Inventory.Part, of alarm: Inventory.Item) -> String? {
        guard let name = query.values("metric/metric_name").first else { return nil }
        let metric = words(
            alarm.words(name), query["metric/stat"].text, query["metric/namespace"].text,
            query.values("metric/dimensions"), alarm)
        return [query["id"].text, metric].compactMap(\.self).joined(separator: " is ")
    }

    private static func words(
        _ name: String, _ statistic: String?, _ namespace: String?, _ dimensions: [Expression], _ alarm: Inventory.Item
    ) -> String {
        var parts = [statistic, name].compactMap(\.self)
        if let namespace { parts.append("of \(namespace)") }
        let places = dimensions.flatMap { dimension -> [String] in
            guard case .object(let fields) = dimension.forTerraform else { return [alarm.words(dimension)] }
            return fields.map { place($0.value, alarm) }
        }
        if !places.isEmpty { parts.append("(\(places.joined(separator: ", ")))") }
        return parts.joined(separator: " ")
    }

    /// Whose metric it is: a resource by its name rather than by an attribute of it.
    private static func place(_ value: Expression, _ alarm: Inventory.Item) -> String {
        if case .reference(let reference) = value.forTerraform, reference.foreseen == nil {
            return reference.target.path
        }
        return alarm.words(value)
    }

    /// The units of the metrics that alarms of AWS are usually set on ("AWS services that publish CloudWatch metrics", Amazon
    /// CloudWatch User Guide).
    private static func unit(of metric: String, in namespace: String) -> Unit {
        switch metric {
        case "TargetResponseTime", "ReadLatency", "WriteLatency", "ReplicaLag", "ReplicationLag": .seconds
        case "AuroraReplicaLag", "Duration", "OriginLatency": .milliseconds
        case "FreeableMemory", "FreeStorageSpace", "FreeLocalStorage", "BytesUsedForCache", "SwapUsage": .bytes
        case "CPUUtilization", "MemoryUtilization", "EngineCPUUtilization", "DatabaseMemoryUsagePercentage",
            "CpuUtilized", "HealthCheckPercentageHealthy":
            .percent
        case "5xxErrorRate", "4xxErrorRate", "TotalErrorRate", "CacheHitRate":
            namespace == "AWS/CloudFront" ? .percent : .none
        default: .none
        }
    }
}

// MARK: - Conditions

extension AlarmMetric {
    /// `above 80 % for 3 of 3 periods of 1 minute`.
    func condition(of alarm: Inventory.Item) -> String {
        let sign =
            alarm["comparison_operator"].text.flatMap { AlarmMetric.signs[$0] }
            ?? alarm.words("comparison_operator") ?? "past"
        let threshold = alarm["threshold"].number.map(said) ?? alarm.words("threshold")
        let periods = alarm["evaluation_periods"].integer ?? 1
        let breaching = alarm["datapoints_to_alarm"].integer ?? periods
        let length = period.map { AlarmMetric.span($0) } ?? "a length set at deployment"
        let count = periods == 1 ? "1 period" : "\(breaching) of \(periods) periods"
        return [sign, threshold, "for \(count) of \(length)"].compactMap(\.self).joined(separator: " ")
    }

    /// What no data means to it.
    static func remark(on alarm: Inventory.Item) -> String? {
        missing[alarm["treat_missing_data"].text ?? "missing"]
    }

    private func said(_ threshold: Double) -> String {
        switch unit {
        case .none: threshold.plain
        case .percent: "\(threshold.plain) %"
        case .seconds: "\(threshold.plain) s"
        case .milliseconds: "\(threshold.plain) ms"
        case .bytes: AlarmMetric.size(threshold)
        }
    }

    private static func size(_ bytes: Double) -> String {
        for (unit, scale) in [("GiB", 1_073_741_824.0), ("GB", 1_000_000_000), ("MiB", 1_048_576), ("MB", 1_000_000)] {
            let amount = bytes / scale
            if amount >= 1, Int(exactly: amount * 10) != nil { return "\(amount.plain) \(unit)" }
        }
        return "\(bytes.plain) bytes"
    }

    /// A length of time in its largest whole unit.
    static func span(_ seconds: Int) -> String {
        for (unit, length) in [("day", 86400), ("hour", 3600), ("minute", 60)] where seconds.isMultiple(of: length) {
            let count = seconds / length
            return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
        }
        return "\(seconds) seconds"
    }

    /// "PutMetricAlarm", Amazon CloudWatch API Reference.
    private static let signs = [
        "GreaterThanOrEqualToThreshold": "at or above", "GreaterThanThreshold": "above", "LessThanThreshold": "below",
        "LessThanOrEqualToThreshold": "at or below", "GreaterThanUpperThreshold": "above the expected band",
        "LessThanLowerThreshold": "below the expected band",
        "LessThanLowerOrGreaterThanUpperThreshold": "outside the expected band",
    ]

    /// "Configuring how CloudWatch alarms treat missing data", Amazon CloudWatch User Guide.
    private static let missing = [
        "notBreaching": "No data is well", "breaching": "No data is a breach",
        "ignore": "No data changes nothing",
        "missing": "No data leaves it undecided",
    ]
}
