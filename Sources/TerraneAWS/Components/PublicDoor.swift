public import TerraneCore

/// All that stands between the Internet and a service: a name, its certificate, a firewall with the standard rules, and a
/// load balancer that keeps a record of requests.
///
///     PublicDoor("shop", at: "www.shop.example", in: zone, of: network, to: .targets(targets), logs: .kept(in: "shop-logs", for: .days(90)))
///
/// Who needs more of one of them lists the four instead.
public struct PublicDoor: Component {
    public var declaration: Declaration
    public let host: String
    public let zone: Value<Route53.HostedZoneID>
    public let network: Network
    public let destination: LoadBalancer.Destination
    public let role: DNSRecord.Role
    public let logs: AccessLogs
    public let isProtected: Bool

    public init(
        _ name: Name, at host: String, in zone: Value<Route53.HostedZoneID>, of network: Network,
        to destination: LoadBalancer.Destination, role: DNSRecord.Role = .only, logs: AccessLogs,
        isProtected: Bool = true, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.host = host
        self.zone = zone
        self.network = network
        self.destination = destination
        self.role = role
        self.logs = logs
        self.isProtected = isProtected
    }

    public var balancer: LoadBalancer {
        LoadBalancer(
            name / "alb", in: network, certificate: certificate.arn, to: destination, protectedBy: firewall,
            isDeletable: !isProtected, accessLogs: logs, file: source.file, line: source.line)
    }

    public var body: Content {
        certificate
        firewall
        balancer
        DNSRecord(name / "name", host, in: zone, to: balancer.alias, role: role)
    }

    private var certificate: Certificate {
        Certificate(name / "certificate", for: host, in: zone, file: source.file, line: source.line)
    }

    private var firewall: Firewall {
        Firewall(
            name / "firewall", rules: .standard, logs: .threeMonths, file: source.file, line: source.line)
    }
}
