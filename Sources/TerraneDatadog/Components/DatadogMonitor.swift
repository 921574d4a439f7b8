public import TerraneAWS
public import TerraneCore

/// A monitor that Datadog keeps over a metric, or over arithmetic of several.
///
///     DatadogMonitor(
///         "errors", titled: "High Error Rate",
///         on: .sum("api.errors", from: ["env:production"]), over: .minutes(5), above: 100,
///         message: "Too many requests fail", severity: .critical, tags: ["env:production"],
///         notify: .slack("oncall"), .pagerDuty)
public struct DatadogMonitor: Component {
    public var declaration: Declaration
    public let title: String
    /// The query over the last minutes, averaged unless `aggregated(by:)` says otherwise.
    public var window: DatadogWindow
    public let comparison: Datadog.Monitor.Comparison
    public let critical: Double
    public let warning: Double?
    public let message: String
    /// Becomes the tag `severity`.
    public let severity: AlarmSeverity?
    public let tags: [DatadogTag]
    public let notifications: [DatadogNotification]
    public var priority: Datadog.Monitor.Priority?
    public var options = Datadog.Monitor.Options()

    /// Goes off when the query, over the last `length`, is above the threshold; with `warning`, a first time before.
    public init(
        _ name: Name, titled title: String, on query: DatadogQuery, over length: TimeSpan, above critical: Double,
        warning: Double? = nil, message: String, severity: AlarmSeverity? = nil, tags: [DatadogTag] = [],
        notify notifications: DatadogNotification..., file: String = #fileID, line: Int = #line
    ) {
        self.init(
            Declaration(name, file: file, line: line), title, query.over(length), .above, critical, warning, message,
            severity,
            tags, notifications)
    }

    /// Goes off when the query, over the last `length`, is below the threshold; with `warning`, a first time before.
    public init(
        _ name: Name, titled title: String, on query: DatadogQuery, over length: TimeSpan, below critical: Double,
        warning: Double? = nil, message: String, severity: AlarmSeverity? = nil, tags: [DatadogTag] = [],
        notify notifications: DatadogNotification..., file: String = #fileID, line: Int = #line
    ) {
        self.init(
            Declaration(name, file: file, line: line), title, query.over(length), .below, critical, warning, message,
            severity,
            tags, notifications)
    }

    private init(
        _ declaration: Declaration, _ title: String, _ window: DatadogWindow,
        _ comparison: Datadog.Monitor.Comparison, _ critical: Double, _ warning: Double?, _ message: String,
        _ severity: AlarmSeverity?, _ tags: [DatadogTag], _ notifications: [DatadogNotification]
    ) {
        self.declaration = declaration
        self.title = title
        self.window = window
        self.comparison = comparison
        self.critical = critical
        self.warning = warning
        self.message = message
        self.severity = severity
        self.tags = tags
        self.notifications = notifications
    }

    public var id: Value<Datadog.Monitor.ID> { monitor.id }
    /// The query as Datadog is given it.
    public var query: String { monitor.query }

    public var body: Content {
        monitor
    }

    private var monitor: Datadog.Monitor {
        Datadog.Monitor(
            name, titled: title, on: window, comparison, critical: critical, warning: warning, message: fullMessage,
            tags: tags + severityTag, priority: priority, options: options)
    }

    /// The message, and below it whom it is for.
    private var fullMessage: String {
        ([message] + [notifications.map(\.handle).joined(separator: " ")]).filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private var severityTag: [DatadogTag] {
        severity.map { [DatadogTag("severity", $0.rawValue.lowercased())] } ?? []
    }
}

extension DatadogMonitor {
    /// The same monitor that makes one number of the values of its window otherwise: by their sum, say.
    public func aggregated(by aggregator: DatadogQuery.Aggregator) -> DatadogMonitor {
        with { $0.window = window.query.over(window.length, as: aggregator) }
    }

    /// The same monitor of this urgency.
    public func priority(_ priority: Datadog.Monitor.Priority) -> DatadogMonitor {
        with { $0.priority = priority }
    }

    /// The same monitor that also tells when data has stopped coming for this long.
    public func tellingOfMissingData(after length: TimeSpan) -> DatadogMonitor {
        with { $0.options.noDataAfter = length }
    }

    /// The same monitor that tells again while nothing is better, with a message and for people of its own.
    public func renotifying(
        every interval: TimeSpan, times: Int? = nil, escalation: String? = nil, to people: DatadogNotification...
    ) -> DatadogMonitor {
        with {
            $0.options.renotifyEvery = interval
            $0.options.renotifications = times
            let parts = ([escalation].compactMap { $0 } + people.map(\.handle)).joined(separator: " ")
            $0.options.escalationMessage = parts.isEmpty ? nil : parts
        }
    }

    /// The same monitor that looks this much later, for metrics that come late: Datadog advises 15 minutes for those of
    /// CloudWatch ("AWS Integration and CloudWatch FAQ").
    public func evaluating(after delay: TimeSpan) -> DatadogMonitor {
        with { $0.options.evaluationDelay = delay }
    }

    private func with(_ change: (inout DatadogMonitor) -> Void) -> DatadogMonitor {
        var copy = self
        change(&copy)
        return copy
    }
}
