public import TerraneCore

/// Amazon Route 53.
public enum Route53 {
    /// `Z0123456789ABCDEFGHIJ`.
    public enum HostedZoneID: TextSubject, ParameterSubject {}

    /// Where an alias record leads.
    public struct AliasTarget: Hashable, Sendable {
        public let host: Value<Host>
        public let zone: Value<HostedZoneID>
        /// Whether the answer depends on the health of what the alias leads to.
        public let evaluatesHealth: Bool

        public init(_ host: Value<Host>, zone: Value<HostedZoneID>, evaluatesHealth: Bool) {
            self.host = host
            self.zone = zone
            self.evaluatesHealth = evaluatesHealth
        }
    }

    /// Which of two records of one name is answered with ("Failover routing", Amazon Route 53 Developer Guide).
    public enum Failover: String, Hashable, Sendable, ExpressionConvertible {
        /// As long as its health check is well.
        case primary = "PRIMARY"
        /// When the primary is not.
        case secondary = "SECONDARY"
    }

    /// A name and what it stands for.
    public struct Record: Resource {
        public enum Kind: String, Hashable, Sendable, ExpressionConvertible {
            case a = "A"
            case aaaa = "AAAA"
        }

        public static let type = ResourceType(
            terraform: "aws_route53_record", cloudFormation: "AWS::Route53::RecordSet", area: .edge)

        public var declaration: Declaration
        public var zone: Value<HostedZoneID>
        public var recordName: String
        public var kind: Kind
        public var alias: AliasTarget
        public var failover: Failover?
        public var healthCheck: Value<String>?

        public init(
            _ name: Name, _ recordName: String, _ kind: Kind = .a, in zone: Value<HostedZoneID>, to alias: AliasTarget,
            failover: Failover? = nil, healthCheck: Value<String>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.zone = zone
            self.recordName = recordName
            self.kind = kind
            self.alias = alias
            self.failover = failover
            self.healthCheck = healthCheck
        }

        public var properties: Properties {
            row("zone_id", "HostedZoneId", zone)
            row("name", "Name", recordName)
            row("type", "Type", kind)
            row("set_identifier", "SetIdentifier", failover.map { $0.rawValue.lowercased() })
            row("health_check_id", "HealthCheckId", healthCheck)
            nested("alias", "AliasTarget") {
                row("name", "DNSName", alias.host)
                row("zone_id", "HostedZoneId", alias.zone)
                row("evaluate_target_health", "EvaluateTargetHealth", alias.evaluatesHealth)
            }
            if let failover {
                row("failover_routing_policy/type", "Failover", failover)
            }
        }
    }

    /// Asks from around the world whether an address answers ("How Route 53 determines whether a health check is healthy").
    public struct HealthCheck: Resource {
        public static let type = ResourceType(
            terraform: "aws_route53_health_check", cloudFormation: "AWS::Route53::HealthCheck", area: .edge,
            tagging: .terraformOnly)

        public var declaration: Declaration
        /// The address itself: a name that fails over would be asked about its stand-in.
        public var host: Value<Host>
        public var path: String
        /// How many failures in a row make it unhealthy.
        public var failures: Int

        public init(
            _ name: Name, host: Value<Host>, path: String, failures: Int = 3, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.host = host
            self.path = path
            self.failures = failures
        }

        public var id: Value<String> { attribute("id", .attribute("HealthCheckId")) }

        public var properties: Properties {
            row("type", "HealthCheckConfig/Type", "HTTPS")
            row("fqdn", "HealthCheckConfig/FullyQualifiedDomainName", host)
            row("port", "HealthCheckConfig/Port", 443)
            row("resource_path", "HealthCheckConfig/ResourcePath", path)
            row("request_interval", "HealthCheckConfig/RequestInterval", 30)
            row("failure_threshold", "HealthCheckConfig/FailureThreshold", failures)
        }
    }
}
