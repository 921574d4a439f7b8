import Terrane

/// Databases and caches as somebody may write them by hand, without what Terrane's types exclude.
enum DataParts {
    static let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    /// A MySQL, or whatever else, on a disk.
    static func database(
        _ engine: String = "mysql", _ version: String = "8.4.9", class machine: String = "db.t4g.medium",
        user: String = "administrator", disk: Int = 100, file: String = #fileID, line: Int = #line,
        @PropertiesBuilder _ more: () -> Properties = { Properties() }
    ) -> RawResource {
        let rows = more()
        return RawResource("shop-db", type: RDS.DBInstance.type, file: file, line: line) {
            row("identifier", "DBInstanceIdentifier", "shop-db")
            row("engine", "Engine", engine)
            row("engine_version", "EngineVersion", version)
            row("instance_class", "DBInstanceClass", machine)
            row("allocated_storage", terraform: disk, "AllocatedStorage", cloudFormation: String(disk))
            row("db_name", "DBName", "shop")
            row("username", "MasterUsername", user)
            row("manage_master_user_password", "ManageMasterUserPassword", true)
            row("storage_encrypted", "StorageEncrypted", true)
            rows
        }
    }

    static func relational(
        _ name: Name = "shop-db", engine: DatabaseEngine = .postgreSQL(.v16),
        instance: DatabaseInstanceClass = .t4g(.medium), storage: DatabaseStorage = .gibibytes(100, upTo: 200),
        databaseName: String = "shop", user: String = "administrator",
        backups: DatabaseBackups = .daily(keep: .days(7)), maintenance: WeeklyWindow? = nil,
        parameters: KeyValuePairs<String, String> = [:], file: String = #fileID, line: Int = #line
    ) -> RelationalDatabase {
        RelationalDatabase(
            name, in: network, engine: engine, instance: instance, storage: storage, databaseName: databaseName,
            user: user, backups: backups, maintenance: maintenance, parameters: parameters, file: file, line: line)
    }

    static func aurora(
        engine: String = "aurora-mysql", _ version: String = "8.0.mysql_aurora.3.10.4", file: String = #fileID,
        line: Int = #line, @PropertiesBuilder _ more: () -> Properties = { Properties() }
    ) -> RawResource {
        let rows = more()
        return RawResource("shop-cluster", type: RDS.DBCluster.type, file: file, line: line) {
            row("cluster_identifier", "DBClusterIdentifier", "shop-cluster")
            row("engine", "Engine", engine)
            row("engine_version", "EngineVersion", version)
            row("database_name", "DatabaseName", "shop")
            row("master_username", "MasterUsername", "administrator")
            row("manage_master_user_password", "ManageMasterUserPassword", true)
            row("storage_encrypted", "StorageEncrypted", true)
            rows
        }
    }

    static func instance(
        engine: String = "aurora-mysql", class machine: String = "db.r6g.large", of cluster: RawResource,
        file: String = #fileID, line: Int = #line
    ) -> RawResource {
        let id: Value<String> = cluster.attribute("cluster_identifier", .ref)
        return RawResource("shop-writer", type: RDS.DBClusterInstance.type, file: file, line: line) {
            row("identifier", "DBInstanceIdentifier", "shop-writer")
            row("cluster_identifier", "DBClusterIdentifier", id)
            row("engine", "Engine", engine)
            row("instance_class", "DBInstanceClass", machine)
        }
    }

    static func cache(
        engine: String = "redis", _ version: String = "7.1", node: String = "cache.t4g.medium",
        file: String = #fileID, line: Int = #line, @PropertiesBuilder _ more: () -> Properties
    ) -> RawResource {
        let rows = more()
        return RawResource("sessions", type: ElastiCache.ReplicationGroup.type, file: file, line: line) {
            row("replication_group_id", "ReplicationGroupId", "sessions")
            row("description", "ReplicationGroupDescription", "Sessions of the shop")
            row("engine", "Engine", engine)
            row("engine_version", "EngineVersion", version)
            row("node_type", "CacheNodeType", node)
            row("at_rest_encryption_enabled", "AtRestEncryptionEnabled", true)
            rows
        }
    }
}
