import TerraneCore

@testable import TerraneAWS

/// What the tests of the edge have in common.
enum Edge {
    static let zone: Value<Route53.HostedZoneID> = "Z0123456789ABCDEFGHIJ"
    static let certificate: Value<ARN> = "arn:aws:acm:ap-northeast-1:111122223333:certificate/1"
    static let network = Network("web", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    static let targets = ELB.TargetGroup(
        "targets", in: network.vpc, port: 3000,
        healthCheck: .http("/health", every: .seconds(30), timeout: .seconds(5), healthy: 2, unhealthy: 5),
        draining: .seconds(300))
    static let firewall = Firewall("guard", rules: [.sqlInjection("SQL")])
    static let balancer = LoadBalancer(
        "alb", in: network, certificate: certificate, to: targets, protectedBy: firewall)
}

/// Everything that an element and the parts it lists find wrong with themselves.
func problems(of element: any Element) -> [Diagnostic] {
    let parts = (element as? any Component)?.body.entries.map(\.element) ?? []
    return element.check() + parts.flatMap { problems(of: $0) }
}

/// A key and a value as CloudFormation lists attributes.
func pair(_ key: String, _ value: Expression) -> Expression {
    .object([.init("Key", .string(key)), .init("Value", value)])
}

extension Expression {
    /// The resource and attribute that a reference names, by dialect: `alb.dns_name`, `alb.DNSName`, `alb` for `Ref`.
    var target: (terraform: String, cloudFormation: String)? {
        guard case .reference(let reference) = self else { return nil }
        let path = reference.target.path
        let right =
            switch reference.attribute.cloudFormation {
            case .ref: path
            case .attribute(let name): "\(path).\(name)"
            case .absent: ""
            }
        return ("\(path).\(reference.attribute.terraform)", right)
    }
}
