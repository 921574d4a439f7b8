public import TerraneCore

extension Datadog {
    /// A watch over a metric query that tells somebody when a threshold is crossed ("Metric Monitor", Datadog documentation).
    public struct Monitor: Resource {
        public enum ID: TextSubject {}

        public enum Comparison: String, Hashable, Sendable {
            case above = ">"
            case atLeast = ">="
            case below = "<"
            case atMost = "<="
        }

        /// From P1, the most urgent, to P5.
        public enum Priority: Int, Hashable, Sendable {
            case p1 = 1
            case p2, p3, p4, p5
        }

        /// What happens besides the first message.
        public struct Options: Hashable, Sendable {
            /// Tells that data has stopped coming after this long; never, unless given.
            public var noDataAfter: TimeSpan?
            /// Tells again this long after the last message while nothing is better.
            public var renotifyEvery: TimeSpan?
            /// How often again; without end, unless given.
            public var renotifications: Int?
            /// What the later messages say.
            public var escalationMessage: String?
            /// Waits before a window is looked at, for metrics that come late, such as those of CloudWatch.
            public var evaluationDelay: TimeSpan?
            /// Whether a window with gaps is not looked at.
            public var requiresFullWindow = false

            public init() {}
        }

        public static let type = ResourceType(
            terraform: "datadog_monitor", cloudFormation: "Datadog::Monitors::Monitor", area: .monitoring)

        public var declaration: Declaration
        public var title: String
        public var window: DatadogWindow
        public var comparison: Comparison
        public var critical: Double
        public var warning: Double?
        public var message: String
        public var tags: [DatadogTag]
        public var priority: Priority?
        public var options: Options

        public init(
            _ name: Name, titled title: String, on window: DatadogWindow, _ comparison: Comparison, critical: Double,
            warning: Double? = nil, message: String, tags: [DatadogTag] = [], priority: Priority? = nil,
            options: Options = Options(), file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.title = title
            self.window = window
            self.comparison = comparison
            self.critical = critical
            self.warning = warning
            self.message = message
            self.tags = tags
            self.priority = priority
            self.options = options
        }

        public var id: Value<ID> { attribute("id", .ref) }

        /// `avg(last_5m):sum:api.errors{env:production} > 100`.
        public var query: String {
            "\(window.text) \(comparison.rawValue) \(DatadogQuery.text(of: critical))"
        }

        public var properties: Properties {
            row("name", "Name", title)
            row("type", "Type", "metric alert")
            row("query", "Query", query)
            row("message", "Message", message)
            row("tags", "Tags", tags.isEmpty ? nil : tags)
            row(
                "priority", terraform: priority.map { String($0.rawValue) }, "Priority",
                cloudFormation: priority?.rawValue)
            nested("monitor_thresholds", "Options/Thresholds") {
                threshold("critical", "Critical", critical)
                threshold("warning", "Warning", warning)
            }
            row("notify_no_data", "Options/NotifyNoData", options.noDataAfter != nil)
            row("no_data_timeframe", "Options/NoDataTimeframe", options.noDataAfter?.inMinutes)
            row("renotify_interval", "Options/RenotifyInterval", options.renotifyEvery?.inMinutes)
            row("renotify_occurrences", "Options/RenotifyOccurrences", options.renotifications)
            row("escalation_message", "Options/EscalationMessage", options.escalationMessage)
            row("evaluation_delay", "Options/EvaluationDelay", options.evaluationDelay?.inSeconds)
            row("require_full_window", "Options/RequireFullWindow", options.requiresFullWindow)
        }

        /// Terraform's provider takes thresholds as text.
        private func threshold(_ terraform: String, _ cloudFormation: String, _ number: Double?) -> Row {
            row(
                terraform, terraform: number.map(DatadogQuery.text(of:)), cloudFormation, cloudFormation: number)
        }
    }
}
