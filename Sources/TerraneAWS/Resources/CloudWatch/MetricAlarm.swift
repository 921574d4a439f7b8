public import TerraneCore

extension CloudWatch {
    /// A watch over a metric that tells somebody when a threshold is crossed.
    public struct MetricAlarm: Resource {
        public enum Comparison: String, Hashable, Sendable, ExpressionConvertible {
            case above = "GreaterThanThreshold"
            case atLeast = "GreaterThanOrEqualToThreshold"
            case below = "LessThanThreshold"
            case atMost = "LessThanOrEqualToThreshold"
        }

        /// What data points are compared with.
        public enum Limit: Hashable, Sendable {
            case threshold(Comparison, Double)
            /// What the metric usually does at this time of the day and week ("Using CloudWatch anomaly detection", Amazon
            /// CloudWatch User Guide).
            case band(AnomalyBand)
        }

        /// What a period without data counts as.
        public enum MissingData: String, Hashable, Sendable, ExpressionConvertible {
            case missing, ignore, breaching, notBreaching
        }

        public static let type = ResourceType(
            terraform: "aws_cloudwatch_metric_alarm", cloudFormation: "AWS::CloudWatch::Alarm", area: .monitoring,
            tagging: .list)

        public var declaration: Declaration
        public var alarmName: Value<String>
        public var description: String?
        public var metric: Metric
        public var limit: Limit
        /// How many periods are looked at.
        public var evaluationPeriods: Int
        /// How many of them must be over; nil for all.
        public var datapoints: Int?
        public var missingData: MissingData
        /// Whether a percentile of too few samples to mean anything changes nothing.
        public var ignoresFewSamples = false
        public var actions: [Value<ARN>]
        public var recoveryActions: [Value<ARN>]
        public var insufficientDataActions: [Value<ARN>] = []

        public init(
            _ name: Name, alarmName: Value<String>, description: String? = nil, on metric: Metric,
            _ comparison: Comparison, _ threshold: Double, periods: Int = 1, missingData: MissingData = .notBreaching,
            actions: [Value<ARN>], recoveryActions: [Value<ARN>] = [], file: String = #fileID, line: Int = #line
        ) {
            self.init(
                name, alarmName: alarmName, description: description, on: metric,
                limit: .threshold(comparison, threshold), periods: periods, missingData: missingData, actions: actions,
                recoveryActions: recoveryActions, file: file, line: line)
        }

        public init(
            _ name: Name, alarmName: Value<String>, description: String? = nil, on metric: Metric, limit: Limit,
            periods: Int = 1, datapoints: Int? = nil, missingData: MissingData = .notBreaching, actions: [Value<ARN>],
            recoveryActions: [Value<ARN>] = [], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.alarmName = alarmName
            self.description = description
            self.metric = metric
            self.limit = limit
            self.evaluationPeriods = periods
            self.datapoints = datapoints
            self.missingData = missingData
            self.actions = actions
            self.recoveryActions = recoveryActions
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }
        /// The alarm's name, for what refers to it by that.
        public var id: Value<String> { attribute("alarm_name", .ref, foreseen: alarmName) }

        public var properties: Properties {
            row("alarm_name", "AlarmName", alarmName)
            row("alarm_description", "AlarmDescription", description)
            switch limit {
            case .threshold(let comparison, let threshold):
                row("comparison_operator", "ComparisonOperator", comparison)
                periodRows
                row("threshold", "Threshold", threshold)
            case .band(let band):
                row("comparison_operator", "ComparisonOperator", band.edge)
                periodRows
                row("threshold_metric_id", "ThresholdMetricId", MetricAlarm.bandID)
            }
            row("treat_missing_data", "TreatMissingData", missingData)
            row(
                "evaluate_low_sample_count_percentiles", "EvaluateLowSampleCountPercentile",
                ignoresFewSamples ? "ignore" : nil)
            switch (metric.source, limit) {
            case (.metric(let namespace, let metricName, let dimensions), .threshold):
                single(namespace, metricName, dimensions)
            default:
                repeated("metric_query", "Metrics", queries) { $0.properties }
            }
            row("alarm_actions", "AlarmActions", actions)
            row("ok_actions", "OKActions", recoveryActions.isEmpty ? nil : recoveryActions)
            row(
                "insufficient_data_actions", "InsufficientDataActions",
                insufficientDataActions.isEmpty ? nil : insufficientDataActions)
        }

        @PropertiesBuilder private var periodRows: Properties {
            row("evaluation_periods", "EvaluationPeriods", evaluationPeriods)
            row("datapoints_to_alarm", "DatapointsToAlarm", datapoints)
        }

        @PropertiesBuilder private func single(
            _ namespace: String, _ metricName: String, _ dimensions: [Metric.Dimension]
        ) -> Properties {
            row("namespace", "Namespace", namespace)
            row("metric_name", "MetricName", metricName)
            Metric.row(dimensions)
            row("period", "Period", metric.period.inSeconds)
            row("statistic", "Statistic", metric.statistic.basicName)
            row(
                "extended_statistic", "ExtendedStatistic",
                metric.statistic.basicName == nil ? metric.statistic.name : nil)
        }
    }
}
