public import TerraneCore

extension EC2 {
    /// A range of a network's addresses in one availability zone.
    public struct Subnet: Resource {
        public enum ID: TextSubject, ParameterSubject {
            public static var cloudFormationType: String? { "AWS::EC2::Subnet::Id" }
        }

        public static let type = ResourceType(
            terraform: "aws_subnet", cloudFormation: "AWS::EC2::Subnet", area: .network, tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var cidr: CIDR
        /// `ap-northeast-1a`.
        public var zone: AvailabilityZone

        public init(
            _ name: Name, in vpc: Value<VPC.ID>, cidr: CIDR, zone: AvailabilityZone, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.cidr = cidr
            self.zone = zone
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("vpc_id", "VpcId", vpc)
            row("cidr_block", "CidrBlock", cidr)
            row("availability_zone", "AvailabilityZone", zone)
            row("map_public_ip_on_launch", "MapPublicIpOnLaunch", false)
        }
    }
}
