import TerraneAWS

/// A database as RDS sees it, an instance by itself or an Aurora cluster: what the two call the same thing.
struct Database {
    let item: Inventory.Item
    let isCluster: Bool

    var engine: String? { item["engine"].text }
    var version: String? { item["engine_version"].text }
    var backupWindow: Fact { item[isCluster ? "preferred_backup_window" : "backup_window"] }
    var maintenanceWindow: Fact { item[isCluster ? "preferred_maintenance_window" : "maintenance_window"] }
    var identifier: Fact { item[isCluster ? "cluster_identifier" : "identifier"] }
    var databaseName: Fact { item[isCluster ? "database_name" : "db_name"] }
    var userName: Fact { item[isCluster ? "master_username" : "username"] }
    var parameterGroup: String { isCluster ? "db_cluster_parameter_group_name" : "parameter_group_name" }
    var isReplica: Bool {
        ["replicate_source_db", "replication_source_identifier"].contains { !item[$0].isAbsent }
    }
    var isAurora: Bool { engine?.hasPrefix("aurora") == true }
}

extension Inventory {
    var databases: [Database] {
        all(RDS.DBInstance.self).map { Database(item: $0, isCluster: false) }
            + all(RDS.DBCluster.self).map { Database(item: $0, isCluster: true) }
    }
}
