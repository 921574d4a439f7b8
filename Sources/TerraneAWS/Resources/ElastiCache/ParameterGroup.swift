public import TerraneCore

extension ElastiCache {
    /// Settings of the server program, shared by the caches that name the group ("Configuring engine parameters using
    /// ElastiCache parameter groups", Amazon ElastiCache User Guide).
    public struct ParameterGroup: Resource {
        public static let type = ResourceType(
            terraform: "aws_elasticache_parameter_group", cloudFormation: "AWS::ElastiCache::ParameterGroup",
            area: .cache, tagging: .list)

        public var declaration: Declaration
        public var groupName: String
        public var description: String
        /// `redis7`.
        public var family: String
        public var parameters: [CacheParameter]

        public init(
            _ name: Name, groupName: String? = nil, description: String, family: String, parameters: [CacheParameter],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.description = description
            self.family = family
            self.parameters = parameters
        }

        /// What a cache calls it by.
        public var id: Value<String> { attribute("name", .ref) }

        public var properties: Properties {
            terraformOnly("name", groupName, because: "CloudFormation chooses the name")
            row("family", "CacheParameterGroupFamily", family)
            row("description", "Description", description)
            Row(
                terraform: "parameter", cloudFormation: nil, form: .block,
                content: .repeated(parameters.map(ParameterGroup.table)), reason: ParameterGroup.reason)
            cloudFormationOnly("Properties", map, because: "Terraform has a block for each")
        }

        private var map: Expression {
            parameters.isEmpty ? .null : .object(parameters.map { .init($0.name, .string($0.value)) })
        }

        private static let reason = "CloudFormation maps names to values"

        private static func table(_ parameter: CacheParameter) -> Properties {
            Properties {
                terraformOnly("name", parameter.name, because: reason)
                terraformOnly("value", parameter.value, because: reason)
            }
        }

        public func check() -> [Diagnostic] {
            var seen: Set<String> = []
            return parameters.filter { !seen.insert($0.name).inserted }.map { .cacheParameterTwice(name, $0.name) }
        }
    }
}

extension Diagnostic {
    static func cacheParameterTwice(_ group: Name, _ parameter: String) -> Diagnostic {
        .error("'\(group)' sets the parameter '\(parameter)' twice", help: "Leave one of the two out.")
    }
}
