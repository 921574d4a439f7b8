public import TerraneCore

/// A setting of the server program of a cache ("Valkey and Redis OSS parameters", Amazon ElastiCache User Guide).
public enum CacheParameter: Hashable, Sendable {
    /// Which keys go when memory is full.
    case evicting(Eviction)
    /// How long a client may be silent before it is disconnected; zero for ever.
    case idleTimeout(TimeSpan)
    /// How long a command takes to be in the slow log.
    case slowLog(microseconds: Int)
    /// Which changes of keys are published, in the letters of the engine: `Ex` for keys that expire.
    case keyspaceEvents(String)
    /// The share of the memory that is kept for backups and failover. 25 % unless said.
    case reservedMemory(Percentage)
    /// Any other, by its name.
    case custom(String, String)

    public enum Eviction: String, Hashable, Sendable {
        case never = "noeviction"
        case leastRecentlyUsed = "allkeys-lru"
        case leastFrequentlyUsed = "allkeys-lfu"
        case random = "allkeys-random"
        /// Of the keys that expire: what ElastiCache does by default.
        case leastRecentlyUsedExpiring = "volatile-lru"
        case leastFrequentlyUsedExpiring = "volatile-lfu"
        case randomExpiring = "volatile-random"
        case soonestExpiring = "volatile-ttl"
    }

    public var name: String {
        switch self {
        case .evicting: "maxmemory-policy"
        case .idleTimeout: "timeout"
        case .slowLog: "slowlog-log-slower-than"
        case .keyspaceEvents: "notify-keyspace-events"
        case .reservedMemory: "reserved-memory-percent"
        case .custom(let name, _): name
        }
    }

    public var value: String {
        switch self {
        case .evicting(let policy): policy.rawValue
        case .idleTimeout(let time): String(time.inSeconds)
        case .slowLog(let limit): String(limit)
        case .keyspaceEvents(let letters): letters
        case .reservedMemory(let share): Metric.text(of: share.ofHundred)
        case .custom(_, let value): value
        }
    }
}
