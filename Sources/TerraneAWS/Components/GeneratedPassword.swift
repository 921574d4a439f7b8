public import TerraneCore

/// A password that nobody has seen: made when the stack is first deployed and kept in a secret whose name is known before, so
/// that ECS can hand it to containers. It is in no artifact and not in Terraform's state.
///
///     var password: GeneratedPassword { GeneratedPassword("shop-db-password", secretName: "shop/db-password") }
///     …
///     RelationalDatabase("shop-db", …, credentials: .stored(password))
///     Container("api", …) { Secret("DB_PASSWORD", from: password.secret) }
public struct GeneratedPassword: Component {
    public var declaration: Declaration
    public let secretName: String
    public let description: String
    public let encryptionKey: Value<ARN>?
    /// Raise it to have Terraform make and write a new password. CloudFormation makes one when the secret is made, and no other.
    public let version: Int

    public init(
        _ name: Name, secretName: String? = nil, description: String, version: Int = 1,
        encryptedWith encryptionKey: Value<ARN>? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.secretName = secretName ?? name.dashed
        self.description = description
        self.version = version
        self.encryptionKey = encryptionKey
    }

    public var body: Content {
        secret
        random
        written
        current
    }

    public var secret: SecretsManager.Secret {
        var secret = SecretsManager.Secret(
            name, secretName: secretName, description: description, encryptedWith: encryptionKey)
        secret.holdsGeneratedPassword = true
        return secret
    }

    /// What a write-only argument, or a property of CloudFormation that takes a password, is given.
    var value: Value<String> {
        Value(terraform: current.text, cloudFormation: "{{resolve:secretsmanager:\(secret.arn)}}")
    }

    private var random: SecretsManager.RandomPassword { SecretsManager.RandomPassword(name / "random") }

    private var written: SecretsManager.SecretVersion {
        SecretsManager.SecretVersion(name / "written", of: secret.arn, value: random.value, version: version)
    }

    /// Read back rather than taken from the random one, which is another at each run.
    private var current: SecretsManager.CurrentValue {
        SecretsManager.CurrentValue(name / "current", of: written.secretARN)
    }
}
