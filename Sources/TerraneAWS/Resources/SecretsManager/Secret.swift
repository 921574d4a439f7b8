public import TerraneCore

/// AWS Secrets Manager.
public enum SecretsManager {
    /// What the password of a master user may not contain ("Settings for DB instances", Amazon RDS User Guide), and quotes,
    /// which connection strings stumble over.
    static let lettersNoDatabaseTakes = "/@\"' \\"

    /// The place of a secret. Its value is put in by hand or by rotation and is in no artifact.
    public struct Secret: Resource {
        public static let type = ResourceType(
            terraform: "aws_secretsmanager_secret", cloudFormation: "AWS::SecretsManager::Secret", area: .security,
            tagging: .list, persistence: .retain)

        public var declaration: Declaration
        /// `koemo/mongodb`.
        public var secretName: String
        public var description: String
        /// Further regions that hold a copy.
        public var replicas: [Region]
        /// A customer managed key instead of the account's `aws/secretsmanager`.
        public var encryptionKey: Value<ARN>?
        /// Whether CloudFormation puts a password into it when it is made. Terraform does that with a `SecretVersion`.
        public var holdsGeneratedPassword = false
        /// How long a deleted secret can still be brought back: 7 to 30 days.
        public var recoveryWindow: TimeSpan

        public init(
            _ name: Name, secretName: String, description: String, replicas: [Region] = [],
            encryptedWith encryptionKey: Value<ARN>? = nil, recoveryWindow: TimeSpan = .days(30),
            file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.secretName = secretName
            self.description = description
            self.replicas = replicas
            self.encryptionKey = encryptionKey
            self.recoveryWindow = recoveryWindow
        }

        /// The full ARN ends in six characters that AWS chooses; without them it names the same secret.
        public var arn: Value<ARN> {
            attribute(
                "arn", .ref,
                foreseen:
                    "arn:\(Deployment.partition):secretsmanager:\(Deployment.region):\(Deployment.account):secret:\(secretName)"
            )
        }

        public var properties: Properties {
            row("name", "Name", secretName)
            row("description", "Description", description)
            row("kms_key_id", "KmsKeyId", encryptionKey)
            terraformOnly(
                "recovery_window_in_days", recoveryWindow.inDays, because: "CloudFormation always leaves 30 days")
            if holdsGeneratedPassword {
                cloudFormationOnly("GenerateSecretString", because: "Terraform writes it through a write-only argument")
                {
                    cloudFormationOnly("PasswordLength", 32, because: "it is part of GenerateSecretString")
                    cloudFormationOnly(
                        "ExcludeCharacters", SecretsManager.lettersNoDatabaseTakes,
                        because: "it is part of GenerateSecretString")
                }
            }
            repeated("replica", "ReplicaRegions", replicas) { region in
                row("region", "Region", region)
            }
        }

        public func check() -> [Diagnostic] {
            let isLegal = (TimeSpan.days(7)...TimeSpan.days(30)).contains(recoveryWindow)
            return isLegal && recoveryWindow.isWholeDays ? [] : [.recoveryWindow(name, recoveryWindow)]
        }
    }
}

extension TimeSpan {
    var isWholeDays: Bool { inSeconds % 86400 == 0 }
}

extension Diagnostic {
    static func recoveryWindow(_ name: Name, _ window: TimeSpan) -> Diagnostic {
        .error(
            "secret '\(name)' cannot be recovered for \(window.inHours) hours",
            help: "Secrets Manager keeps a deleted secret for 7 to 30 whole days.")
    }
}
