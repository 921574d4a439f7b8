public import TerraneCore

extension ElastiCache {
    /// The subnets that the nodes of a cache are placed in ("Subnets and subnet groups", Amazon ElastiCache User Guide).
    public struct SubnetGroup: Resource {
        public enum GroupName: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_elasticache_subnet_group", cloudFormation: "AWS::ElastiCache::SubnetGroup", area: .cache,
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

        /// What a replication group calls it by.
        public var reference: Value<GroupName> { attribute("name", .ref, foreseen: Value(groupName)) }

        public var properties: Properties {
            row("name", "CacheSubnetGroupName", groupName)
            row("description", "Description", description)
            row("subnet_ids", "SubnetIds", subnets)
        }
    }
}
