public import TerraneCore

extension EC2 {
    /// A stateful firewall around network interfaces. Closed in both directions until a rule opens it.
    public struct SecurityGroup: Resource {
        public enum ID: TextSubject, ParameterSubject {
            public static var cloudFormationType: String? { "AWS::EC2::SecurityGroup::Id" }
        }

        public static let type = ResourceType(
            terraform: "aws_security_group", cloudFormation: "AWS::EC2::SecurityGroup", area: .security,
            tagging: .list)

        public var declaration: Declaration
        public var vpc: Value<VPC.ID>
        public var groupName: Value<String>?
        public var description: String

        public init(
            _ name: Name, in vpc: Value<VPC.ID>, groupName: Value<String>? = nil, description: String,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vpc = vpc
            self.groupName = groupName
            self.description = description
        }

        public var id: Value<ID> { attribute("id", .attribute("GroupId")) }

        public var properties: Properties {
            row("name", "GroupName", groupName ?? Value(name.dashed))
            row("description", "GroupDescription", description)
            row("vpc_id", "VpcId", vpc)
            cloudFormationOnly(
                "SecurityGroupEgress", SecurityGroup.nothing,
                because: "CloudFormation opens egress to everywhere unless a rule is given; this one matches nothing")
        }

        /// An egress rule that no packet matches: the way to close egress ("AWS::EC2::SecurityGroup", AWS
        /// CloudFormation Template Reference).
        private static let nothing = Expression.list([
            .object([
                .init("CidrIp", .string("127.0.0.1/32")),
                .init("Description", .string("No egress but what rules allow")),
                .init("IpProtocol", .string("-1")),
            ])
        ])
    }
}
