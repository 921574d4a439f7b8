public import TerraneCore

extension Route53 {
    /// Well while a CloudWatch alarm is quiet: for what nobody can ask from outside ("Monitoring CloudWatch alarms",
    /// Amazon Route 53 Developer Guide).
    public struct AlarmHealthCheck: Resource {
        /// What holds while the alarm has no data.
        public enum MissingData: String, Hashable, Sendable, ExpressionConvertible {
            case healthy = "Healthy"
            case unhealthy = "Unhealthy"
            case lastKnown = "LastKnownStatus"
        }

        public static let type = HealthCheck.type

        public var declaration: Declaration
        public var alarmName: Value<String>
        public var region: Value<String>
        public var missingData: MissingData

        public init(
            _ name: Name, of alarmName: Value<String>, in region: Value<String> = Deployment.region,
            missingData: MissingData = .lastKnown, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.alarmName = alarmName
            self.region = region
            self.missingData = missingData
        }

        public var id: Value<String> { attribute("id", .attribute("HealthCheckId")) }
        public var metrics: HealthMetrics { HealthMetrics(of: id) }

        public var properties: Properties {
            row("type", "HealthCheckConfig/Type", "CLOUDWATCH_METRIC")
            row("cloudwatch_alarm_name", "HealthCheckConfig/AlarmIdentifier/Name", alarmName)
            row("cloudwatch_alarm_region", "HealthCheckConfig/AlarmIdentifier/Region", region)
            row("insufficient_data_health_status", "HealthCheckConfig/InsufficientDataHealthStatus", missingData)
        }
    }
}
