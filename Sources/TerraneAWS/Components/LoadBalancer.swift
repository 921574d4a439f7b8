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
    public let isDeletable: Bool

    public init(
        _ name: Name, balancerName: String? = nil, in network: Network, certificate: Value<ARN>,
        to targets: ELB.TargetGroup, protectedBy firewall: Firewall?, isDeletable: Bool = false, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.balancerName = balancerName ?? name.dashed
        self.network = network
        self.certificate = certificate
        self.targets = targets
        self.firewall = firewall
        self.isDeletable = isDeletable
    }

    /// What a service behind it needs to know.
    public var target: TrafficTarget { TrafficTarget(group: targets.arn, listener: name / "https") }
    public var arn: Value<ARN> { balancer.arn }
    /// Where a DNS record of it leads.
    public var alias: Route53.AliasTarget { .init(balancer.dnsName, zone: balancer.hostedZone, evaluatesHealth: true) }
    public var dnsName: Value<Host> { balancer.dnsName }

    public var body: Content {
        group
        opening("http", .http)
        opening("https", .https)
        balancer
        targets
        ELB.Listener(
            name / "https", of: balancer.arn, port: .https, tls: .init(certificate: certificate),
            .forward(to: targets.arn))
        ELB.Listener(name / "http", of: balancer.arn, port: .http, .redirectToHTTPS)
        if let firewall { WAF.WebACLAssociation(name / "firewall", of: firewall.arn, with: balancer.arn) }
    }

    private var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "security-group", in: network.vpc, description: "Load balancer \(balancerName)")
            .tag("Name", balancerName)
    }

    private var balancer: ELB.ApplicationLoadBalancer {
        ELB.ApplicationLoadBalancer(
            name, balancerName: balancerName, subnets: network.publicSubnets, securityGroups: [group.id],
            isProtected: !isDeletable)
    }

    private func opening(_ part: String, _ port: Port) -> EC2.IngressRule {
        EC2.IngressRule(
            name / "from-internet-\(part)", into: group.id, from: .range(.anywhere), ports: PortRange(port),
            description: "From the Internet")
    }

    public func check() -> [Diagnostic] {
        var problems = network.zones.letters.count < 2 ? [Diagnostic.balancerInOneZone(name)] : []
        for (kind, text) in [("load balancer", balancerName), ("target group", targets.groupName)]
        where text.utf8.count > 32 {
            problems.append(.nameTooLong(kind, text, limit: 32))
        }
        return problems
    }
}

extension LoadBalancer: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(group.id) }
    public var listeningPorts: PortRange? { 443 }
}

extension LoadBalancer {
    /// What CloudWatch measures of a load balancer and its targets ("CloudWatch metrics for your Application Load
    /// Balancer", User Guide for Application Load Balancers).
    public struct Metrics: Hashable, Sendable {
        let balancer: Value<String>
        let group: Value<String>

        public var requests: Metric { metric("RequestCount", .count, .sum) }
        /// From the moment a request leaves the load balancer until the answer begins.
        public var responseTime: Metric { metric("TargetResponseTime", .seconds, .average) }
        /// Answers of targets with a status of 500 and over.
        public var targetErrors: Metric { metric("HTTPCode_Target_5XX_Count", .count, .sum) }
        /// Answers of the load balancer itself with a status of 500 and over.
        public var balancerErrors: Metric { metric("HTTPCode_ELB_5XX_Count", .count, .sum) }
        public var healthyTargets: Metric { targetMetric("HealthyHostCount", .minimum) }
        public var unhealthyTargets: Metric { targetMetric("UnHealthyHostCount", .maximum) }
        /// Percent of requests that end in a status of 500 and over, whoever gives it.
        public var errorRate: Metric {
            Metric(
                math: "100 * (FILL(targetErrors, 0) + FILL(balancerErrors, 0)) / requests",
                [
                    .init("targetErrors", targetErrors), .init("balancerErrors", balancerErrors),
                    .init("requests", requests),
                ], label: "Error rate", unit: .percent)
        }

        private func metric(_ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB", dimensions: [.init("LoadBalancer", balancer)], unit: unit,
                statistic: statistic)
        }

        private func targetMetric(_ name: String, _ statistic: Metric.Statistic) -> Metric {
            Metric(
                name, namespace: "AWS/ApplicationELB",
                dimensions: [.init("LoadBalancer", balancer), .init("TargetGroup", group)], unit: .count,
                statistic: statistic)
        }
    }

    public var metrics: Metrics { Metrics(balancer: balancer.metricName, group: targets.metricName) }
}

extension Diagnostic {
    static func balancerInOneZone(_ name: Name) -> Diagnostic {
        .error(
            "load balancer '\(name)' is in a network of one availability zone",
            help: "An application load balancer needs subnets in two zones: add one to the network.")
    }

    static func nameTooLong(_ kind: String, _ text: String, limit: Int) -> Diagnostic {
        .error(
            "the \(kind) name '\(text)' has \(text.utf8.count) characters, and AWS takes \(limit)",
            help: "Choose a shorter one.")
    }
}
