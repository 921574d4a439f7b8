public import TerraneAWS
public import TerraneCore

extension Atlas {
    /// A watch that Atlas keeps over the hosts of a project ("Configure Alert Settings", MongoDB Atlas documentation).
    public struct AlertConfiguration: Resource {
        public enum Comparison: String, Hashable, Sendable, ExpressionConvertible {
            case above = "GREATER_THAN"
            case below = "LESS_THAN"
        }

        public static let type = ResourceType(
            terraform: "mongodbatlas_alert_configuration", cloudFormation: "MongoDB::Atlas::AlertConfiguration",
            area: .monitoring)

        public var declaration: Declaration
        public var project: Value<Project.ID>
        public var metric: AtlasMetric
        public var comparison: Comparison
        public var threshold: Threshold
        public var severity: AlarmSeverity
        public var notifications: [AlertNotification]
        public var profile: AtlasProfile

        public init(
            _ name: Name, in project: Value<Project.ID>, on metric: AtlasMetric, _ comparison: Comparison,
            _ threshold: Threshold, severity: AlarmSeverity, notify notifications: [AlertNotification],
            profile: AtlasProfile = .default, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.project = project
            self.metric = metric
            self.comparison = comparison
            self.threshold = threshold
            self.severity = severity
            self.notifications = notifications
            self.profile = profile
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("event_type", "EventTypeName", "OUTSIDE_METRIC_THRESHOLD")
            terraformOnly("enabled", true, because: "CloudFormation makes alerts that are on")
            row("severity_override", "SeverityOverride", severity.rawValue.uppercased())
            nested("metric_threshold_config", "MetricThreshold") {
                row("metric_name", "MetricName", metric.name)
                row("operator", "Operator", comparison)
                row("threshold", "Threshold", metric.threshold(threshold)?.number)
                row("units", "Units", metric.threshold(threshold)?.unit)
                row("mode", "Mode", "AVERAGE")
            }
            repeated("notification", "Notifications", notifications) { $0.properties }
            profile.row
        }
    }
}
