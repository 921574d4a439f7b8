public import TerraneCore

extension EC2 {
    /// A virtual private cloud: an isolated network with an address range of its own.
    public struct VPC: Resource {
        public enum ID: TextSubject, ParameterSubject {
            public static var cloudFormationType: String? { "AWS::EC2::VPC::Id" }
        }

        public static let type = ResourceType(
            terraform: "aws_vpc", cloudFormation: "AWS::EC2::VPC", area: .network, tagging: .list)

        public var declaration: Declaration
        public var cidr: CIDR

        public init(_ name: Name, cidr: CIDR, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.cidr = cidr
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("cidr_block", "CidrBlock", cidr)
            row("enable_dns_support", "EnableDnsSupport", true)
            row("enable_dns_hostnames", "EnableDnsHostnames", true)
        }
    }
}
