public import TerraneCore

extension IAM {
    /// The role with which an AWS service works in the account. An account has it once, and services make it by themselves
    /// when they are first used; list it where the one who deploys may not let them ("Create a service-linked role", AWS
    /// Identity and Access Management User Guide).
    public struct ServiceLinkedRole: Resource {
        public static let type = ResourceType(
            terraform: "aws_iam_service_linked_role", cloudFormation: "AWS::IAM::ServiceLinkedRole", area: .security,
            tagging: .terraformOnly)

        public var declaration: Declaration
        /// `elasticache.amazonaws.com`.
        public var service: String
        public var description: String

        public init(
            _ name: Name, of service: String, description: String, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.service = service
            self.description = description
        }

        public var properties: Properties {
            row("aws_service_name", "AWSServiceName", service)
            row("description", "Description", description)
        }
    }
}
