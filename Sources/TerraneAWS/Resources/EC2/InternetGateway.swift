public import TerraneCore

extension EC2 {
    /// The door between a network and the Internet.
    public struct InternetGateway: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_internet_gateway", cloudFormation: "AWS::EC2::InternetGateway", area: .network,
            tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>

        public init(_ name: Name, in vpc: Value<VPC.ID>, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            terraformOnly("vpc_id", vpc, because: "CloudFormation attaches a gateway with a resource of its own")
        }
    }

    /// The attachment of an Internet gateway to its network.
    public struct GatewayAttachment: Resource {
        public static let type = ResourceType(
            terraform: .absent(because: "Terraform attaches a gateway through its vpc_id"),
            cloudFormation: .type("AWS::EC2::VPCGatewayAttachment"), area: .network)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var gateway: Value<InternetGateway.ID>

        public init(
            _ name: Name, of gateway: Value<InternetGateway.ID>, to vpc: Value<VPC.ID>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.gateway = gateway
        }

        public var properties: Properties {
            cloudFormationOnly("VpcId", vpc, because: "the whole resource is CloudFormation's")
            cloudFormationOnly("InternetGatewayId", gateway, because: "the whole resource is CloudFormation's")
        }
    }
}
