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
        public var comparison: Comparison
        public var threshold: Double
        /// How many periods are looked at, and how many of them must be over.
        public var evaluationPeriods: Int
        public var missingData: MissingData
        public var actions: [Value<ARN>]
        public var recoveryActions: [Value<ARN>]

        public init(
            _ name: Name, alarmName: Value<String>, description: String? = nil, on metric: Metric,
            _ comparison: Comparison, _ threshold: Double, periods: Int = 1, missingData: MissingData = .notBreaching,
            actions: [Value<ARN>], recoveryActions: [Value<ARN>] = [], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.alarmName = alarmName
            self.description = description
            self.metric = metric
            self.comparison = comparison
            self.threshold = threshold
            self.evaluationPeriods = periods
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
            row("comparison_operator", "ComparisonOperator", comparison)
            row("evaluation_periods", "EvaluationPeriods", evaluationPeriods)
            row("threshold", "Threshold", threshold)
            row("treat_missing_data", "TreatMissingData", missingData)
            switch metric.source {
            case .metric(let namespace, let metricName, let dimensions):
                single(namespace, metricName, dimensions)
            case .math(let expression, let parts):
                queries(expression, parts)
            }
            row("alarm_actions", "AlarmActions", actions)
            row("ok_actions", "OKActions", recoveryActions.isEmpty ? nil : recoveryActions)
        }

        @PropertiesBuilder private func single(
            _ namespace: String, _ metricName: String, _ dimensions: [Metric.Dimension]
        ) -> Properties {
            row("namespace", "Namespace", namespace)
            row("metric_name", "MetricName", metricName)
            dimensionRow(dimensions)
            row("period", "Period", metric.period.inSeconds)
            row("statistic", "Statistic", metric.statistic.basicName)
            row(
                "extended_statistic", "ExtendedStatistic",
                metric.statistic.basicName == nil ? metric.statistic.name : nil)
        }

        @PropertiesBuilder private func queries(_ expression: String, _ parts: [Metric.Part]) -> Properties {
            repeated("metric_query", "Metrics", [Query.math(expression, metric.label)] + parts.map(Query.part)) {
                query in
                switch query {
                case .math(let expression, let label):
                    row("id", "Id", "result")
                    row("expression", "Expression", expression)
                    row("label", "Label", label)
                    row("return_data", "ReturnData", true)
                case .part(let part):
                    row("id", "Id", part.id)
                    row("return_data", "ReturnData", false)
                    nested("metric", "MetricStat") { stat(part.metric) }
                }
            }
        }

        private enum Query {
            case math(String, String)
            case part(Metric.Part)
        }

        @PropertiesBuilder private func stat(_ metric: Metric) -> Properties {
            if case .metric(let namespace, let metricName, let dimensions) = metric.source {
                row("namespace", "Metric/Namespace", namespace)
                row("metric_name", "Metric/MetricName", metricName)
                dimensionRow(dimensions, prefix: "Metric/")
            }
            row("period", "Period", metric.period.inSeconds)
            row("stat", "Stat", metric.statistic.name)
        }

        private func dimensionRow(_ dimensions: [Metric.Dimension], prefix: String = "") -> Row {
            row(
                "dimensions", terraform: dimensions.isEmpty ? .null : mapForm(dimensions), prefix + "Dimensions",
                cloudFormation: dimensions.isEmpty ? .null : listForm(dimensions))
        }

        private func mapForm(_ dimensions: [Metric.Dimension]) -> Expression {
            .object(dimensions.map { .init($0.name, $0.value.expression) })
        }

        private func listForm(_ dimensions: [Metric.Dimension]) -> Expression {
            .list(dimensions.map { .object([.init("Name", .string($0.name)), .init("Value", $0.value.expression)]) })
        }
    }
}
