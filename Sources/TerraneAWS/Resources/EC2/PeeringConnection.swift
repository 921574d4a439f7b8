public import TerraneCore

extension EC2 {
    /// A private connection of two networks of one account and region, over which neither reaches what lies behind the
    /// other ("VPC peering basics", Amazon VPC Peering Guide).
    public struct PeeringConnection: Resource {
        public enum ID: TextSubject, ParameterSubject {}

        public static let type = ResourceType(
            terraform: "aws_vpc_peering_connection", cloudFormation: "AWS::EC2::VPCPeeringConnection", area: .network,
            tagging: .list)

        public var declaration: Declaration
        public var requester: Value<VPC.ID>
        public var accepter: Value<VPC.ID>

        public init(
            _ name: Name, from requester: Value<VPC.ID>, to accepter: Value<VPC.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.requester = requester
            self.accepter = accepter
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("vpc_id", "VpcId", requester)
            row("peer_vpc_id", "PeerVpcId", accepter)
            terraformOnly("auto_accept", true, because: "CloudFormation always accepts within an account")
        }
    }
}
