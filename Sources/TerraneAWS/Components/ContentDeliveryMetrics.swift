import TerraneCore

extension ContentDelivery {
    /// What CloudWatch measures of a distribution, in us-east-1 alone: alarms on it and their topics are there,
    /// `.region(.virginia)` ("Types of metrics for CloudFront", Amazon CloudFront Developer Guide).
    public struct Metrics: Hashable, Sendable {
        private let distribution: Value<String>

        init(of distribution: Value<String>) {
            self.distribution = distribution
        }

        public var requests: Metric { metric("Requests", .none, .sum) }
        public var bytesDownloaded: Metric { metric("BytesDownloaded", .none, .sum) }
        /// Percent of requests that are answered with a status of 400 and over.
        public var errorRate: Metric { metric("TotalErrorRate", .percent, .average) }
        /// Percent of requests that are answered with a status of 400 to 499.
        public var clientErrorRate: Metric { metric("4xxErrorRate", .percent, .average) }
        /// Percent of requests that are answered with a status of 500 and over.
        public var serverErrorRate: Metric { metric("5xxErrorRate", .percent, .average) }
        /// Percent of requests that no origin was asked for. Only with `detailedMetrics()`.
        public var cacheHitRate: Metric { metric("CacheHitRate", .percent, .average) }
        /// Until an origin answered. Only with `detailedMetrics()`.
        public var originLatency: Metric { metric("OriginLatency", .milliseconds, .percentile(99)) }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/CloudFront",
                dimensions: [.init("DistributionId", distribution), .init("Region", "Global")], unit: unit,
                statistic: statistic)
        }
    }
}
