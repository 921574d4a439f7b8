import Terrane

extension Mistake {
    static var edge: [Mistake] { distributions + listeners + names + firewalls }
}

/// What the mistakes of this area are made of.
enum Door {
    static let zone: Value<Route53.HostedZoneID> = "Z0123456789ABCDEFGHIJ"
    static let vpc: Value<EC2.VPC.ID> = "vpc-0123456789abcdef0"
    static let group = ELB.TargetGroup("web", in: vpc, port: 3000, healthCheck: .http("/health"))

    static func certificate(_ hosts: String...) -> Certificate {
        Certificate("certificate", for: hosts.first ?? "", and: Array(hosts.dropFirst()), in: zone)
    }

    static func distribution(
        _ name: Name = "cdn", at aliases: [String], certificate: Certificate, webACL: Value<ARN>? = nil,
        file: String = #fileID, line: Int = #line
    ) -> CloudFront.Distribution {
        CloudFront.Distribution(
            name, comment: "The shop", aliases: aliases, certificate: certificate.arn,
            defaultBehavior: .init(
                to: CloudFront.Origin("origin", at: "origin.example.com", .https(.https, timeout: .seconds(30))),
                .application), webACL: webACL, file: file, line: line)
    }

    static func balancer(_ name: Name = "door") -> ELB.ApplicationLoadBalancer {
        ELB.ApplicationLoadBalancer(
            name, balancerName: "shop-\(name)", subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
            securityGroups: ["sg-0123456789abcdef0"], isProtected: true)
    }

    static func listener(
        _ name: Name = "https", of balancer: ELB.ApplicationLoadBalancer, port: Port = .https,
        certificate: Certificate?, _ action: ELB.Listener.Action = .forward(to: group.arn), file: String = #fileID,
        line: Int = #line
    ) -> ELB.Listener {
        ELB.Listener(
            name, of: balancer.arn, port: port, tls: certificate.map { .init(certificate: $0.arn) }, action, file: file,
            line: line)
    }
}
