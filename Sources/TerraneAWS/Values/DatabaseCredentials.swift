public import TerraneCore

/// Who makes and keeps the password of a database's first user.
public enum DatabaseCredentials: Sendable {
    /// RDS, in a secret of its own that it changes by itself: every week, or as often as said ("Password management with
    /// Amazon RDS and AWS Secrets Manager", Amazon RDS User Guide). An application reads the secret when it connects, so that
    /// a new password reaches it without a restart.
    case managed(rotatedEvery: TimeSpan? = nil)
    /// The stack, once, in a secret that ECS can hand to containers.
    case stored(GeneratedPassword)

    var password: RDS.MasterPassword {
        switch self {
        case .managed: .managed()
        case .stored(let password): .read(password.value, version: password.version)
        }
    }
}
