public import TerraneCore

extension Route53 {
    /// The records of a domain: for everybody, or inside networks alone ("Working with hosted zones", Amazon Route 53
    /// Developer Guide).
    public struct HostedZone: Resource {
        public static let type = ResourceType(
            terraform: "aws_route53_zone", cloudFormation: "AWS::Route53::HostedZone", area: .edge,
            tagging: .listNamed("HostedZoneTags"), persistence: .retain)

        public var declaration: Declaration
        public var domain: String
        public var comment: String
        /// The networks it answers in; none for a public zone.
        public var networks: [Value<EC2.VPC.ID>]

        public init(
            _ name: Name, for domain: String, comment: String, in networks: [Value<EC2.VPC.ID>] = [],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.domain = domain
            self.comment = comment
            self.networks = networks
        }

        public var id: Value<HostedZoneID> { attribute("zone_id", .ref) }
        /// What the registrar of the domain has to be told.
        public var nameServers: Value<[String]> { attribute("name_servers", .attribute("NameServers")) }

        public var properties: Properties {
            row("name", "Name", domain)
            row("comment", "HostedZoneConfig/Comment", comment)
            repeated("vpc", "VPCs", networks) { network in
                row("vpc_id", "VPCId", network)
                row("vpc_region", "VPCRegion", Deployment.region)
            }
        }

        public func check() -> [Diagnostic] { HostName.check(domain) }
    }
}
