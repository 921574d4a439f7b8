public import TerraneCore

extension EC2 {
    /// The security group that every network is born with, emptied of its rules: what lands in it by oversight reaches
    /// nothing and is reached by nothing.
    ///
    /// CloudFormation cannot take the rules away that AWS puts there. What Terrane makes names its own groups, so the
    /// default one is unused; what else is started in the network should name one too.
    public struct DefaultSecurityGroup: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_default_security_group"),
            cloudFormation: .absent(because: "CloudFormation cannot take away the rules that AWS puts there"),
            area: .security, tagging: .terraformOnly)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>

        public init(_ name: Name, in vpc: Value<VPC.ID>, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
        }

        public var properties: Properties {
            terraformOnly("vpc_id", vpc, because: "the whole resource is Terraform's")
        }
    }
}
