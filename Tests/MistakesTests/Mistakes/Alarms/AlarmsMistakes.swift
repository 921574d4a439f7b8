import Terrane

extension Mistake {
    static var alarms: [Mistake] { watchedMetrics + alarmTiming + alarmUnits + alarmReceivers }
}

/// What the mistakes of this area are made of.
enum Watched {
    static let oncall = AlertTopic("oncall", subscribers: ["mail": .email("oncall@example.com")])

    static let service: [Metric.Dimension] = [.init("ClusterName", "shop"), .init("ServiceName", "web")]

    /// The CPU of a service, in percent.
    static let cpu = Metric("CPUUtilization", namespace: "AWS/ECS", dimensions: service, unit: .percent)

    /// An alarm on a metric that tells whoever is on call.
    static func alarm(
        _ metric: Metric, _ comparison: CloudWatch.MetricAlarm.Comparison = .above, _ threshold: Double = 80,
        periods: Int = 1, datapoints: Int? = nil, file: String = #fileID, line: Int = #line
    ) -> CloudWatch.MetricAlarm {
        var alarm = CloudWatch.MetricAlarm(
            "busy", alarmName: "busy", on: metric, comparison, threshold, periods: periods, actions: [oncall.arn],
            file: file, line: line)
        alarm.datapoints = datapoints
        return alarm
    }

    static let database: [Metric.Dimension] = [.init("DBInstanceIdentifier", "shop")]
    static let balancer: [Metric.Dimension] = [.init("LoadBalancer", "app/web/0123456789abcdef")]
}
