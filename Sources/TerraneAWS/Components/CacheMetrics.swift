import TerraneCore

/// What ElastiCache measures ("Metrics for Valkey and Redis OSS", Amazon ElastiCache User Guide), over all nodes of
/// a replication group: the worst of them for levels, all together for events.
public struct CacheMetrics: Hashable, Sendable {
    private let group: Value<ElastiCache.ReplicationGroup.ID>
    private let nodes: Int

    init(of group: Value<ElastiCache.ReplicationGroup.ID>, nodes: Int) {
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
        let parts = (1...max(1, nodes)).map { number in
            Metric.Part("\(id)\(number)", node(number, metric, unit, statistic))
        }
        if parts.count == 1 { return parts[0].metric }
        return Metric(
            math: "\(function)([\(parts.map(\.id).joined(separator: ", "))])", parts, label: metric, unit: unit)
    }

    private func node(_ number: Int, _ metric: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic) -> Metric {
        Metric(
            metric, namespace: "AWS/ElastiCache",
            dimensions: [.init("CacheClusterId", "\(group)-00\(number)")], unit: unit, statistic: statistic)
    }
}
