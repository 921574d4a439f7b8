import TerraneCore

extension LoadBalancer {
    /// What CloudWatch measures of a load balancer and its targets ("CloudWatch metrics for your Application Load
    /// Balancer", User Guide for Application Load Balancers).
    public struct Metrics: Hashable, Sendable {
        let balancer: Value<String>
        let group: Value<String>

        public var requests: Metric { metric("RequestCount", .count, .sum) }
        /// From the moment a request leaves the load balancer until the answer begins.
        public var responseTime: Metric { metric("TargetResponseTime", .seconds, .average) }
        /// Answers of targets with a status of 500 and over.
        public var targetErrors: Metric { metric("HTTPCode_Target_5XX_Count", .count, .sum) }
        /// Answers of the load balancer itself with a status of 500 and over.
        public var balancerErrors: Metric { metric("HTTPCode_ELB_5XX_Count", .count, .sum) }
        /// Answers of targets with a status of 400 to 499.
        public var clientErrors: Metric { metric("HTTPCode_Target_4XX_Count", .count, .sum) }
        /// Connections that were refused because there were too many.
        public var rejectedConnections: Metric { metric("RejectedConnectionCount", .count, .sum) }
        public var activeConnections: Metric { metric("ActiveConnectionCount", .count, .sum) }
        public var healthyTargets: Metric { targetMetric("HealthyHostCount", .minimum) }
        public var unhealthyTargets: Metric { targetMetric("UnHealthyHostCount", .maximum) }
        /// Percent of targets that fail their health check.
        public var unhealthyShare: Metric {
            unhealthyTargets.percent(of: healthyTargets + unhealthyTargets, label: "Unhealthy targets")
        }
        /// Percent of requests that end in a status of 500 and over, whoever gives it.
        public var errorRate: Metric {
            Metric(
                math: "100 * (FILL(targetErrors, 0) + FILL(balancerErrors, 0)) / requests",
                [
                    .init("targetErrors", targetErrors), .init("balancerErrors", balancerErrors),
                    .init("requests", requests),
                ], label: "Error rate", unit: .percent)
        }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB", dimensions: [.init("LoadBalancer", balancer)], unit: unit,
                statistic: statistic)
        }

        private func targetMetric(_ name: String, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB",
                dimensions: [.init("LoadBalancer", balancer), .init("TargetGroup", group)], unit: .count,
                statistic: statistic)
        }
    }
}
