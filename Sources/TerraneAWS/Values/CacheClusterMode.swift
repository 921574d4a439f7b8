/// Whether the keys of a cache are divided over several primaries ("Replication: Valkey and Redis OSS cluster mode
/// disabled vs. enabled", Amazon ElastiCache User Guide). Clients of a divided cache speak the cluster protocol.
public enum CacheClusterMode: Hashable, Sendable {
    /// One primary has all keys.
    case disabled
    /// So many primaries have a share of the keys each: 1 to 500.
    case shards(Int)

    /// How many primaries there are.
    public var shardCount: Int {
        if case .shards(let count) = self { count } else { 1 }
    }
}
