public import TerraneCore

/// The door of a system: an application load balancer with HTTPS, behind a firewall.
///
/// It listens at 443 with TLS 1.2 and 1.3, sends whoever comes to 80 there, and forwards to one target group, or by rules to
/// several. It is open to the Internet unless it is `internal()`.
///
///     LoadBalancer("web", in: network, certificate: certificate.arn, to: site, protectedBy: firewall)
///         .route("api", .path("/api/*"), to: api, priority: 10)
///         .route("admin", .host("admin.example.com"), to: admin, priority: 20)
public struct LoadBalancer: Component {
    public var declaration: Declaration
    public let balancerName: String
    public let network: Network
    public let certificate: Value<ARN>
    /// What becomes of requests that no route takes.
    public let destination: Destination
    public let firewall: Firewall?
    /// Whether AWS lets it be deleted.
    public let isDeletable: Bool
    public let accessLogs: AccessLogs?
    public let idleTimeout: TimeSpan?
    var routes: [Route] = []
    var furtherCertificates: [FurtherCertificate] = []
    var testing: Testing?
    var isInternal = false

    public init(
        _ name: Name, balancerName: String? = nil, in network: Network, certificate: Value<ARN>,
        to targets: ELB.TargetGroup, protectedBy firewall: Firewall?, isDeletable: Bool = false,
        accessLogs: AccessLogs? = nil, idleTimeout: TimeSpan? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, balancerName: balancerName, in: network, certificate: certificate, to: .targets(targets),
            protectedBy: firewall, isDeletable: isDeletable, accessLogs: accessLogs, idleTimeout: idleTimeout,
            file: file, line: line)
    }

    public init(
        _ name: Name, balancerName: String? = nil, in network: Network, certificate: Value<ARN>,
        to destination: Destination, protectedBy firewall: Firewall?, isDeletable: Bool = false,
        accessLogs: AccessLogs? = nil, idleTimeout: TimeSpan? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.balancerName = balancerName ?? name.dashed
        self.network = network
        self.certificate = certificate
        self.destination = destination
        self.firewall = firewall
        self.isDeletable = isDeletable
        self.accessLogs = accessLogs
        self.idleTimeout = idleTimeout
    }

    public var body: Content {
        group
        if !isInternal {
            opening("http", .http)
            opening("https", .https)
        }
        if let logBucket { logBucket }
        balancer
        for group in groups { group }
        https
        ELB.Listener(name / "http", of: balancer.arn, port: .http, .redirectToHTTPS)
        if let firewall { WAF.WebACLAssociation(name / "firewall", of: firewall.arn, with: balancer.arn) }
        furtherParts
    }
}

// MARK: What it offers

extension LoadBalancer {
    public var arn: Value<ARN> { balancer.arn }
    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget { .init(balancer.dnsName, zone: balancer.hostedZone, evaluatesHealth: true) }
    public var dnsName: Value<Host> { balancer.dnsName }
    /// `app/name/0123456789abcdef`: what metrics call it.
    public var metricName: Value<String> { balancer.metricName }
    public var hostedZone: Value<Route53.HostedZoneID> { balancer.hostedZone }
    /// The listener at 443, for rules of its own: `ELB.ListenerRule("admin", of: balancer.listener, …)`.
    public var listener: Value<ARN> { https.arn }
}

extension LoadBalancer: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(group.id) }
    public var listeningPorts: PortRange? { 443 }
}
