public import TerraneCore

extension ELB {
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
        /// How long a connection may be silent; AWS closes it after a minute unless told otherwise.
        public var idleTimeout: TimeSpan?
        /// The bucket that a line for each request goes to.
        public var logBucket: Value<String>?

        public init(
            _ name: Name, balancerName: String, isInternal: Bool = false, subnets: [Value<EC2.Subnet.ID>],
            securityGroups: [Value<EC2.SecurityGroup.ID>], isProtected: Bool, idleTimeout: TimeSpan? = nil,
            logBucket: Value<String>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.balancerName = balancerName
            self.isInternal = isInternal
            self.subnets = subnets
            self.securityGroups = securityGroups
            self.isProtected = isProtected
            self.idleTimeout = idleTimeout
            self.logBucket = logBucket
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
            terraformOnly("enable_deletion_protection", isProtected, because: ELB.attributeReason)
            terraformOnly("drop_invalid_header_fields", true, because: ELB.attributeReason)
            terraformOnly("idle_timeout", idleTimeout?.inSeconds, because: ELB.attributeReason)
            if let logBucket {
                terraformOnly("access_logs", because: ELB.attributeReason) {
                    row("bucket", "", logBucket)
                    row("enabled", "", true)
                }
            }
            cloudFormationOnly("LoadBalancerAttributes", attributes, because: ELB.argumentReason)
        }

        private var attributes: Expression {
            var pairs = [
                pair("deletion_protection.enabled", String(isProtected)),
                pair("routing.http.drop_invalid_header_fields.enabled", "true"),
            ]
            if let idleTimeout { pairs.append(pair("idle_timeout.timeout_seconds", String(idleTimeout.inSeconds))) }
            if let logBucket {
                pairs += [pair("access_logs.s3.enabled", "true"), pair("access_logs.s3.bucket", logBucket)]
            }
            return .list(pairs)
        }

        public func check() -> [Diagnostic] {
            var problems = ELB.check("load balancer", named: balancerName)
            if let idleTimeout, !(1...4000).contains(idleTimeout.inSeconds) {
                problems.append(.outOfRange("the idle timeout in seconds", of: name, idleTimeout.inSeconds, 1...4000))
            }
            return problems
        }
    }
}
