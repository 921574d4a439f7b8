public import TerraneCore

/// A secret that changes by itself: its place, how often a function makes a new value, and who may read it. The value is
/// in no artifact.
///
///     ManagedSecret(
///         "jwt-key", secretName: "shop/jwt", description: "Signs sessions",
///         rotation: .every(.days(365), function: rotator))
public struct ManagedSecret: Component {
    public var declaration: Declaration
    public let secretName: String
    public let description: String
    public let rotation: Rotation
    /// Further regions that hold a copy.
    public let replicas: [Region]
    public let encryptionKey: Value<ARN>?
    /// What others, in other accounts too, may do with it.
    public let statements: [IAM.Statement]

    /// How it gets a new value.
    public enum Rotation: Hashable, Sendable {
        /// Never by itself: somebody puts a new value in.
        case byHand
        /// By a Lambda function, which this lets Secrets Manager call.
        case every(TimeSpan, function: Value<ARN>)
    }

    public init(
        _ name: Name, secretName: String? = nil, description: String, rotation: Rotation = .byHand,
        replicas: [Region] = [], encryptedWith encryptionKey: Value<ARN>? = nil, statements: [IAM.Statement] = [],
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.secretName = secretName ?? name.dashed
        self.description = description
        self.rotation = rotation
        self.replicas = replicas
        self.encryptionKey = encryptionKey
        self.statements = statements
    }

    public var arn: Value<ARN> { secret.arn }

    public var body: Content {
        secret
        if !statements.isEmpty {
            SecretsManager.SecretPolicy(name / "policy", of: secret.arn, IAM.PolicyDocument(statements))
        }
        if case .every(let interval, let function) = rotation {
            permission(function)
            schedule(interval, function)
        }
    }

    /// The first value is put in by hand after this is made, so there is none yet that could be rotated.
    private func schedule(_ interval: TimeSpan, _ function: Value<ARN>) -> SecretsManager.Rotation {
        SecretsManager.Rotation(
            name / "rotation", of: secret.arn, every: interval, by: .function(function), rotatesAtOnce: false
        ).after(permission(function))
    }

    var secret: SecretsManager.Secret {
        SecretsManager.Secret(
            name, secretName: secretName, description: description, replicas: replicas, encryptedWith: encryptionKey)
    }

    private func permission(_ function: Value<ARN>) -> Lambda.FunctionPermission {
        Lambda.FunctionPermission(
            name / "rotator", toCall: function, for: "secretsmanager.amazonaws.com", onBehalfOf: secret.arn)
    }
}

extension Secret {
    public init(_ name: String, from secret: ManagedSecret, file: String = #fileID, line: Int = #line) {
        self.init(name, from: secret.secret, file: file, line: line)
    }
}
