public import TerraneCore

/// A host name that leads to a load balancer or a distribution, and perhaps to another while that one is ill ("Choosing
/// between alias and non-alias records", Amazon Route 53 Developer Guide).
///
///     DNSRecord("api", "api.example.com", in: zone, to: balancer.alias, role: .primary(healthPath: "/health"))
public struct DNSRecord: Component {
    /// Which of several environments of one name it leads to.
    public enum Role: Hashable, Sendable {
        case only
        /// Answered with while this path of the target answers.
        case primary(healthPath: String)
        /// Answered with while this health check is well: a calculated one, or one of an alarm.
        case primaryChecked(by: Value<String>)
        /// Answered with when the primary is not.
        case secondary
        /// Answered with in proportion to a weight, 0 to 255. Each has a name of its own: `.weighted(10, as: "canary")`.
        case weighted(Int, as: String)
        /// Answered with to those who reach this region faster than the others'.
        case fastest(Region)
    }

    public var declaration: Declaration
    public let host: String
    public let zone: Value<Route53.HostedZoneID>
    public let target: Route53.AliasTarget
    public let role: Role
    /// Whether the target has IPv6 addresses too.
    public let hasIPv6: Bool

    public init(
        _ name: Name, _ host: String, in zone: Value<Route53.HostedZoneID>, to target: Route53.AliasTarget,
        role: Role = .only, hasIPv6: Bool = false, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.host = host
        self.zone = zone
        self.target = target
        self.role = role
        self.hasIPv6 = hasIPv6
    }

    public var body: Content {
        if let healthCheck { healthCheck }
        record(name / "a", .a)
        if hasIPv6 { record(name / "aaaa", .aaaa) }
    }

    private var healthCheck: Route53.HealthCheck? {
        guard case .primary(let path) = role else { return nil }
        return Route53.HealthCheck(name / "health", host: target.host, path: path).tag("Name", host)
    }

    private var routing: Route53.Routing {
        switch role {
        case .only: .simple
        case .primary, .primaryChecked: .failover(.primary)
        case .secondary: .failover(.secondary)
        case .weighted(let weight, let identifier): .weighted(weight, as: identifier)
        case .fastest(let region): .latency(region)
        }
    }

    private var health: Value<String>? {
        if case .primaryChecked(let check) = role { check } else { healthCheck?.id }
    }

    private func record(_ part: Name, _ kind: Route53.Record.Kind) -> Route53.Record {
        Route53.Record(
            part, host, kind, in: zone, to: target, routing: routing, healthCheck: health)
    }
}
