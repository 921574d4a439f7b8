import TerraneCore

/// What ElastiCache measures ("Metrics for Valkey and Redis OSS", Amazon ElastiCache User Guide), over all nodes of
/// a replication group: the worst of them for levels, all together for events.
///
/// An alarm takes ten nodes at most: one over a larger cache watches its shards one by one.
public struct CacheMetrics: Hashable, Sendable {
    private let group: Value<ElastiCache.ReplicationGroup.ID>
    /// What follows the name of the group in those of its nodes: `001`, in cluster mode `0001-001`.
    private let nodes: [String]

    init(of group: Value<ElastiCache.ReplicationGroup.ID>, nodes: [String]) {
        self.group = group
        self.nodes = nodes
    }

    /// The machine's processors.
    public var cpu: Metric { worst("CPUUtilization", as: "cpu", .percent) }
    /// The one thread that serves commands: the figure to watch on nodes of four processors and more.
    public var engineCPU: Metric { worst("EngineCPUUtilization", as: "engine", .percent) }
    /// The share of the memory for data that is in use.
    public var memory: Metric { worst("DatabaseMemoryUsagePercentage", as: "memory", .percent) }
    public var connections: Metric { worst("CurrConnections", as: "connections", .count) }
    /// Keys thrown out because memory was full.
    public var evictions: Metric { total("Evictions", as: "evictions") }
    /// How far the replicas are behind.
    public var replicationLag: Metric { worst("ReplicationLag", as: "lag", .seconds) }
    /// The share of lookups that found their key, where it is least.
    public var hitRate: Metric { combined("MIN", "CacheHitRate", as: "hits", .percent, each: .average) }

    private func worst(_ metric: String, as id: String, _ unit: Metric.Unit) -> Metric {
        combined("MAX", metric, as: id, unit, each: .average)
    }

    private func total(_ metric: String, as id: String) -> Metric {
        combined("SUM", metric, as: id, .count, each: .sum)
    }

    /// ElastiCache measures nodes, not groups, so a group is arithmetic over its nodes.
    private func combined(
        _ function: String, _ metric: String, as id: String, _ unit: Metric.Unit, each statistic: Metric.Statistic
    ) -> Metric {
        let parts = nodes.enumerated().map { index, suffix in
            Metric.Part("\(id)\(index + 1)", node(suffix, metric, unit, statistic))
        }
        if parts.count == 1 { return parts[0].metric }
        return Metric(
            math: "\(function)([\(parts.map(\.id).joined(separator: ", "))])", parts, label: metric, unit: unit)
    }

    private func node(_ suffix: String, _ metric: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric
    {
        Metric(
            metric, namespace: "AWS/ElastiCache",
            dimensions: [.init("CacheClusterId", "\(group)-\(suffix)")], unit: unit, statistic: statistic)
    }
}
