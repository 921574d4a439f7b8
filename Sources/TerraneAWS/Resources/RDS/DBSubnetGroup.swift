public import TerraneCore

extension RDS {
    /// The subnets that databases are placed in ("Working with a DB instance in a VPC", Amazon RDS User Guide).
    public struct DBSubnetGroup: Resource {
        public enum GroupName: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_db_subnet_group", cloudFormation: "AWS::RDS::DBSubnetGroup", area: .database,
            tagging: .list)

        public var declaration: Declaration
        public var groupName: String
        public var description: String
        public var subnets: [Value<EC2.Subnet.ID>]

        public init(
            _ name: Name, groupName: String? = nil, description: String, subnets: [Value<EC2.Subnet.ID>],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.description = description
            self.subnets = subnets
        }

        /// What a database calls it by.
        public var reference: Value<GroupName> { attribute("name", .ref, foreseen: Value(groupName)) }

        public var properties: Properties {
            row("name", "DBSubnetGroupName", groupName)
            row("description", "DBSubnetGroupDescription", description)
            row("subnet_ids", "SubnetIds", subnets)
        }
    }
}
