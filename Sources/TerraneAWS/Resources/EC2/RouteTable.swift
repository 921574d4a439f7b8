public import TerraneCore

extension EC2 {
    /// Says where the traffic of a subnet goes.
    public struct RouteTable: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_route_table", cloudFormation: "AWS::EC2::RouteTable", area: .network, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>

        public init(_ name: Name, in vpc: Value<VPC.ID>, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("vpc_id", "VpcId", vpc)
        }
    }

    /// One line of a route table: a destination and the gateway towards it.
    public struct Route: Resource {
        public enum Target: Hashable, Sendable {
            case internetGateway(Value<InternetGateway.ID>)
            case natGateway(Value<NATGateway.ID>)
            case peering(Value<PeeringConnection.ID>)
        }

        public static let type = ResourceType(
            terraform: "aws_route", cloudFormation: "AWS::EC2::Route", area: .network)

        public var declaration: Declaration
        public var table: Value<RouteTable.ID>
        public var destination: CIDR
        public var target: Target

        public init(
            _ name: Name, in table: Value<RouteTable.ID>, to destination: CIDR = .anywhere, through target: Target,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.table = table
            self.destination = destination
            self.target = target
        }

        public var properties: Properties {
            row("route_table_id", "RouteTableId", table)
            row("destination_cidr_block", "DestinationCidrBlock", destination)
            switch target {
            case .internetGateway(let gateway): row("gateway_id", "GatewayId", gateway)
            case .natGateway(let gateway): row("nat_gateway_id", "NatGatewayId", gateway)
            case .peering(let connection): row("vpc_peering_connection_id", "VpcPeeringConnectionId", connection)
            }
        }
    }

    /// Makes a subnet follow a route table.
    public struct RouteTableAssociation: Resource {
        public static let type = ResourceType(
            terraform: "aws_route_table_association", cloudFormation: "AWS::EC2::SubnetRouteTableAssociation",
            area: .network)

        public var declaration: Declaration
        public var subnet: Value<Subnet.ID>
        public var table: Value<RouteTable.ID>

        public init(
            _ name: Name, of subnet: Value<Subnet.ID>, with table: Value<RouteTable.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.subnet = subnet
            self.table = table
        }

        public var properties: Properties {
            row("subnet_id", "SubnetId", subnet)
            row("route_table_id", "RouteTableId", table)
        }
    }
}
