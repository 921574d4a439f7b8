import TerraneCore

extension LoadBalancer {
    /// What CloudWatch measures of a load balancer and its targets ("CloudWatch metrics for your Application Load
    /// Balancer", User Guide for Application Load Balancers).
    public struct Metrics: Hashable, Sendable {
        let balancer: Value<String>
        let group: Value<String>
        /// The target group of the other colour, where there are two: either may be the one that serves.
        var otherColour: Value<String>?

        public var requests: Metric { metric("RequestCount", .count, .sum) }
        /// From the moment a request leaves the load balancer until the answer begins.
        public var responseTime: Metric { metric("TargetResponseTime", .seconds, .average) }
        /// The same of the slowest request in a hundred.
        public var p99ResponseTime: Metric { responseTime.statistic(.percentile(99)) }
        /// Answers of targets with a status of 500 and over.
        public var targetErrors: Metric { metric("HTTPCode_Target_5XX_Count", .count, .sum) }
        /// Answers of the load balancer itself with a status of 500 and over.
        public var balancerErrors: Metric { metric("HTTPCode_ELB_5XX_Count", .count, .sum) }
        /// Answers of targets with a status of 400 to 499.
        public var clientErrors: Metric { metric("HTTPCode_Target_4XX_Count", .count, .sum) }
        /// Connections that were refused because there were too many.
        public var rejectedConnections: Metric { metric("RejectedConnectionCount", .count, .sum) }
        public var activeConnections: Metric { metric("ActiveConnectionCount", .count, .sum) }
        public var healthyTargets: Metric { colours?.healthyTargets ?? targets.healthyTargets }
        public var unhealthyTargets: Metric { colours?.unhealthyTargets ?? targets.unhealthyTargets }
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

        private var targets: TargetMetrics { TargetMetrics(balancer: balancer, group: group) }

        private var colours: BlueGreenMetrics? {
            otherColour.map { BlueGreenMetrics(blue: targets, green: TargetMetrics(balancer: balancer, group: $0)) }
        }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB", dimensions: [.init("LoadBalancer", balancer)], unit: unit,
                statistic: statistic)
        }
    }

    /// What CloudWatch measures of one target group behind a load balancer.
    public struct TargetMetrics: Hashable, Sendable {
        let balancer: Value<String>
        let group: Value<String>

        public var requests: Metric { metric("RequestCount", .count, .sum) }
        /// Requests that one target gets on average.
        public var requestsPerTarget: Metric { metric("RequestCountPerTarget", .count, .sum) }
        /// From the moment a request leaves the load balancer until the answer begins.
        public var responseTime: Metric { metric("TargetResponseTime", .seconds, .average) }
        /// The same of the slowest request in a hundred.
        public var p99ResponseTime: Metric { responseTime.statistic(.percentile(99)) }
        /// Answers with a status of 500 and over.
        public var targetErrors: Metric { metric("HTTPCode_Target_5XX_Count", .count, .sum) }
        /// Answers with a status of 400 to 499.
        public var clientErrors: Metric { metric("HTTPCode_Target_4XX_Count", .count, .sum) }
        /// Targets that could not be reached.
        public var connectionErrors: Metric { metric("TargetConnectionErrorCount", .count, .sum) }
        public var healthyTargets: Metric { metric("HealthyHostCount", .count, .minimum) }
        public var unhealthyTargets: Metric { metric("UnHealthyHostCount", .count, .maximum) }

        /// Percent of the requests to the group that end in a status of 500 and over.
        public var errorRate: Metric {
            Metric(
                math: "100 * FILL(errors, 0) / requests", [.init("errors", targetErrors), .init("requests", requests)],
                label: "Error rate", unit: .percent)
        }

        /// Percent of the targets that fail their health check.
        public var unhealthyShare: Metric {
            Metric(
                math: "100 * unhealthy / (healthy + unhealthy)",
                [.init("unhealthy", unhealthyTargets), .init("healthy", healthyTargets)], label: "Unhealthy targets",
                unit: .percent)
        }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB",
                dimensions: [.init("LoadBalancer", balancer), .init("TargetGroup", group)], unit: unit,
                statistic: statistic)
        }
    }

    /// What CloudWatch measures of two target groups, of each and of both together.
    public struct BlueGreenMetrics: Hashable, Sendable {
        public let blue: TargetMetrics
        public let green: TargetMetrics

        public var requests: Metric { sum(\.requests, "Requests") }
        /// Requests that one target gets on average, whichever group serves. While traffic moves from one to the other, both
        /// have as many targets, and each its share of the requests.
        public var requestsPerTarget: Metric { sum(\.requestsPerTarget, "RequestCountPerTarget") }
        public var targetErrors: Metric { sum(\.targetErrors, "Errors") }
        public var healthyTargets: Metric { sum(\.healthyTargets, "Healthy targets") }
        public var unhealthyTargets: Metric { sum(\.unhealthyTargets, "Unhealthy targets") }

        /// Percent of the requests to either group that end in a status of 500 and over.
        public var errorRate: Metric {
            Metric(
                math: "100 * (FILL(blueErrors, 0) + FILL(greenErrors, 0)) / (FILL(blue, 0) + FILL(green, 0))",
                [
                    .init("blueErrors", blue.targetErrors), .init("greenErrors", green.targetErrors),
                    .init("blue", blue.requests), .init("green", green.requests),
                ], label: "Error rate", unit: .percent)
        }

        private func sum(_ metric: KeyPath<TargetMetrics, Metric>, _ label: String) -> Metric {
            Metric(
                math: "FILL(blue, 0) + FILL(green, 0)",
                [.init("blue", blue[keyPath: metric]), .init("green", green[keyPath: metric])], label: label,
                unit: .count)
        }
    }

    /// Of the load balancer as a whole; of targets, those of its first target group, or of both colours.
    public var metrics: Metrics {
        Metrics(
            balancer: balancer.metricName, group: groups.first?.metricName ?? "",
            otherColour: destination.pair?.green.metricName)
    }

    public func metrics(of group: ELB.TargetGroup) -> TargetMetrics {
        TargetMetrics(balancer: balancer.metricName, group: group.metricName)
    }

    public func metrics(of pair: BlueGreenTargets) -> BlueGreenMetrics {
        BlueGreenMetrics(blue: metrics(of: pair.blue), green: metrics(of: pair.green))
    }
}
