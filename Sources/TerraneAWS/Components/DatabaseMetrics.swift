import TerraneCore

/// What RDS measures of a database ("Amazon CloudWatch metrics for Amazon RDS", Amazon RDS User Guide).
public struct DatabaseMetrics: Hashable, Sendable {
    private let dimension: Metric.Dimension
    private let engine: DatabaseEngine
    private let instance: DatabaseInstanceClass

    init(of database: Value<RDS.DBInstance.ID>, engine: DatabaseEngine, instance: DatabaseInstanceClass) {
        dimension = Metric.Dimension("DBInstanceIdentifier", database.as())
        self.engine = engine
        self.instance = instance
    }

    /// The writer of a cluster, whichever instance that is, or all its readers.
    init(
        ofCluster cluster: Value<RDS.DBCluster.ID>, engine: DatabaseEngine, instance: DatabaseInstanceClass
    ) {
        dimension = Metric.Dimension("DBClusterIdentifier", cluster.as())
        self.engine = engine
        self.instance = instance
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

    /// How many connections the engine takes unless a parameter says otherwise ("Quotas and constraints for Amazon RDS",
    /// section on the maximum number of database connections, Amazon RDS User Guide). The formulas count the memory that the
    /// engine has, which is a little less than the machine's, so this is the upper end.
    public var connectionLimit: Int {
        let bytes = instance.memory.inMebibytes * 1_048_576
        return switch engine {
        case .postgreSQL: min(bytes / 9_531_392, 5000)
        case .mySQL: min(bytes / 12_582_880, 16000)
        }
    }

    private func metric(
        _ name: String, _ unit: Metric.Unit, _ statistic: Metric.Statistic = .average
    ) -> Metric {
        Metric(
            name, namespace: "AWS/RDS", dimensions: [dimension], unit: unit, statistic: statistic, period: .minutes(5))
    }
}
