import TerraneCore

/// What CloudWatch measures of every database ("Amazon CloudWatch metrics for Amazon RDS", Amazon RDS User Guide; "Amazon
/// CloudWatch metrics for Amazon Aurora", Amazon Aurora User Guide). What only some have, their own metrics offer: Aurora has
/// no disk that fills, and only a copy is behind.
public protocol DatabaseMetrics: Hashable, Sendable {
    var database: MeasuredDatabase { get }
}

extension DatabaseMetrics {
    public var cpu: Metric { database.metric("CPUUtilization", .percent) }
    public var connections: Metric { database.metric("DatabaseConnections", .count, .maximum) }
    /// How many connections the engine takes unless a parameter says otherwise.
    public var connectionLimit: Int { database.connectionLimit }
    /// Connections as a share of those that the engine takes.
    public var connectionShare: Metric {
        Metric(
            math: "100 * connections / \(connectionLimit)", [.init("connections", connections)],
            label: "DatabaseConnections", unit: .percent)
    }
    public var freeMemory: Metric { database.metric("FreeableMemory", .bytes, .minimum) }
    public var readLatency: Metric { database.metric("ReadLatency", .seconds) }
    public var writeLatency: Metric { database.metric("WriteLatency", .seconds) }
}

extension RelationalDatabase {
    public struct Metrics: DatabaseMetrics {
        public let database: MeasuredDatabase

        public var freeStorage: Metric { database.freeStorage }
    }

    public var metrics: Metrics { Metrics(database: MeasuredDatabase(id, engine, instance)) }
}

extension DatabaseReplica {
    public struct Metrics: DatabaseMetrics {
        public let database: MeasuredDatabase

        public var freeStorage: Metric { database.freeStorage }
        /// How far it is behind its source.
        public var replicaLag: Metric { database.metric("ReplicaLag", .seconds, .maximum) }
    }

    public var metrics: Metrics { Metrics(database: MeasuredDatabase(id, original.engine, instance)) }
}

extension AuroraCluster {
    /// Of the instances of the cluster, taken together; the limit of connections is the writer's.
    public struct Metrics: DatabaseMetrics {
        public let database: MeasuredDatabase

        /// Of an instance's own disk, which holds temporary tables and logs; the volume of the cluster grows by itself.
        public var freeLocalStorage: Metric { database.metric("FreeLocalStorage", .bytes, .minimum) }
        /// How far the slowest reader is behind the writer.
        public var replicaLag: Metric { database.metric("AuroraReplicaLag", .milliseconds, .maximum) }
    }

    public var metrics: Metrics { Metrics(database: MeasuredDatabase(id, engine, writer)) }
}

/// The database that metrics are of.
public struct MeasuredDatabase: Hashable, Sendable {
    private let dimension: Metric.Dimension
    fileprivate let connectionLimit: Int

    fileprivate init(
        _ database: Value<RDS.DBInstance.ID>, _ engine: DatabaseEngine, _ instance: DatabaseInstanceClass
    ) {
        dimension = Metric.Dimension("DBInstanceIdentifier", database.as())
        connectionLimit = engine.connectionLimit(on: instance)
    }

    fileprivate init(_ cluster: Value<RDS.DBCluster.ID>, _ engine: AuroraEngine, _ writer: DatabaseInstanceClass) {
        dimension = Metric.Dimension("DBClusterIdentifier", cluster.as())
        connectionLimit = engine.connectionLimit(on: writer)
    }

    fileprivate var freeStorage: Metric { metric("FreeStorageSpace", .bytes, .minimum) }

    fileprivate func metric(
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
