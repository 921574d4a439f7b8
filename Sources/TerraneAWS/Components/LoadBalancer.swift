public import TerraneCore

/// The public door of a system: an application load balancer with HTTPS, behind a firewall.
///
/// It listens at 443 with TLS 1.2 and 1.3, sends whoever comes to 80 there, and forwards to one target group.
///
///     LoadBalancer("web", in: network, certificate: certificate.arn, to: targets, protectedBy: firewall)
public struct LoadBalancer: Component {
    public var declaration: Declaration
    public let balancerName: String
    public let network: Network
    public let certificate: Value<ARN>
    public let targets: ELB.TargetGroup
    public let firewall: Firewall?
    /// Whether AWS lets it be deleted.
    public let isDeletable: Bool
    public let accessLogs: AccessLogs?
    public let idleTimeout: TimeSpan?

    public init(
        _ name: Name, balancerName: String? = nil, in network: Network, certificate: Value<ARN>,
        to targets: ELB.TargetGroup, protectedBy firewall: Firewall?, isDeletable: Bool = false,
        accessLogs: AccessLogs? = nil, idleTimeout: TimeSpan? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.balancerName = balancerName ?? name.dashed
        self.network = network
        self.certificate = certificate
        self.targets = targets
        self.firewall = firewall
        self.isDeletable = isDeletable
        self.accessLogs = accessLogs
        self.idleTimeout = idleTimeout
    }

    /// What a service behind it needs to know.
    public var target: TrafficTarget { TrafficTarget(group: targets.arn, listener: name / "https") }
    public var arn: Value<ARN> { balancer.arn }
    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget { .init(balancer.dnsName, zone: balancer.hostedZone, evaluatesHealth: true) }
    public var dnsName: Value<Host> { balancer.dnsName }
    /// `app/name/0123456789abcdef`: what metrics call it.
    public var metricName: Value<String> { balancer.metricName }
    public var metrics: Metrics { Metrics(balancer: balancer.metricName, group: targets.metricName) }
    public var hostedZone: Value<Route53.HostedZoneID> { balancer.hostedZone }
    /// The listener at 443, for rules of its own: `ELB.ListenerRule("admin", of: balancer.listener, …)`.
    public var listener: Value<ARN> { https.arn }

    public var body: Content {
        group
        opening("http", .http)
        opening("https", .https)
        if let logBucket { logBucket }
        balancer
        targets
        https
        ELB.Listener(name / "http", of: balancer.arn, port: .http, .redirectToHTTPS)
        if let firewall { WAF.WebACLAssociation(name / "firewall", of: firewall.arn, with: balancer.arn) }
    }

    private var logBucket: PrivateBucket? { accessLogs.map { $0.bucket(name / "logs") } }

    private var https: ELB.Listener {
        ELB.Listener(
            name / "https", of: balancer.arn, port: .https, tls: .init(certificate: certificate),
            .forward(to: targets.arn))
    }

    private var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "security-group", in: network.vpc, description: "Load balancer \(balancerName)")
            .tag("Name", balancerName)
    }

    /// It tries to write to the bucket at once, so the bucket's policy must be there.
    private var balancer: ELB.ApplicationLoadBalancer {
        let balancer = ELB.ApplicationLoadBalancer(
            name, balancerName: balancerName, subnets: network.publicSubnets, securityGroups: [group.id],
            isProtected: !isDeletable, idleTimeout: idleTimeout, logBucket: logBucket?.deployedName)
        return logBucket.map { balancer.after($0.policy) } ?? balancer
    }

    private func opening(_ part: String, _ port: Port) -> EC2.IngressRule {
        EC2.IngressRule(
            name / "from-internet-\(part)", into: group.id, from: .range(.anywhere), ports: PortRange(port),
            description: "From the Internet")
    }

    public func check() -> [Diagnostic] {
        var problems = network.publicSubnets.count < 2 ? [Diagnostic.balancerInOneZone(name)] : []
        if let firewall, firewall.scope != .regional { problems.append(.firewallScope(name, firewall)) }
        return problems
    }
}

extension LoadBalancer: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(group.id) }
    public var listeningPorts: PortRange? { 443 }
}

extension Diagnostic {
    static func balancerInOneZone(_ name: Name) -> Diagnostic {
        .error(
            "load balancer '\(name)' is in a network of one availability zone",
            help: "An application load balancer needs subnets in two zones: add one to the network.")
    }
}
