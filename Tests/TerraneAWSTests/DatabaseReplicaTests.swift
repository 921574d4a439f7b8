import TerraneCore
import Testing

@testable import TerraneAWS

/// A copy of a database in another region.
struct DatabaseReplicaTests {
    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    private var original: RelationalDatabase {
        RelationalDatabase(
            "shop-db", in: network, engine: .postgreSQL(.v16), instance: .r6g(.large),
            storage: .gibibytes(100, upTo: 500), databaseName: "shop",
            backups: .daily(keep: .days(30), between: .utc(17)), parameters: ["work_mem": "1024"], acceptsRoles: true)
    }

    private func replica(instance: DatabaseInstanceClass? = nil, isProtected: Bool = true) -> DatabaseReplica {
        DatabaseReplica(
            "shop-copy", of: original, account: "222233334444", region: .tokyo,
            in: Network("recovery", cidr: "10.1.0.0/16", zones: .osaka(.a, .b)), instance: instance,
            encryptedWith: "arn:key", isProtected: isProtected)
    }

    @Test func aReplicaIsWhatStandsAroundItTooButNoPassword() {
        #expect(
            listedNames(replica()) == [
                "shop-copy/traffic", "shop-copy/subnets", "shop-copy/parameters", "shop-copy/monitoring",
                "shop-copy/monitoring/policy", "shop-copy",
            ])
        let rows = table(of: "shop-copy", in: replica())
        #expect(rows?.terraform.keys.contains { $0.contains("password") || $0 == "username" } == false)
        #expect(rows?.cloudFormation.keys.contains { $0.contains("Password") || $0 == "MasterUsername" } == false)
    }

    @Test func aReplicaFollowsItsSourceByItsARN() {
        let rows = table(of: "shop-copy", in: replica())
        let source = rows?.terraform["replicate_source_db"]
        #expect(source == rows?.cloudFormation["SourceDBInstanceIdentifier"])
        #expect(source?.shortText == "\"arn:(<partition>):rds:ap-northeast-1:222233334444:db:shop-db\"")
        #expect(rows?.cloudFormation["SourceRegion"] == .string("ap-northeast-1"))
    }

    @Test func whatItsSourceDecidesIsNotSaidAgain() {
        let rows = table(of: "shop-copy", in: replica())
        for attribute in ["engine", "engine_version", "allocated_storage", "db_name"] {
            #expect(rows?.terraform[attribute] == nil, "\(attribute)")
        }
        for property in ["Engine", "EngineVersion", "AllocatedStorage", "DBName", "StorageEncrypted"] {
            #expect(rows?.cloudFormation[property] == nil, "\(property)")
        }
    }

    @Test func aReplicaIsEncryptedWithAKeyOfItsOwnRegion() {
        let rows = table(of: "shop-copy", in: replica())
        #expect(rows?.terraform["storage_encrypted"] == .boolean(true))
        #expect(rows?.terraform["kms_key_id"] == .string("arn:key"))
        #expect(rows?.cloudFormation["KmsKeyId"] == .string("arn:key"))
    }

    @Test func aReplicaIsSetAsItsSource() {
        let settings = table(of: "shop-copy/parameters", in: replica())
        #expect(settings?.cloudFormation["Parameters"]?.shortText == "{rds.force_ssl: \"1\", work_mem: \"1024\"}")
        let rows = table(of: "shop-copy", in: replica())
        #expect(rows?.terraform["instance_class"] == .string("db.r6g.large"))
        #expect(rows?.terraform["backup_retention_period"] == .integer(30))
        #expect(rows?.cloudFormation["EnableIAMDatabaseAuthentication"] == .boolean(true))
        #expect(rows?.cloudFormation["MaxAllocatedStorage"] == .integer(500))
        let smaller = table(of: "shop-copy", in: replica(instance: .t4g(.medium)))
        #expect(smaller?.cloudFormation["DBInstanceClass"] == .string("db.t4g.medium"))
    }

    @Test(arguments: [true, false])
    func aReplicaLeavesNoSnapshot(isProtected: Bool) {
        let rows = table(of: "shop-copy", in: replica(isProtected: isProtected))
        #expect(rows?.terraform["skip_final_snapshot"] == .boolean(true))
        #expect(rows?.terraform["final_snapshot_identifier"] == nil)
        #expect(rows?.cloudFormation["DeletionProtection"] == .boolean(isProtected))
    }

    @Test func clientsReachItAsTheyReachItsSource() {
        #expect(replica().listeningPorts == original.listeningPorts)
        #expect(replica().endpoint.expression.target?.terraform == "shop-copy.address")
        #expect(replica().metrics.connectionLimit == original.metrics.connectionLimit)
        #expect(problems(of: replica()).isEmpty)
    }
}
