public import TerraneCore

extension EC2 {
    /// Who may be at the other end of a connection.
    public enum TrafficPeer: Hashable, Sendable {
        case securityGroup(Value<SecurityGroup.ID>)
        case range(CIDR)
        /// A list of ranges that AWS keeps, such as CloudFront's own addresses.
        case prefixList(Value<String>)
    }

    /// Opens a security group to connections from somewhere.
    public struct IngressRule: Resource {
        public static let type = ResourceType(
            terraform: "aws_vpc_security_group_ingress_rule", cloudFormation: "AWS::EC2::SecurityGroupIngress",
            area: .security, tagging: .terraformOnly)

        public var declaration: Declaration
        public var group: Value<SecurityGroup.ID>
        public var source: TrafficPeer
        public var ports: PortRange
        public var description: String

        public init(
            _ name: Name, into group: Value<SecurityGroup.ID>, from source: TrafficPeer, ports: PortRange,
            description: String, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.group = group
            self.source = source
            self.ports = ports
            self.description = description
        }

        public var properties: Properties {
            row("security_group_id", "GroupId", group)
            row("description", "Description", description)
            switch source {
            case .securityGroup(let peer): row("referenced_security_group_id", "SourceSecurityGroupId", peer)
            case .range(let range): row("cidr_ipv4", "CidrIp", range)
            case .prefixList(let list): row("prefix_list_id", "SourcePrefixListId", list)
            }
            row("ip_protocol", "IpProtocol", "tcp")
            row("from_port", "FromPort", ports.first)
            row("to_port", "ToPort", ports.last)
        }
    }

    /// Opens a security group to connections to somewhere.
    public struct EgressRule: Resource {
        public static let type = ResourceType(
            terraform: "aws_vpc_security_group_egress_rule", cloudFormation: "AWS::EC2::SecurityGroupEgress",
            area: .security, tagging: .terraformOnly)

        public var declaration: Declaration
        public var group: Value<SecurityGroup.ID>
        public var destination: TrafficPeer
        public var ports: PortRange
        public var description: String

        public init(
            _ name: Name, outOf group: Value<SecurityGroup.ID>, to destination: TrafficPeer, ports: PortRange,
            description: String, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.group = group
            self.destination = destination
            self.ports = ports
            self.description = description
        }

        public var properties: Properties {
            row("security_group_id", "GroupId", group)
            row("description", "Description", description)
            switch destination {
            case .securityGroup(let peer): row("referenced_security_group_id", "DestinationSecurityGroupId", peer)
            case .range(let range): row("cidr_ipv4", "CidrIp", range)
            case .prefixList(let list): row("prefix_list_id", "DestinationPrefixListId", list)
            }
            row("ip_protocol", "IpProtocol", "tcp")
            row("from_port", "FromPort", ports.first)
            row("to_port", "ToPort", ports.last)
        }
    }
}
