public import TerraneCore

/// A database that clients connect to, whichever way it is made: by itself, as a cluster, or as a copy of another.
public protocol DatabaseServer: Connectable {
    /// Where clients connect to; for a cluster, where writes go.
    var endpoint: Value<Host> { get }
    associatedtype Metrics: DatabaseMetrics
    var metrics: Metrics { get }
}

extension RelationalDatabase: DatabaseServer {}
extension AuroraCluster: DatabaseServer {}
extension DatabaseReplica: DatabaseServer {}
