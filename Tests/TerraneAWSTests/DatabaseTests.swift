import TerraneCore
import Testing

@testable import TerraneAWS

struct DatabaseTests {
    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    private func database(
        credentials: DatabaseCredentials = .managed(rotatedEvery: .days(90)), isProtected: Bool = true
    ) -> RelationalDatabase {
        RelationalDatabase(
            "shop-db", in: network, engine: .postgreSQL(.v16), instance: .r5(.large),
            storage: .gibibytes(20, upTo: 100), databaseName: "shop", credentials: credentials,
            backups: .daily(keep: .days(30), between: .utc(3)), maintenance: WeeklyWindow(.sunday, .utc(4)),
            parameters: ["log_min_duration_statement": "500"], isProtected: isProtected)
    }

    private var cluster: AuroraCluster {
        AuroraCluster(
            "shop-db", in: network, engine: .mySQL(.v3_10), databaseName: "shop", writer: .r6g(.xlarge2),
            readers: ["reader1": .r6g(.xlarge), "reader2": .r6g(.xlarge)], backups: .daily(keep: .days(30)),
            logs: [.audit, .error, .slowQuery])
    }

    @Test func aDatabaseIsWhatStandsAroundItToo() {
        #expect(
            listedNames(database()) == [
                "shop-db/traffic", "shop-db/subnets", "shop-db/parameters", "shop-db/monitoring",
                "shop-db/monitoring/policy", "shop-db", "shop-db/rotation",
            ])
    }

    @Test func aDatabaseIsEncryptedBackedUpAndOutOfReach() {
        let rows = table(of: "shop-db", in: database())
        #expect(rows?.terraform["storage_encrypted"] == .boolean(true))
        #expect(rows?.cloudFormation["StorageEncrypted"] == .boolean(true))
        #expect(rows?.terraform["publicly_accessible"] == .boolean(false))
        #expect(rows?.terraform["allocated_storage"] == .integer(20))
        #expect(rows?.cloudFormation["AllocatedStorage"] == .string("20"))
        #expect(rows?.terraform["backup_window"] == .string("03:00-04:00"))
        #expect(rows?.cloudFormation["PreferredMaintenanceWindow"] == .string("sun:04:00-sun:05:00"))
        #expect(rows?.cloudFormation["BackupRetentionPeriod"] == .integer(30))
        #expect(rows?.terraform["instance_class"] == .string("db.r5.large"))
        #expect(rows?.terraform["engine_version"] == .string("16"))
    }

    @Test func aProtectedDatabaseLeavesASnapshot() {
        let kept = table(of: "shop-db", in: database())
        #expect(kept?.terraform["final_snapshot_identifier"] == .string("shop-db-final-snapshot"))
        #expect(kept?.cloudFormation["DeletionProtection"] == .boolean(true))
        let passing = table(of: "shop-db", in: database(isProtected: false))
        #expect(passing?.terraform["skip_final_snapshot"] == .boolean(true))
        #expect(passing?.terraform["final_snapshot_identifier"] == nil)
    }

    @Test func rdsKeepsThePasswordUnlessTheStackDoes() {
        let managed = table(of: "shop-db", in: database())
        #expect(managed?.terraform["manage_master_user_password"] == .boolean(true))
        #expect(managed?.cloudFormation["ManageMasterUserPassword"] == .boolean(true))
        let password = GeneratedPassword("shop-password", description: "Of the shop's database")
        let stored = table(of: "shop-db", in: database(credentials: .stored(password)))
        #expect(stored?.terraform["manage_master_user_password"] == nil)
        #expect(stored?.terraform["password_wo_version"] == .integer(1))
        #expect(stored?.terraform["password"] == nil)
        #expect(stored?.cloudFormation["MasterUserPassword"] != nil)
        #expect(!listedNames(database(credentials: .stored(password))).contains("shop-db/rotation"))
    }

    @Test func aClusterHasAWriterAndItsReaders() {
        #expect(
            listedNames(cluster) == [
                "shop-db/traffic", "shop-db/subnets", "shop-db/parameters", "shop-db/monitoring",
                "shop-db/monitoring/policy", "shop-db", "shop-db/writer", "shop-db/reader1", "shop-db/reader2",
            ])
        let reader = table(of: "shop-db/reader1", in: cluster)
        #expect(reader?.terraform["promotion_tier"] == .integer(1))
        #expect(reader?.cloudFormation["DBInstanceClass"] == .string("db.r6g.xlarge"))
        #expect(table(of: "shop-db", in: cluster)?.cloudFormation["Engine"] == .string("aurora-mysql"))
    }

    @Test func readersScaleWithTheirLoad() {
        let scaled = cluster.scalingReaders(2...5, at: .percent(60))
        #expect(listedNames(scaled).suffix(2) == ["shop-db/readers", "shop-db/readers-cpu"])
        let target = table(of: "shop-db/readers", in: scaled)
        #expect(target?.terraform["scalable_dimension"] == .string("rds:cluster:ReadReplicaCount"))
        #expect(target?.cloudFormation["MaxCapacity"] == .integer(5))
    }

    @Test func anEngineTakesSoManyConnections() {
        #expect(database().metrics.connectionLimit == 1802)
        #expect(cluster.metrics.connectionLimit == 3000)
    }

    @Test func aClusterHasMetricsOfItsOwn() {
        func name(_ metric: Metric) -> String {
            guard case .metric(_, let name, let dimensions) = metric.source else { return "" }
            return "\(name) \(dimensions.map(\.name)) \(metric.unit)"
        }
        #expect(name(cluster.metrics.replicaLag) == "AuroraReplicaLag [\"DBClusterIdentifier\"] milliseconds")
        #expect(name(cluster.metrics.freeLocalStorage) == "FreeLocalStorage [\"DBClusterIdentifier\"] bytes")
        #expect(name(database().metrics.freeStorage) == "FreeStorageSpace [\"DBInstanceIdentifier\"] bytes")
        #expect(name(cluster.metrics.cpu) == "CPUUtilization [\"DBClusterIdentifier\"] percent")
    }

    @Test func subnetsOfADatabase() {
        #expect(
            bilingual(RDS.DBSubnetGroup("db/subnets", description: "d", subnets: ["subnet-1", "subnet-2"])) == """
                name | DBSubnetGroupName = "db-subnets"
                description | DBSubnetGroupDescription = "d"
                subnet_ids | SubnetIds = ["subnet-1", "subnet-2"]
                """)
    }

    @Test func settingsOfADatabase() {
        let settings = RDS.DBParameterGroup(
            "settings", family: "postgres16", description: "d",
            [.init("work_mem", "1024"), .init("shared_buffers", "9", waitsForRestart: true)])
        #expect(
            bilingual(settings) == """
                name | DBParameterGroupName = "settings"
                description | Description = "d"
                family | Family = "postgres16"
                parameter[0]/name = "work_mem" | -
                parameter[0]/value = "1024" | -
                parameter[1]/name = "shared_buffers" | -
                parameter[1]/value = "9" | -
                parameter[1]/apply_method = "pending-reboot" | -
                - | Parameters = {work_mem: "1024", shared_buffers: "9"}
                """)
    }

    @Test func aDatabaseOverSeveralRegions() {
        #expect(
            bilingual(RDS.GlobalCluster("world", engine: .mySQL(.v3_10))) == """
                global_cluster_identifier | GlobalClusterIdentifier = "world"
                engine | Engine = "aurora-mysql"
                engine_version | EngineVersion = "8.0.mysql_aurora.3.10.4"
                storage_encrypted | StorageEncrypted = true
                deletion_protection | DeletionProtection = true
                """)
    }
}
