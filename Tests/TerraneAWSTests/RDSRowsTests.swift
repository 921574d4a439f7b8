import TerraneCore
import Testing

@testable import TerraneAWS

/// Servers and clusters of databases in both dialects.
struct RDSRowsTests {
    private static let managed = RDS.MasterPassword.managed()

    private var instance: RDS.DBInstance {
        RDS.DBInstance(
            "db", engine: .postgreSQL(.v16), instance: .r6g(.large),
            .new(databaseName: "shop", user: "administrator", password: RDSRowsTests.managed),
            storage: .gibibytes(20, upTo: 100), in: "subnets", securityGroups: ["sg-1"])
    }

    private var cluster: RDS.DBCluster {
        RDS.DBCluster(
            "db", engine: .mySQL(.v3_10),
            .new(databaseName: "shop", user: "administrator", password: RDSRowsTests.managed), in: "subnets",
            securityGroups: ["sg-1"])
    }

    @Test func aServer() {
        #expect(
            bilingual(instance) == """
                identifier | DBInstanceIdentifier = "db"
                engine | Engine = "postgres"
                engine_version = "16" | EngineVersion = "16.13"
                instance_class | DBInstanceClass = "db.r6g.large"
                db_name | DBName = "shop"
                username | MasterUsername = "administrator"
                manage_master_user_password | ManageMasterUserPassword = true
                allocated_storage = 20 | AllocatedStorage = "20"
                max_allocated_storage | MaxAllocatedStorage = 100
                storage_type | StorageType = "gp3"
                storage_encrypted | StorageEncrypted = true
                multi_az | MultiAZ = false
                db_subnet_group_name | DBSubnetGroupName = "subnets"
                vpc_security_group_ids | VPCSecurityGroups = ["sg-1"]
                publicly_accessible | PubliclyAccessible = false
                iam_database_authentication_enabled | EnableIAMDatabaseAuthentication = false
                backup_retention_period | BackupRetentionPeriod = 7
                copy_tags_to_snapshot | CopyTagsToSnapshot = true
                auto_minor_version_upgrade | AutoMinorVersionUpgrade = true
                performance_insights_enabled | EnablePerformanceInsights = true
                performance_insights_retention_period | PerformanceInsightsRetentionPeriod = 7
                enabled_cloudwatch_logs_exports | EnableCloudwatchLogsExports = []
                deletion_protection | DeletionProtection = true
                skip_final_snapshot = false | -
                final_snapshot_identifier = "db-final-snapshot" | -
                apply_immediately = false | -
                """)
    }

    @Test func eachPropertyOfAServerShowsOnBothSides() {
        expectEachChangeToShow(
            instance,
            [
                Change("identifier") { $0.identifier = "other" }, Change("engine") { $0.engine = .mySQL(.v8_4) },
                Change("engine") { $0.engine = .postgreSQL(.v17) }, Change("instance") { $0.instance = .t3(.micro) },
                Change("origin") { $0.origin = .replica(of: "arn:db", from: .tokyo) },
                Change("storage") { $0.storage = .gibibytes(30, upTo: 100) },
                Change("storage") { $0.storage = .gibibytes(20) },
                Change("storage") { $0.storage = .provisioned(100, operations: 3000) },
                Change("isMultiAZ") { $0.isMultiAZ = true }, Change("subnetGroup") { $0.subnetGroup = "other" },
                Change("securityGroups") { $0.securityGroups = [] },
                Change("parameterGroup") { $0.parameterGroup = "settings" },
                Change("backups") { $0.backups = .daily(keep: .days(8)) },
                Change("backups") { $0.backups = .daily(keep: .days(7), between: .utc(3)) },
                Change("maintenance") { $0.maintenance = WeeklyWindow(.sunday, .utc(4)) },
                Change("logs") { $0.logs = ["postgresql"] }, Change("encryptionKey") { $0.encryptionKey = "arn:key" },
                Change("acceptsRoles") { $0.acceptsRoles = true }, Change("isProtected") { $0.isProtected = false },
                Change("monitoring") { $0.monitoring = .init(role: "arn:role") },
            ])
    }

    @Test func aCluster() {
        #expect(
            bilingual(cluster) == """
                cluster_identifier | DBClusterIdentifier = "db"
                engine | Engine = "aurora-mysql"
                engine_version | EngineVersion = "8.0.mysql_aurora.3.10.4"
                database_name | DatabaseName = "shop"
                master_username | MasterUsername = "administrator"
                manage_master_user_password | ManageMasterUserPassword = true
                storage_encrypted | StorageEncrypted = true
                db_subnet_group_name | DBSubnetGroupName = "subnets"
                vpc_security_group_ids | VpcSecurityGroupIds = ["sg-1"]
                iam_database_authentication_enabled | EnableIAMDatabaseAuthentication = false
                backup_retention_period | BackupRetentionPeriod = 7
                copy_tags_to_snapshot | CopyTagsToSnapshot = true
                enabled_cloudwatch_logs_exports | EnableCloudwatchLogsExports = []
                deletion_protection | DeletionProtection = true
                skip_final_snapshot = false | -
                final_snapshot_identifier = "db-final-snapshot" | -
                apply_immediately = false | -
                """)
    }

    @Test func eachPropertyOfAClusterShowsOnBothSides() {
        expectEachChangeToShow(
            cluster,
            [
                Change("identifier") { $0.identifier = "other" }, Change("engine") { $0.engine = .mySQL(.v3_08) },
                Change("engine") { $0.engine = .postgreSQL(.v16) }, Change("origin") { $0.origin = .secondary },
                Change("subnetGroup") { $0.subnetGroup = "other" }, Change("securityGroups") { $0.securityGroups = [] },
                Change("parameterGroup") { $0.parameterGroup = "settings" },
                Change("globalCluster") { $0.globalCluster = "world" },
                Change("backups") { $0.backups = .daily(keep: .days(8)) },
                Change("maintenance") { $0.maintenance = WeeklyWindow(.sunday, .utc(4)) },
                Change("logs") { $0.logs = [.slowQuery] }, Change("encryptionKey") { $0.encryptionKey = "arn:key" },
                Change("acceptsRoles") { $0.acceptsRoles = true }, Change("isProtected") { $0.isProtected = false },
            ])
    }

    @Test func aServerOfACluster() {
        let reader = RDS.DBClusterInstance(
            "db/reader", of: "db", engine: .mySQL(.v3_10), instance: .r6g(.large), promotionTier: 1, in: "subnets")
        #expect(
            bilingual(reader) == """
                identifier | DBInstanceIdentifier = "db-reader"
                cluster_identifier | DBClusterIdentifier = "db"
                engine | Engine = "aurora-mysql"
                instance_class | DBInstanceClass = "db.r6g.large"
                promotion_tier | PromotionTier = 1
                db_subnet_group_name | DBSubnetGroupName = "subnets"
                publicly_accessible | PubliclyAccessible = false
                auto_minor_version_upgrade | AutoMinorVersionUpgrade = true
                copy_tags_to_snapshot = true | -
                performance_insights_enabled | EnablePerformanceInsights = true
                performance_insights_retention_period | PerformanceInsightsRetentionPeriod = 7
                """)
        expectEachChangeToShow(
            reader,
            [
                Change("identifier") { $0.identifier = "other" }, Change("cluster") { $0.cluster = "other" },
                Change("engine") { $0.engine = .postgreSQL(.v16) }, Change("instance") { $0.instance = .t3(.medium) },
                Change("promotionTier") { $0.promotionTier = 2 }, Change("subnetGroup") { $0.subnetGroup = "other" },
                Change("monitoring") { $0.monitoring = .init(every: .seconds(30), role: "arn:role") },
            ])
    }

    @Test func settingsOfACluster() {
        let settings = RDS.DBClusterParameterGroup(
            "settings", family: "aurora-mysql8.0", description: "d", [.init("time_zone", "Asia/Tokyo")])
        #expect(
            bilingual(settings) == """
                name | DBClusterParameterGroupName = "settings"
                description | Description = "d"
                family | Family = "aurora-mysql8.0"
                parameter[0]/name = "time_zone" | -
                parameter[0]/value = "Asia/Tokyo" | -
                - | Parameters = {time_zone: "Asia/Tokyo"}
                """)
    }
}
