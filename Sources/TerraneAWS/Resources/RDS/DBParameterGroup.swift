public import TerraneCore

extension RDS {
    /// A setting of a database engine. One that the engine reads only when it starts waits for the next restart.
    public struct Parameter: Hashable, Sendable {
        public let name: String
        public let value: String
        /// Whether it takes effect at the next restart rather than at once.
        public let waitsForRestart: Bool

        public init(_ name: String, _ value: String, waitsForRestart: Bool = false) {
            self.name = name
            self.value = value
            self.waitsForRestart = waitsForRestart
        }
    }

    /// Settings of database instances of one engine and major version ("Working with parameter groups", Amazon RDS User
    /// Guide).
    public struct DBParameterGroup: Resource {
        public enum GroupName: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_db_parameter_group", cloudFormation: "AWS::RDS::DBParameterGroup", area: .database,
            tagging: .list)

        public var declaration: Declaration
        public var groupName: String
        public var description: String
        /// `postgres16`.
        public var family: String
        public var parameters: [Parameter]

        public init(
            _ name: Name, groupName: String? = nil, family: String, description: String, _ parameters: [Parameter],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.family = family
            self.description = description
            self.parameters = parameters
        }

        public var reference: Value<GroupName> { attribute("name", .ref, foreseen: Value(groupName)) }

        public var properties: Properties {
            row("name", "DBParameterGroupName", groupName)
            row("description", "Description", description)
            row("family", "Family", family)
            Parameter.rows(parameters)
        }
    }

    /// Settings of a whole Aurora cluster ("Working with DB cluster parameter groups", Amazon Aurora User Guide).
    public struct DBClusterParameterGroup: Resource {
        public enum GroupName: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_rds_cluster_parameter_group", cloudFormation: "AWS::RDS::DBClusterParameterGroup",
            area: .database, tagging: .list)

        public var declaration: Declaration
        public var groupName: String
        public var description: String
        /// `aurora-mysql8.0`.
        public var family: String
        public var parameters: [Parameter]

        public init(
            _ name: Name, groupName: String? = nil, family: String, description: String, _ parameters: [Parameter],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupName = groupName ?? name.dashed
            self.family = family
            self.description = description
            self.parameters = parameters
        }

        public var reference: Value<GroupName> { attribute("name", .ref, foreseen: Value(groupName)) }

        public var properties: Properties {
            row("name", "DBClusterParameterGroupName", groupName)
            row("description", "Description", description)
            row("family", "Family", family)
            Parameter.rows(parameters)
        }
    }
}

extension RDS.Parameter {
    /// Terraform has a block for each, CloudFormation an object.
    @PropertiesBuilder static func rows(_ parameters: [RDS.Parameter]) -> Properties {
        terraformBlocks(parameters)
        cloudFormationOnly(
            "Parameters", Expression.object(parameters.map { .init($0.name, .string($0.value)) }),
            because: "Terraform has a block for each parameter, which says when it takes effect too")
    }

    private static func terraformBlocks(_ parameters: [RDS.Parameter]) -> Row {
        Row(
            terraform: "parameter", cloudFormation: nil, form: .block,
            content: .repeated(
                parameters.map { parameter in
                    Properties {
                        terraformOnly("name", parameter.name, because: "CloudFormation writes an object")
                        terraformOnly("value", parameter.value, because: "CloudFormation writes an object")
                        terraformOnly(
                            "apply_method", parameter.waitsForRestart ? "pending-reboot" : nil,
                            because: "CloudFormation always waits for the restart where one is needed")
                    }
                }),
            reason: "CloudFormation writes an object")
    }
}
