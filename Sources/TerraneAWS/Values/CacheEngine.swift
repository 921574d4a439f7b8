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
}
