public import TerraneCore

/// AWS Systems Manager.
public enum SSM {
    /// A named value that programs read when they start.
    public struct Parameter: Resource {
        public static let type = ResourceType(
            terraform: "aws_ssm_parameter", cloudFormation: "AWS::SSM::Parameter", area: .security, tagging: .map)

        public var declaration: Declaration
        /// `/koemo/production/redis-url`.
        public var path: String
        public var description: String
        public var value: Value<String>

        public init(
            _ name: Name, path: String, description: String, value: Value<String>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.path = path
            self.description = description
            self.value = value
        }

        /// The name as deployed, slash first.
        public var id: Value<String> { attribute("name", .ref, foreseen: Value(path)) }

        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):ssm:\(Deployment.region):\(Deployment.account):parameter\(separator)\(id)"
        }

        /// A name without levels has no slash of its own.
        private var separator: String { path.hasPrefix("/") ? "" : "/" }

        public var properties: Properties {
            row("name", "Name", path)
            row("description", "Description", description)
            row("type", "Type", "String")
            row("value", "Value", value)
        }
    }
}
