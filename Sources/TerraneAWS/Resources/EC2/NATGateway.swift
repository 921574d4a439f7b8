public import TerraneCore

extension EC2 {
    /// A public address that stays the same.
    public struct ElasticIP: Resource {
        public enum AllocationID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_eip", cloudFormation: "AWS::EC2::EIP", area: .network, tagging: .list)

        public var declaration: Declaration

        public init(_ name: Name, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
        }

        public var allocationID: Value<AllocationID> { attribute("allocation_id", .attribute("AllocationId")) }

        public var properties: Properties {
            row("domain", "Domain", "vpc")
        }
    }

    /// Lets private subnets open connections to the Internet, and nobody in.
    public struct NATGateway: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_nat_gateway", cloudFormation: "AWS::EC2::NatGateway", area: .network, tagging: .list)

        public var declaration: Declaration
        public var subnet: Value<Subnet.ID>
        public var address: Value<ElasticIP.AllocationID>

        public init(
            _ name: Name, in subnet: Value<Subnet.ID>, address: Value<ElasticIP.AllocationID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.subnet = subnet
            self.address = address
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("allocation_id", "AllocationId", address)
            row("subnet_id", "SubnetId", subnet)
        }
    }
}
