/// The server program of a cache and its version ("Supported engines and versions", Amazon ElastiCache User Guide).
public enum CacheEngine: Hashable, Sendable {
    case redis(RedisVersion)
    case valkey(ValkeyVersion)

    public enum RedisVersion: String, Hashable, Sendable {
        case v6_2 = "6.2"
        case v7_0 = "7.0"
        case v7_1 = "7.1"
    }

    public enum ValkeyVersion: String, Hashable, Sendable {
        case v7_2 = "7.2"
        case v8_0 = "8.0"
        case v8_1 = "8.1"
    }

    public var name: String {
        switch self {
        case .redis: "redis"
        case .valkey: "valkey"
        }
    }

    public var version: String {
        switch self {
        case .redis(let version): version.rawValue
        case .valkey(let version): version.rawValue
        }
    }

    /// The family that its parameter groups belong to: `redis7`.
    public var family: String {
        switch self {
        case .redis(.v6_2): "redis6.x"
        case .redis: "redis7"
        case .valkey(.v7_2): "valkey7"
        case .valkey: "valkey8"
        }
    }

    /// The parameter group that ElastiCache brings along: `default.redis7`, `default.redis7.cluster.on`.
    public func defaultParameterGroup(_ mode: CacheClusterMode) -> String {
        "default.\(family)" + (mode == .disabled ? "" : ".cluster.on")
    }

    /// Whether users can prove who they are with a role: from version 7 on ("Authenticating with IAM", Amazon
    /// ElastiCache User Guide).
    var knowsRoles: Bool { self != .redis(.v6_2) }

    /// Whether a user group has to hold a user called `default`, whom the engine lets in without a name.
    var needsDefaultUser: Bool {
        if case .redis = self { true } else { false }
    }
}
