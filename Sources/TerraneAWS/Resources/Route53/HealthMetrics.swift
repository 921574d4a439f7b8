import TerraneCore

extension Route53 {
    /// What CloudWatch measures of a health check, in us-east-1 alone: alarms on it and their topics are there,
    /// `.region(.virginia)` ("Monitoring health checks using CloudWatch", Amazon Route 53 Developer Guide).
    public struct HealthMetrics: Hashable, Sendable {
        private let check: Value<String>

        init(of check: Value<String>) {
            self.check = check
        }

        /// 1 while it is well, 0 while it is not.
        public var status: Metric { metric("HealthCheckStatus", .none, .minimum) }
        /// The share of Route 53's checkers that find it well.
        public var healthyShare: Metric { metric("HealthCheckPercentageHealthy", .percent, .average) }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/Route53", dimensions: [.init("HealthCheckId", check)], unit: unit,
                statistic: statistic, period: .minutes(1))
        }
    }
}
