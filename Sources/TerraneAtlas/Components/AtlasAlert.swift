public import TerraneAWS
public import TerraneCore

/// An alert that Atlas itself raises about the hosts of a project.
///
///     AtlasAlert("connections", in: atlas, on: .connections, above: .percent(90), notify: .email(oncall.value))
public struct AtlasAlert: Component {
    public var declaration: Declaration
    public let project: AtlasProject
    public let metric: AtlasMetric
    public let comparison: Atlas.AlertConfiguration.Comparison
    public let threshold: Threshold
    public let severity: AlarmSeverity
    public let notifications: [AlertNotification]

    public init(
        _ name: Name, in project: AtlasProject, on metric: AtlasMetric, above threshold: Threshold,
        severity: AlarmSeverity = .critical, notify notifications: AlertNotification..., file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.project = project
        self.metric = metric
        self.comparison = .above
        self.threshold = threshold
        self.severity = severity
        self.notifications = notifications
    }

    public init(
        _ name: Name, in project: AtlasProject, on metric: AtlasMetric, below threshold: Threshold,
        severity: AlarmSeverity = .critical, notify notifications: AlertNotification..., file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.project = project
        self.metric = metric
        self.comparison = .below
        self.threshold = threshold
        self.severity = severity
        self.notifications = notifications
    }

    public var body: Content {
        Atlas.AlertConfiguration(
            name, in: project.id, on: metric, comparison, threshold, severity: severity, notify: notifications,
            profile: project.profile)
    }

    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if metric.threshold(threshold) == nil {
            problems.append(.atlasThreshold(name, threshold, metric))
        }
        if notifications.isEmpty {
            problems.append(.atlasAlertTellsNobody(name))
        }
        if notifications.contains(where: { $0.interval < .minutes(5) }) {
            problems.append(.atlasAlertInterval(name))
        }
        return problems
    }
}

extension Diagnostic {
    static func atlasThreshold(_ alert: Name, _ threshold: Threshold, _ metric: AtlasMetric) -> Diagnostic {
        .error(
            "alert '\(alert)' compares \(threshold.kind.rawValue) with '\(metric.name)', which is \(metric.measures.rawValue)",
            help: "Give the threshold in the metric's own kind: `.percent(90)`, a bare number, or `.seconds(30)`.")
    }

    static func atlasAlertTellsNobody(_ alert: Name) -> Diagnostic {
        .error("alert '\(alert)' tells nobody", help: "Add `notify: .projectOwners` or an e-mail address.")
    }

    static func atlasAlertInterval(_ alert: Name) -> Diagnostic {
        .error(
            "alert '\(alert)' repeats itself more often than every five minutes",
            help: "Atlas waits five minutes at least.")
    }
}
