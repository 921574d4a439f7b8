public import TerraneCore

extension CloudFront {
    /// Eight more metrics of a distribution, for a price ("Turn on additional CloudFront distribution metrics", Amazon
    /// CloudFront Developer Guide).
    public struct MonitoringSubscription: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudfront_monitoring_subscription",
            cloudFormation: "AWS::CloudFront::MonitoringSubscription", area: .monitoring)

        public var declaration: Declaration
        public var distribution: Value<String>

        public init(_ name: Name, of distribution: Value<String>, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.distribution = distribution
        }

        public var properties: Properties {
            row("distribution_id", "DistributionId", distribution)
            nested("monitoring_subscription", "MonitoringSubscription") {
                row(
                    "realtime_metrics_subscription_config/realtime_metrics_subscription_status",
                    "RealtimeMetricsSubscriptionConfig/RealtimeMetricsSubscriptionStatus", "Enabled")
            }
        }
    }
}
