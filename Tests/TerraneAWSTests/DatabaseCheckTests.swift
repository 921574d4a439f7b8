import TerraneCore
import Testing

@testable import TerraneAWS

/// What cannot be written down as it is meant, each beside its nearest legal neighbour. What RDS refuses of the resources, the
/// checks of the graph find.
struct DatabaseCheckTests {
    private func database(
        zones: Zones = .tokyo(.a, .c), keep: TimeSpan = .days(7), between window: DailyWindow? = nil,
        maintenance: WeeklyWindow? = nil
    ) -> RelationalDatabase {
        RelationalDatabase(
            "shop-db", in: Network("shop", cidr: "10.0.0.0/16", zones: zones), engine: .postgreSQL(.v16),
            instance: .r5(.large), storage: .gibibytes(20, upTo: 100), databaseName: "shop",
            backups: .daily(keep: keep, between: window), maintenance: maintenance)
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
        #expect(database().check().isEmpty)
        #expect(cluster().check().isEmpty)
        #expect(
            cluster(engine: .postgreSQL(.v17), logs: [.postgreSQL]).scalingReaders(0...15, at: .percent(60)).check()
                .isEmpty)
    }

    @Test func subnetsReachOverTwoZones() {
        #expect(database(zones: .tokyo(.a)).check() == [.databaseInOneZone("shop-db", "shop")])
    }

    @Test func aCopyIsCheckedAsItsOriginalIs() {
        let copy = DatabaseReplica(
            "shop-copy", of: database(keep: .hours(36)), account: "111122223333", region: .tokyo,
            in: Network("recovery", cidr: "10.1.0.0/16", zones: .osaka(.a)), encryptedWith: "arn:key")
        #expect(
            copy.check() == [.databaseInOneZone("shop-copy", "recovery"), .retentionInPartsOfDays("shop-copy")])
    }

    @Test func backupsAreKeptForWholeDays() {
        #expect(database(keep: .hours(36)).check() == [.retentionInPartsOfDays("shop-db")])
        #expect(database(keep: .days(2)).check().isEmpty)
    }

    @Test func aWindowEndsWithinADay() {
        let long = DailyWindow.utc(3, lasting: .hours(24))
        #expect(database(between: long).check() == [.windowOverADay("shop-db", long)])
        #expect(
            database(maintenance: WeeklyWindow(.sunday, long)).check() == [.windowOverADay("shop-db", long)])
        #expect(database(between: .utc(3, lasting: .hours(23))).check().isEmpty)
    }

    @Test func aClusterExportsLogsThatItHas() {
        #expect(
            cluster(logs: [.audit, .postgreSQL]).check()
                == [.databaseLog("shop-db", .postgreSQL, .mySQL(.v3_10))])
        #expect(cluster(logs: [.audit, .error, .slowQuery]).check().isEmpty)
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
