public import TerraneCore

extension CodeDeploy {
    /// What deployments are of: the name that deployment groups and revisions belong to ("Working with applications in
    /// CodeDeploy", AWS CodeDeploy User Guide).
    public struct Application: Resource {
        public static let type = ResourceType(
            terraform: "aws_codedeploy_app", cloudFormation: "AWS::CodeDeploy::Application", area: .deployment,
            tagging: .list)

        public var declaration: Declaration
        /// At most 100 characters.
        public var applicationName: String

        public init(_ name: Name, applicationName: String, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.applicationName = applicationName
        }

        public var deployedName: Value<String> { attribute("name", .ref, foreseen: Value(applicationName)) }

        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):codedeploy:\(Deployment.region):\(Deployment.account):application:\(deployedName)"
        }

        public var properties: Properties {
            row("name", "ApplicationName", applicationName)
            row("compute_platform", "ComputePlatform", "ECS")
        }

        public func check() -> [Diagnostic] {
            applicationName.utf8.count > 100 ? [.nameTooLong("application", applicationName, limit: 100)] : []
        }
    }
}
