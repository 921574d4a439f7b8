public import TerraneCore

/// Who makes and keeps the password of a database's first user.
public enum DatabaseCredentials: Hashable, Sendable {
    /// RDS, in a secret of its own that it changes by itself: every week, or as often as said ("Password management with
    /// Amazon RDS and AWS Secrets Manager", Amazon RDS User Guide). An application reads the secret when it connects, so that
    /// a new password reaches it without a restart.
    case managed(rotatedEvery: TimeSpan? = nil)
    /// The stack, once, in a secret whose name is known before deployment, so that ECS can hand the password to containers.
    /// Neither artifacts nor Terraform's state ever hold it.
    case stored(in: String)
}
