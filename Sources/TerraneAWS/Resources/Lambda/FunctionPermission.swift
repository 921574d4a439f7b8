public import TerraneCore

extension Lambda {
    /// Lets a service call a function ("Granting Lambda function access to AWS services", AWS Lambda Developer Guide).
    public struct FunctionPermission: Resource {
        public static let type = ResourceType(
            terraform: "aws_lambda_permission", cloudFormation: "AWS::Lambda::Permission", area: .compute)

        public var declaration: Declaration
        public var function: Value<ARN>
        /// `secretsmanager.amazonaws.com`.
        public var service: String
        /// What it is called for, in this account.
        public var source: Value<ARN>?

        public init(
            _ name: Name, toCall function: Value<ARN>, for service: String, onBehalfOf source: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.function = function
            self.service = service
            self.source = source
        }

        public var properties: Properties {
            terraformOnly("statement_id", name.dashed, because: "CloudFormation chooses it")
            row("action", "Action", "lambda:InvokeFunction")
            row("function_name", "FunctionName", function)
            row("principal", "Principal", service)
            row("source_account", "SourceAccount", Deployment.account)
            row("source_arn", "SourceArn", source)
        }
    }
}
