public import TerraneCore

/// AWS Cloud Map: names by which the parts of a system find each other.
public enum ServiceDiscovery {
    /// A DNS zone that only a network sees ("AWS Cloud Map namespaces", AWS Cloud Map Developer Guide).
    public struct PrivateNamespace: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_service_discovery_private_dns_namespace",
            cloudFormation: "AWS::ServiceDiscovery::PrivateDnsNamespace", area: .network, tagging: .list)

        public var declaration: Declaration
        /// `shop.internal`.
        public var domain: String
        public var vpc: Value<EC2.VPC.ID>

        public init(
            _ name: Name, domain: String, in vpc: Value<EC2.VPC.ID>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.domain = domain
            self.vpc = vpc
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("name", "Name", domain)
            row("vpc", "Vpc", vpc)
        }

        public func check() -> [Diagnostic] { HostName.check(domain) }
    }

    /// A name in a namespace, answered with the addresses of the tasks that run ("AWS Cloud Map services", AWS Cloud Map
    /// Developer Guide).
    public struct Service: Resource {
        public static let type = ResourceType(
            terraform: "aws_service_discovery_service", cloudFormation: "AWS::ServiceDiscovery::Service",
            area: .network, tagging: .list)

        public var declaration: Declaration
        public var label: String
        public var namespace: PrivateNamespace

        public init(
            _ name: Name, label: String, in namespace: PrivateNamespace, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.label = label
            self.namespace = namespace
        }

        public var arn: Value<ARN> { attribute("arn", .attribute("Arn")) }
        /// The whole name: `api.shop.internal`.
        public var host: Value<Host> { Value("\(label).\(namespace.domain)") }

        public var properties: Properties {
            row("name", "Name", label)
            nested("dns_config", "DnsConfig") {
                row("namespace_id", "NamespaceId", namespace.id)
                row("routing_policy", "RoutingPolicy", "MULTIVALUE")
                repeated("dns_records", "DnsRecords", [TimeSpan.seconds(10)]) { life in
                    row("type", "Type", "A")
                    row("ttl", "TTL", life.inSeconds)
                }
            }
            // ECS itself says which tasks are well ("Service discovery", Amazon ECS Developer Guide).
            nested("health_check_custom_config", "HealthCheckCustomConfig") {
                row("failure_threshold", "FailureThreshold", 1)
            }
        }
    }
}
