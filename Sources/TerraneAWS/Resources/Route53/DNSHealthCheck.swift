public import TerraneCore

extension Route53 {
    /// Asks from around the world whether an address answers ("How Amazon Route 53 determines whether a health check is
    /// healthy", Amazon Route 53 Developer Guide).
    public struct HealthCheck: Resource {
        public enum Interval: Int, Hashable, Sendable, ExpressionConvertible {
            case thirtySeconds = 30
            /// Costs more.
            case tenSeconds = 10
        }

        public static let type = ResourceType(
            terraform: "aws_route53_health_check", cloudFormation: "AWS::Route53::HealthCheck", area: .edge,
            tagging: .listNamed("HealthCheckTags"))

        public var declaration: Declaration
        /// The address itself: a name that fails over would be asked about its stand-in.
        public var host: Value<Host>
        public var path: String
        public var port: Port
        public var interval: Interval
        /// How many failures in a row make it unhealthy.
        public var failures: Int

        public init(
            _ name: Name, host: Value<Host>, path: String, port: Port = .https,
            every interval: Interval = .thirtySeconds,
            failures: Int = 3, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.host = host
            self.path = path
            self.port = port
            self.interval = interval
            self.failures = failures
        }

        public var id: Value<String> { attribute("id", .attribute("HealthCheckId")) }
        public var metrics: Route53.HealthMetrics { Route53.HealthMetrics(of: id) }

        public var properties: Properties {
            row("type", "HealthCheckConfig/Type", "HTTPS")
            row("fqdn", "HealthCheckConfig/FullyQualifiedDomainName", host)
            row("port", "HealthCheckConfig/Port", port)
            row("resource_path", "HealthCheckConfig/ResourcePath", path)
            row("request_interval", "HealthCheckConfig/RequestInterval", interval)
            row("failure_threshold", "HealthCheckConfig/FailureThreshold", failures)
        }

        public func check() -> [Diagnostic] {
            (path.hasPrefix("/") ? [] : [.healthCheckPath(name, path)])
                + ((1...10).contains(failures)
                    ? [] : [.outOfRange("the number of failures that make it unhealthy", of: name, failures, 1...10)])
        }
    }
}
