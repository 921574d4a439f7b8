public import TerraneCore

extension EC2 {
    /// A private way from a network to a service: through route tables (gateway) or through addresses in
    /// subnets (interface, AWS PrivateLink).
    public struct VPCEndpoint: Resource {
        public enum ID: TextSubject {}

        public enum Access: Hashable, Sendable {
            case gateway(routeTables: [Value<RouteTable.ID>])
            case interface(subnets: [Value<Subnet.ID>], securityGroups: [Value<SecurityGroup.ID>], privateDNS: Bool)
        }

        public static let type = ResourceType(
            terraform: "aws_vpc_endpoint", cloudFormation: "AWS::EC2::VPCEndpoint", area: .network, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        /// `com.amazonaws.ap-northeast-1.s3`.
        public var service: Value<String>
        public var access: Access

        public init(
            _ name: Name, in vpc: Value<VPC.ID>, service: Value<String>, access: Access, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.service = service
            self.access = access
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("vpc_id", "VpcId", vpc)
            row("service_name", "ServiceName", service)
            switch access {
            case .gateway(let tables):
                row("vpc_endpoint_type", "VpcEndpointType", "Gateway")
                row("route_table_ids", "RouteTableIds", tables)
            case .interface(let subnets, let groups, let privateDNS):
                row("vpc_endpoint_type", "VpcEndpointType", "Interface")
                row("subnet_ids", "SubnetIds", subnets)
                row("security_group_ids", "SecurityGroupIds", groups)
                row("private_dns_enabled", "PrivateDnsEnabled", privateDNS)
            }
        }
    }
}
