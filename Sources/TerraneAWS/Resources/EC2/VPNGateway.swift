public import TerraneCore

extension EC2 {
    /// Amazon's end of site-to-site VPN connections: a virtual private gateway.
    public struct VPNGateway: Resource {
        public enum ID: TextSubject, ParameterSubject {}

        public static let type = ResourceType(
            terraform: "aws_vpn_gateway", cloudFormation: "AWS::EC2::VPNGateway", area: .network, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        /// Its number in BGP; 64512 unless given.
        public var autonomousSystem: Int?

        public init(
            _ name: Name, in vpc: Value<VPC.ID>, autonomousSystem: Int? = nil, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.autonomousSystem = autonomousSystem
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            terraformOnly("vpc_id", vpc, because: "CloudFormation attaches a gateway with a resource of its own")
            cloudFormationOnly("Type", "ipsec.1", because: "the only type there is, which Terraform does not ask for")
            row(
                "amazon_side_asn", terraform: autonomousSystem.map(String.init), "AmazonSideAsn",
                cloudFormation: autonomousSystem)
        }
    }

    /// The attachment of a virtual private gateway to its network.
    public struct VPNGatewayAttachment: Resource {
        public static let type = ResourceType(
            terraform: .absent(because: "Terraform attaches a gateway through its vpc_id"),
            cloudFormation: .type("AWS::EC2::VPCGatewayAttachment"), area: .network)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var gateway: Value<VPNGateway.ID>

        public init(
            _ name: Name, of gateway: Value<VPNGateway.ID>, to vpc: Value<VPC.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.gateway = gateway
        }

        public var properties: Properties {
            cloudFormationOnly("VpcId", vpc, because: "the whole resource is CloudFormation's")
            cloudFormationOnly("VpnGatewayId", gateway, because: "the whole resource is CloudFormation's")
        }
    }

    /// Lets a virtual private gateway write the routes it learns into a route table.
    public struct VPNRoutePropagation: Resource {
        public static let type = ResourceType(
            terraform: "aws_vpn_gateway_route_propagation", cloudFormation: "AWS::EC2::VPNGatewayRoutePropagation",
            area: .network)

        public var declaration: Declaration
        public var gateway: Value<VPNGateway.ID>
        public var table: Value<RouteTable.ID>

        public init(
            _ name: Name, from gateway: Value<VPNGateway.ID>, to table: Value<RouteTable.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.gateway = gateway
            self.table = table
        }

        public var properties: Properties {
            row("vpn_gateway_id", "VpnGatewayId", gateway)
            row("route_table_id", terraform: table, "RouteTableIds", cloudFormation: [table])
        }
    }
}
