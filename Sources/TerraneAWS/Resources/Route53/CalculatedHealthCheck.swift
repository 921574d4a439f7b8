public import TerraneCore

extension Route53 {
    /// Well while enough other health checks are ("Monitoring other health checks", Amazon Route 53 Developer Guide).
    public struct CalculatedHealthCheck: Resource {
        public static let type = HealthCheck.type

        public var declaration: Declaration
        public var checks: [Value<String>]
        /// How many of them must be well.
        public var threshold: Int

        public init(
            _ name: Name, of checks: [Value<String>], atLeast threshold: Int, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.checks = checks
            self.threshold = threshold
        }

        public var id: Value<String> { attribute("id", .attribute("HealthCheckId")) }
        public var metrics: HealthMetrics { HealthMetrics(of: id) }

        public var properties: Properties {
            row("type", "HealthCheckConfig/Type", "CALCULATED")
            row("child_healthchecks", "HealthCheckConfig/ChildHealthChecks", checks)
            row("child_health_threshold", "HealthCheckConfig/HealthThreshold", threshold)
        }

        public func check() -> [Diagnostic] {
            guard !checks.isEmpty else { return [.calculatedFromNothing(name)] }
            let range = 1...checks.count
            return range.contains(threshold)
                ? [] : [.outOfRange("the number of health checks that must be well", of: name, threshold, range)]
        }
    }
}

extension Diagnostic {
    static func calculatedFromNothing(_ name: Name) -> Diagnostic {
        .error(
            "the health check '\(name)' is calculated from none", help: "Name the health checks that it depends on.")
    }
}
