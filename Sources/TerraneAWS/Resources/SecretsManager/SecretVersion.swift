public import TerraneCore

extension SecretsManager {
    /// A new password, made when Terraform runs and forgotten after. CloudFormation's secrets make their own.
    public struct RandomPassword: Resource {
        public static let type = ResourceType(
            terraform: .ephemeral("aws_secretsmanager_random_password"),
            cloudFormation: .absent(because: "the secret itself makes the password"), area: .security)

        public var declaration: Declaration
        public var length = 32
        public var excludedCharacters = SecretsManager.lettersNoDatabaseTakes

        public init(_ name: Name, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
        }

        public var value: Value<String> {
            attribute("random_password", .absent(because: "the secret itself makes the password"))
        }

        public var properties: Properties {
            terraformOnly("password_length", length, because: "the secret itself makes the password")
            terraformOnly("exclude_characters", excludedCharacters, because: "the secret itself makes the password")
        }
    }

    /// A value of a secret that Terraform writes and does not remember: when `version` rises it writes a new one ("Use
    /// write-only arguments", Terraform documentation).
    public struct SecretVersion: Resource {
        private static let reason = "the secret itself makes the password"

        public static let type = ResourceType(
            terraform: .type("aws_secretsmanager_secret_version"), cloudFormation: .absent(because: reason),
            area: .security)

        public var declaration: Declaration
        public var secret: Value<ARN>
        public var value: Value<String>
        public var version: Int

        public init(
            _ name: Name, of secret: Value<ARN>, value: Value<String>, version: Int = 1, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secret = secret
            self.value = value
            self.version = version
        }

        /// The secret, once it has this value.
        public var secretARN: Value<ARN> { attribute("arn", .absent(because: SecretVersion.reason)) }

        public var properties: Properties {
            terraformOnly("secret_id", secret, because: SecretVersion.reason)
            terraformOnly("secret_string_wo", value, because: SecretVersion.reason)
            terraformOnly("secret_string_wo_version", version, because: SecretVersion.reason)
        }
    }

    /// The value that a secret has when Terraform runs. It may go into write-only arguments and nowhere else; Terraform sees to
    /// that.
    public struct CurrentValue: Resource {
        private static let reason = "CloudFormation resolves a dynamic reference"

        public static let type = ResourceType(
            terraform: .ephemeral("aws_secretsmanager_secret_version"), cloudFormation: .absent(because: reason),
            area: .security)

        public var declaration: Declaration
        public var secret: Value<ARN>

        public init(_ name: Name, of secret: Value<ARN>, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secret = secret
        }

        public var text: Value<String> { attribute("secret_string", .absent(because: CurrentValue.reason)) }

        public var properties: Properties {
            terraformOnly("secret_id", secret, because: CurrentValue.reason)
        }
    }
}
