public import TerraneCore

extension Logs {
    /// Which log events count ("Filter pattern syntax for metric filters", Amazon CloudWatch Logs User Guide).
    public struct FilterPattern: Hashable, Sendable {
        public let text: String

        /// Every event.
        public static let all = FilterPattern(text: "")

        /// Events that hold these words, letter for letter.
        public static func term(_ words: String) -> FilterPattern {
            FilterPattern(text: quoted(words))
        }

        /// Events that hold one of several words.
        public static func anyTerm(_ words: String...) -> FilterPattern {
            FilterPattern(text: words.map { "?" + quoted($0) }.joined(separator: " "))
        }

        /// JSON events whose member has this value: `.json("level", equals: "error")`.
        public static func json(_ member: String, equals value: String) -> FilterPattern {
            FilterPattern(text: "{ $.\(member) = \(quoted(value)) }")
        }

        private static func quoted(_ text: String) -> String {
            LogText.quoted(text)
        }
    }

    /// Counts log events into a metric.
    public struct MetricFilter: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudwatch_log_metric_filter", cloudFormation: "AWS::Logs::MetricFilter", area: .monitoring)

        public var declaration: Declaration
        public var filterName: String
        public var group: Value<String>
        public var pattern: FilterPattern
        public var metricName: String
        public var namespace: String

        public init(
            _ name: Name, filterName: String, of group: Value<String>, matching pattern: FilterPattern,
            countedAs metricName: String, namespace: String, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.filterName = filterName
            self.group = group
            self.pattern = pattern
            self.metricName = metricName
            self.namespace = namespace
        }

        /// How many events matched.
        public var count: Metric {
            Metric(metricName, namespace: namespace, unit: .count, statistic: .sum)
        }

        public var properties: Properties {
            row("name", "FilterName", filterName)
            row("log_group_name", "LogGroupName", group)
            row("pattern", "FilterPattern", pattern.text)
            repeated("metric_transformation", "MetricTransformations", [self]) { filter in
                row("name", "MetricName", filter.metricName)
                row("namespace", "MetricNamespace", filter.namespace)
                row("value", "MetricValue", "1")
                row("default_value", terraform: "0", "DefaultValue", cloudFormation: 0)
                row("unit", "Unit", Metric.Unit.count.rawValue)
            }
        }
    }
}
