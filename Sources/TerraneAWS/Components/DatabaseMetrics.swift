import TerraneCore

/// What RDS measures of a database ("Amazon CloudWatch metrics for Amazon RDS", Amazon RDS User Guide).
public struct DatabaseMetrics: Hashable, Sendable {
    private let dimension: Metric.Dimension
    /// How many connections the engine takes unless a parameter says otherwise.
    public let connectionLimit: Int

    init(of database: Value<RDS.DBInstance.ID>, engine: DatabaseEngine, instance: DatabaseInstanceClass) {
        dimension = Metric.Dimension("DBInstanceIdentifier", database.as())
        connectionLimit = engine.connectionLimit(on: instance)
    }

    /// The instances of a cluster, taken together; their limit is the writer's.
    init(ofCluster cluster: Value<RDS.DBCluster.ID>, engine: AuroraEngine, instance: DatabaseInstanceClass) {
        dimension = Metric.Dimension("DBClusterIdentifier", cluster.as())
        connectionLimit = engine.connectionLimit(on: instance)
    }

    public var cpu: Metric { metric("CPUUtilization", .percent) }
    public var connections: Metric { metric("DatabaseConnections", .count, .maximum) }
    /// Connections as a share of those that the engine takes.
    public var connectionShare: Metric {
        Metric(
            math: "100 * connections / \(connectionLimit)", [.init("connections", connections)],
            label: "DatabaseConnections", unit: .percent)
    }
    public var freeMemory: Metric { metric("FreeableMemory", .bytes, .minimum) }
    public var freeStorage: Metric { metric("FreeStorageSpace", .bytes, .minimum) }
    public var readLatency: Metric { metric("ReadLatency", .seconds) }
    public var writeLatency: Metric { metric("WriteLatency", .seconds) }
    /// How far a replica is behind its source.
    public var replicaLag: Metric { metric("ReplicaLag", .seconds, .maximum) }

    private func metric(
        _ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic = .average
    ) -> Metric {
        Metric(
            name, namespace: "AWS/RDS", dimensions: [dimension], unit: unit, statistic: statistic, period: .minutes(5))
    }
}

extension DatabaseEngine {
    /// "Quotas and constraints for Amazon RDS", section on the maximum number of database connections, Amazon RDS User Guide.
    /// The formulas count the memory that the engine has, which is a little less than the machine's, so this is the upper end.
    func connectionLimit(on instance: DatabaseInstanceClass) -> Int {
        let bytes = instance.memory.inMebibytes * 1_048_576
        return switch self {
        case .postgreSQL: min(bytes / 9_531_392, 5000)
        case .mySQL: min(bytes / 12_582_880, 16000)
        }
    }
}

extension AuroraEngine {
    /// Aurora MySQL takes fewer than MySQL, in steps ("Maximum connections to an Aurora MySQL DB instance", Amazon Aurora User
    /// Guide); Aurora PostgreSQL as many as PostgreSQL.
    func connectionLimit(on instance: DatabaseInstanceClass) -> Int {
        guard case .mySQL = self else { return compatible.connectionLimit(on: instance) }
        return switch instance.memory.inGibibytes {
        case ..<4: 45
        case ..<8: 90
        case ..<16: 135
        case ..<32: 1000
        case ..<64: 2000
        case ..<128: 3000
        case ..<256: 4000
        case ..<384: 5000
        default: 6000
        }
    }
}
