/// Who may speak to a cache, of those whom a `Connection` lets through.
///
/// A password or an AUTH token would lie in Terraform's state, because the AWS provider 5 has no write-only argument for
/// one. So users prove who they are with their role, or were made by hand and are known by their identifier.
public enum CacheAccess: Hashable, Sendable {
    /// Everybody whom the security groups let through.
    case network
    /// These users and nobody else ("Role-Based Access Control", Amazon ElastiCache User Guide).
    case users([CacheUser])
}

/// A user of a cache.
public struct CacheUser: Hashable, Sendable {
    public enum Identity: Hashable, Sendable {
        /// Proven with a role, by a token that lives fifteen minutes ("Authenticating with IAM", Amazon ElastiCache User
        /// Guide).
        case role(CachePermissions)
        /// Made by hand, with a password, under this identifier.
        case existing(String)
    }

    /// `api`: the name as deployed has the name of the cache before it.
    public let name: String
    public let identity: Identity

    /// A user that is known by a role: `.role("api", may: .readWrite(keys: "session:*"))`.
    public static func role(_ name: String, may permissions: CachePermissions = .everything) -> CacheUser {
        CacheUser(name: name, identity: .role(permissions))
    }

    /// A user that somebody made by hand.
    public static func existing(id: String) -> CacheUser {
        CacheUser(name: id, identity: .existing(id))
    }
}

/// What a user of a cache may do, as an access string of the engine ("Specifying permissions using an access string",
/// Amazon ElastiCache User Guide).
public struct CachePermissions: Hashable, Sendable {
    /// `on ~session:* +@all`.
    public let accessString: String

    public init(accessString: String) {
        self.accessString = accessString
    }

    /// Every command on every key.
    public static let everything = CachePermissions(accessString: "on ~* +@all")

    /// Every command but the dangerous and the administrator's, on keys of this pattern.
    public static func readWrite(keys pattern: String = "*") -> CachePermissions {
        CachePermissions(accessString: "on ~\(pattern) +@all -@admin -@dangerous")
    }

    /// Commands that read, on keys of this pattern.
    public static func readOnly(keys pattern: String = "*") -> CachePermissions {
        CachePermissions(accessString: "on ~\(pattern) -@all +@read +@connection")
    }
}
