public import TerraneCore

extension SecretsManager {
    /// How often a secret gets a new value ("Rotate AWS Secrets Manager secrets", AWS Secrets Manager User Guide).
    public struct Rotation: Resource {
        public static let type = ResourceType(
            terraform: "aws_secretsmanager_secret_rotation", cloudFormation: "AWS::SecretsManager::RotationSchedule",
            area: .security)

        public var declaration: Declaration
        public var secret: Value<ARN>
        public var interval: TimeSpan
        /// The Lambda function that makes the new value; none for a secret that an AWS service rotates itself.
        public var function: Value<ARN>?

        public init(
            _ name: Name, of secret: Value<ARN>, every interval: TimeSpan, by function: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secret = secret
            self.interval = interval
            self.function = function
        }

        public var properties: Properties {
            row("secret_id", "SecretId", secret)
            row("rotation_lambda_arn", "RotationLambdaARN", function)
            row("rotate_immediately", "RotateImmediatelyOnUpdate", false)
            nested("rotation_rules", "RotationRules") {
                row("automatically_after_days", "AutomaticallyAfterDays", interval.inDays)
            }
        }
    }
}
