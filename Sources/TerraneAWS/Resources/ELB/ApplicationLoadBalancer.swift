public import TerraneCore

/// Elastic Load Balancing.
public enum ELB {
    /// Spreads requests over targets in several zones ("What is an Application Load Balancer?", User Guide for
    /// Application Load Balancers).
    public struct ApplicationLoadBalancer: Resource {
        public static let type = ResourceType(
            terraform: "aws_lb", cloudFormation: "AWS::ElasticLoadBalancingV2::LoadBalancer", area: .edge,
            tagging: .list)

        public var declaration: Declaration
        /// At most 32 characters.
        public var balancerName: String
        public var isInternal: Bool
        public var subnets: [Value<EC2.Subnet.ID>]
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        /// Whether AWS refuses to delete it.
        public var isProtected: Bool

        public init(
            _ name: Name, balancerName: String, isInternal: Bool = false, subnets: [Value<EC2.Subnet.ID>],
            securityGroups: [Value<EC2.SecurityGroup.ID>], isProtected: Bool, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.balancerName = balancerName
            self.isInternal = isInternal
            self.subnets = subnets
            self.securityGroups = securityGroups
            self.isProtected = isProtected
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }
        public var dnsName: Value<Host> { attribute("dns_name", .attribute("DNSName")) }
        public var hostedZone: Value<Route53.HostedZoneID> { attribute("zone_id", .attribute("CanonicalHostedZoneID")) }
        /// `app/name/0123456789abcdef`: what metrics call it.
        public var metricName: Value<String> { attribute("arn_suffix", .attribute("LoadBalancerFullName")) }

        public var properties: Properties {
            row("name", "Name", balancerName)
            row("load_balancer_type", "Type", "application")
            row(
                "internal", terraform: isInternal, "Scheme", cloudFormation: isInternal ? "internal" : "internet-facing"
            )
            row("ip_address_type", "IpAddressType", "ipv4")
            row("subnets", "Subnets", subnets)
            row("security_groups", "SecurityGroups", securityGroups)
            terraformOnly("enable_deletion_protection", isProtected, because: "CloudFormation lists attributes by key")
            terraformOnly("drop_invalid_header_fields", true, because: "CloudFormation lists attributes by key")
            cloudFormationOnly("LoadBalancerAttributes", attributes, because: "Terraform has an argument for each")
        }

        private var attributes: Expression {
            .list([
                pair("deletion_protection.enabled", String(isProtected)),
                pair("routing.http.drop_invalid_header_fields.enabled", "true"),
            ])
        }
    }

    /// An attribute of a load balancer or target group as CloudFormation lists it.
    static func pair(_ key: String, _ value: String) -> Expression {
        .object([.init("Key", .string(key)), .init("Value", .string(value))])
    }
}
