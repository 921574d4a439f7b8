import TerraneCore
import Testing

@testable import TerraneAWS

/// What RDS would refuse, each beside its nearest legal neighbour.
struct DatabaseCheckTests {
    private func database(
        _ name: Name = "shop-db", zones: Zones = .tokyo(.a, .c), engine: DatabaseEngine = .postgreSQL(.v16),
        storage: DatabaseStorage = .gibibytes(20, upTo: 100), databaseName: String = "shop",
        user: String = "administrator", keep: TimeSpan = .days(7), between window: DailyWindow? = .utc(3),
        maintenance: WeeklyWindow? = WeeklyWindow(.sunday, .utc(4)), parameters: KeyValuePairs<String, String> = [:]
    ) -> [Diagnostic] {
        RelationalDatabase(
            name, in: Network("shop", cidr: "10.0.0.0/16", zones: zones), engine: engine, instance: .r5(.large),
            storage: storage, databaseName: databaseName, user: user, backups: .daily(keep: keep, between: window),
            maintenance: maintenance, parameters: parameters
        ).check()
    }

    private func cluster(
        engine: AuroraEngine = .mySQL(.v3_10), writer: DatabaseInstanceClass = .r6g(.xlarge2),
        readers: KeyValuePairs<String, DatabaseInstanceClass> = ["reader1": .r6g(.xlarge)],
        logs: [AuroraEngine.Log]? = nil
    ) -> AuroraCluster {
        AuroraCluster(
            "shop-db", in: Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)), engine: engine,
            databaseName: "shop", writer: writer, readers: readers, logs: logs)
    }

    @Test func whatRDSTakesIsNoError() {
        #expect(database().isEmpty)
        #expect(cluster().check().isEmpty)
        #expect(
            cluster(engine: .postgreSQL(.v17), logs: [.postgreSQL]).scalingReaders(0...15, at: .percent(60)).check()
                .isEmpty)
    }

    @Test func anIdentifierHasSingleHyphensAndNoEndlessLength() {
        let long = Name(stringLiteral: "a" + String(repeating: "b", count: 63))
        let fits = Name(stringLiteral: "a" + String(repeating: "b", count: 62))
        #expect(database(long) == [.databaseIdentifier(long, long.dashed)])
        #expect(database(fits).isEmpty)
    }

    @Test func aDatabaseNameIsAWordThatTheEngineDoesNotKeep() {
        #expect(database(databaseName: "shop-db") == [.databaseName("shop-db", "shop-db")])
        #expect(database(databaseName: "1shop") == [.databaseName("shop-db", "1shop")])
        #expect(database(databaseName: "template1") == [.reservedDatabaseWord("shop-db", "template1")])
        #expect(database(engine: .mySQL(.v8_4), databaseName: "mysql") == [.reservedDatabaseWord("shop-db", "mysql")])
        #expect(database(databaseName: "shop_db1").isEmpty)
    }

    @Test func aUserIsAWordThatTheEngineDoesNotKeep() {
        #expect(database(user: "admin") == [.reservedDatabaseWord("shop-db", "admin")])
        #expect(database(engine: .mySQL(.v8_4), user: "admin").isEmpty)
        let long = "abcdefghijklmnopq"
        #expect(
            database(engine: .mySQL(.v8_4), user: long) == [.databaseUser("shop-db", long, longest: 16)])
        #expect(database(user: long).isEmpty)
    }

    @Test func backupsAreKeptForWholeDays() {
        #expect(database(keep: .days(36)) == [.databaseRetention("shop-db")])
        #expect(database(keep: .days(0)) == [.databaseRetention("shop-db")])
        #expect(database(keep: .hours(36)) == [.databaseRetention("shop-db")])
        #expect(database(keep: .days(1)).isEmpty)
        #expect(database(keep: .days(35)).isEmpty)
    }

    @Test func backupsAndMaintenanceDoNotMeet() {
        let window = DailyWindow.utc(3)
        let late = WeeklyWindow(.sunday, .utc(3, 30))
        let early = WeeklyWindow(.sunday, .utc(23, 30, lasting: .hours(4)))
        #expect(
            database(between: window, maintenance: late) == [.databaseWindowsOverlap("shop-db", window, late)])
        #expect(
            database(between: window, maintenance: early) == [.databaseWindowsOverlap("shop-db", window, early)])
        #expect(database(between: window, maintenance: WeeklyWindow(.sunday, .utc(2))).isEmpty)
        #expect(database(between: nil, maintenance: late).isEmpty)
    }

    @Test func aWindowIsOpenForHalfAnHour() {
        let short = DailyWindow.utc(3, lasting: .minutes(29))
        #expect(database(between: short) == [.databaseWindow("shop-db", short)])
        #expect(database(between: .utc(3, lasting: .minutes(30))).isEmpty)
        #expect(database(between: .utc(24)) == [.databaseWindow("shop-db", .utc(24))])
    }

    @Test func aDiskHasASmallestSizeAndGrowsByATenth() {
        #expect(database(storage: .gibibytes(19)) == [.databaseStorage("shop-db", 19, smallest: 20)])
        #expect(
            database(storage: .gibibytes(20, upTo: 21)) == [.databaseStorageLimit("shop-db", 20, limit: 21)])
        #expect(database(storage: .gibibytes(20, upTo: 22)).isEmpty)
    }

    @Test func operationsAreBoughtForADiskThatCanDoThem() {
        #expect(
            database(storage: .provisioned(99, operations: 3000)) == [.databaseStorage("shop-db", 99, smallest: 100)])
        #expect(
            database(storage: .provisioned(100, operations: 100_001)) == [.databaseOperations("shop-db", 100_001)])
        #expect(database(storage: .provisioned(100, operations: 999)) == [.databaseOperations("shop-db", 999)])
        #expect(database(storage: .provisioned(100, operations: 100_000)).isEmpty)
    }

    @Test func nobodySwitchesTLSOff() {
        #expect(
            database(parameters: ["rds.force_ssl": "0"]) == [.databaseParameterTwice("shop-db", "rds.force_ssl")])
        #expect(database(parameters: ["log_min_duration_statement": "500"]).isEmpty)
    }

    @Test func subnetsReachOverTwoZones() {
        #expect(database(zones: .tokyo(.a)) == [.databaseInOneZone("shop-db", "shop")])
    }

    @Test func aClusterExportsLogsThatItHas() {
        #expect(
            cluster(logs: [.audit, .postgreSQL]).check()
                == [.databaseLog("shop-db", .postgreSQL, .mySQL(.v3_10))])
        #expect(cluster(logs: [.audit, .error, .slowQuery]).check().isEmpty)
    }

    @Test func auroraHasNoGeneralPurposeMachines() {
        #expect(cluster(writer: .m6g(.large)).check() == [.auroraInstance("shop-db", .m6g(.large))])
        #expect(cluster(writer: .t4g(.small)).check() == [.auroraInstance("shop-db", .t4g(.small))])
        #expect(cluster(writer: .t4g(.medium)).check().isEmpty)
    }

    @Test func readersHaveNamesOfTheirOwn() {
        #expect(cluster(readers: ["writer": .r6g(.large)]).check() == [.auroraReaderNames("shop-db")])
        #expect(
            cluster(readers: ["a": .r6g(.large), "a": .r6g(.large)]).check() == [.auroraReaderNames("shop-db")])
        #expect(cluster(readers: ["a": .r6g(.large), "b": .r6g(.large)]).check().isEmpty)
    }

    @Test func noMoreThanFifteenReaders() {
        #expect(
            cluster().scalingReaders(2...16, at: .percent(60)).check() == [.auroraScaling("shop-db", 2...16)])
        #expect(cluster().scalingReaders(2...5, at: .percent(60)).check().isEmpty)
    }
}
