import Terrane
import Testing

@testable import TerraneChecks

/// Databases, caches and their backups: bounds, and silence about what is not known.
@Suite struct DataTests {
    private static let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    private static func found(@ContentBuilder _ content: @escaping @Sendable () -> Content) -> [String] {
        Checks.data(CheckedStack(content: content).inventory).map(\.rule)
    }

    private static func database(
        _ name: Name = "shop-db", engine: DatabaseEngine = .postgreSQL(.v16), storage: DatabaseStorage = .gibibytes(20),
        databaseName: String = "shop", user: String = "administrator", keep: TimeSpan = .days(7),
        between window: DailyWindow? = nil, maintenance: WeeklyWindow? = nil
    ) -> [String] {
        found {
            network
            RelationalDatabase(
                name, in: network, engine: engine, instance: .r5(.large), storage: storage, databaseName: databaseName,
                user: user, backups: .daily(keep: keep, between: window), maintenance: maintenance)
        }
    }

    // MARK: Names

    @Test func anIdentifierHasSingleHyphensAndNoEndlessLength() {
        #expect(Self.database(Name("a" + String(repeating: "b", count: 62))) == [])
        #expect(Self.database(Name("a" + String(repeating: "b", count: 63))) == ["database-identifier"])
        #expect(Self.database("a--b") == ["database-identifier"])
        #expect(Self.database("ends-") == ["database-identifier"])
    }

    @Test func aNameIsAWordThatTheEngineDoesNotKeep() {
        #expect(Self.database(databaseName: "1shop") == ["database-name"])
        #expect(Self.database(databaseName: "template1") == ["reserved-database-word"])
        #expect(Self.database(engine: .mySQL(.v8_4), databaseName: "mysql") == ["reserved-database-word"])
        #expect(Self.database(engine: .mySQL(.v8_4), user: "abcdefghijklmnopq") == ["database-user"])
        #expect(Self.database(user: "abcdefghijklmnopq") == [])
    }

    // MARK: Times

    @Test func backupsAndMaintenanceDoNotMeet() {
        let window = DailyWindow.utc(3)
        func meeting(_ maintenance: WeeklyWindow) -> [String] {
            Self.database(between: window, maintenance: maintenance)
        }
        #expect(meeting(WeeklyWindow(.sunday, .utc(3, 30))) == ["windows-overlap"])
        #expect(meeting(WeeklyWindow(.sunday, .utc(23, 30, lasting: .hours(4)))) == ["windows-overlap"])
        #expect(meeting(WeeklyWindow(.sunday, .utc(2))) == [])
        #expect(meeting(WeeklyWindow(.monday, .utc(4))) == [])
    }

    @Test func aWindowIsOpenForHalfAnHour() {
        #expect(Self.database(between: .utc(3, lasting: .minutes(29))) == ["window-length"])
        #expect(Self.database(between: .utc(3, lasting: .minutes(30))) == [])
        #expect(Self.database(between: .utc(24)) == ["malformed-window"])
    }

    @Test(arguments: ["sun:5:00-sun:06:00", "sunday:05:00-sunday:06:00", "05:00-06:00", "sun:05:00", ""])
    func aWindowOfTheWeekNamesItsDays(text: String) {
        #expect(TimeWindow(weekly: text) == nil)
    }

    @Test func aWindowMayReachIntoTheNextWeek() {
        #expect(TimeWindow(weekly: "Sun:23:30-mon:00:30")?.length == 60)
        #expect(TimeWindow(daily: "23:30-00:30")?.length == 60)
    }

    @Test func anInstanceMayHaveNoBackupsAndAClusterMayNot() {
        func kept(_ days: Int, _ type: ResourceType) -> [String] {
            Self.found {
                RawResource("db", type: type) { row("backup_retention_period", "BackupRetentionPeriod", days) }
            }
        }
        #expect(kept(0, RDS.DBInstance.type) == [])
        #expect(kept(0, RDS.DBCluster.type) == ["backup-retention"])
        #expect(kept(35, RDS.DBCluster.type) == [])
    }

    // MARK: Storage

    @Test func aDiskHasASizeAndASpeed() {
        #expect(Self.database(storage: .gibibytes(19)) == ["database-storage"])
        #expect(Self.database(storage: .gibibytes(20, upTo: 21)) == ["database-storage-limit"])
        #expect(Self.database(storage: .gibibytes(20, upTo: 22)) == [])
        #expect(Self.database(storage: .provisioned(99, operations: 3000)) == ["database-storage"])
        #expect(Self.database(storage: .provisioned(100, operations: 100_001)) == ["database-operations"])
        #expect(Self.database(storage: .provisioned(100, operations: 999)) == ["database-operations"])
        #expect(Self.database(storage: .provisioned(100, operations: 100_000)) == [])
    }

    // MARK: Offers

    private static func raw(_ engine: Value<String>, _ version: String, _ machine: String) -> [String] {
        found {
            RawResource("db", type: RDS.DBInstance.type) {
                row("engine", "Engine", engine)
                row("engine_version", "EngineVersion", version)
                row("instance_class", "DBInstanceClass", machine)
            }
        }
    }

    @Test(arguments: [
        ("postgres", "16"), ("postgres", "16.13"), ("postgres", "16.99"), ("postgres", "19.1"), ("mysql", "8.0"),
        ("mysql", "8.4"), ("mysql", "8.0.99"), ("mysql", "9.1.0"), ("mariadb", "10.11"),
        ("aurora-mysql", "8.0.mysql_aurora.3.10.4"), ("aurora-mysql", "8.0.mysql_aurora.3.99.0"),
    ])
    func aVersionThatIsThereOrMayComeIsNoError(engine: String, version: String) {
        #expect(Self.raw(Value(engine), version, "db.r6g.large") == [])
    }

    @Test(arguments: [("postgres", "16.0"), ("mysql", "8.0.1"), ("mysql", "5.7.1"), ("mariadb", "8.4.3")])
    func aVersionThatNeverWasIsAnError(engine: String, version: String) {
        #expect(Self.raw(Value(engine), version, "db.m5.large") == ["unknown-engine-version"])
    }

    @Test func aMachineThatMayBeNewIsNoError() {
        #expect(Self.raw("postgres", "16", "db.r99g.large") == [])
        #expect(Self.raw("postgres", "16", "db.r6g.tiny") == ["instance-class-not-offered"])
        #expect(Self.raw("postgres", "16", "r6g.large") == ["instance-class-not-offered"])
    }

    @Test func anEngineThatIsAParameterIsNotGuessed() {
        let engine = Parameter<String>("engine", default: "mysql")
        #expect(Self.raw(engine.value, "16", "db.none.large") == [])
    }

    @Test func inARegionThatNobodyKnowsNothingIsMissing() {
        #expect(
            Self.found {
                RawResource("db", type: RDS.DBInstance.type) {
                    row("engine", "Engine", "postgres")
                    row("instance_class", "DBInstanceClass", "db.r6g.tiny")
                }
                .region(Region("xx-nowhere-1"))
            } == [])
    }

    @Test func everyMachineAndVersionThatTheLibraryHasIsOffered() {
        let machines: [DatabaseInstanceClass] = [
            .t3(.medium), .t4g(.medium), .m5(.large), .m6g(.large), .m7g(.large), .r5(.large), .r6g(.large),
            .r7g(.large),
        ]
        let engines: [DatabaseEngine] = [
            .postgreSQL(.v14), .postgreSQL(.v15), .postgreSQL(.v16), .postgreSQL(.v17), .mySQL(.v8_0), .mySQL(.v8_4),
        ]
        for machine in machines {
            for engine in engines {
                #expect(
                    Self.found {
                        Self.network
                        RelationalDatabase(
                            "db", in: Self.network, engine: engine, instance: machine, storage: .gibibytes(20),
                            databaseName: "shop")
                    } == [], "\(machine.typeName) \(engine)")
            }
        }
    }

    // MARK: Clusters

    private static func capacity(_ least: Double, _ most: Double, pause: Int? = nil) -> [String] {
        found {
            RawResource("cluster", type: RDS.DBCluster.type) {
                nested("serverlessv2_scaling_configuration", "ServerlessV2ScalingConfiguration") {
                    row("min_capacity", "MinCapacity", least)
                    row("max_capacity", "MaxCapacity", most)
                    row("seconds_until_auto_pause", "SecondsUntilAutoPause", pause)
                }
            }
        }
    }

    @Test func capacityHasHalfUnits() {
        #expect(Self.capacity(0.5, 256) == [])
        #expect(Self.capacity(0, 1, pause: 300) == [])
        #expect(Self.capacity(0.25, 1) == ["serverless-capacity"])
        #expect(Self.capacity(0, 0.5) == ["serverless-capacity"])
        #expect(Self.capacity(0.5, 257) == ["serverless-capacity"])
        #expect(Self.capacity(0.5, 1, pause: 300) == ["serverless-pause"])
    }

    // MARK: Caches

    private static func cache(
        _ name: Name = "web", mode: CacheClusterMode = .disabled, replicas: Int = 1,
        snapshots: CacheSnapshots = .none
    ) -> [String] {
        found {
            network
            RedisCache(
                name, in: network, node: .t4g(.medium), clusterMode: mode, replicas: replicas, snapshots: snapshots)
        }
    }

    @Test func aCacheHasSoManyShardsAndReplicas() {
        #expect(Self.cache(mode: .shards(500)) == [])
        #expect(Self.cache(mode: .shards(0)) == ["cache-shards"])
        #expect(Self.cache(mode: .shards(3), replicas: 6) == ["cache-replicas"])
        #expect(Self.cache(replicas: 5) == [])
        #expect(Self.cache(replicas: 0) == [])
    }

    @Test(arguments: ["Sessions", "my_cache", "a--b", "ends-", "a-name-that-is-longer-than-forty-characters"])
    func aNameThatElastiCacheRefusesIsAnError(name: String) {
        #expect(Self.cache(Name(name)) == ["cache-name"])
    }

    @Test func backupsOfACacheAreKeptForThirtyFiveDaysAtMost() {
        #expect(Self.cache(snapshots: .daily(keep: .days(36))) == ["backup-retention"])
        #expect(Self.cache(snapshots: .daily(keep: .days(35))) == [])
    }

    // MARK: Backups and names

    @Test func aPlanHasRulesWithNamesOfTheirOwn() {
        func plan(_ rules: Backup.Rule...) -> [String] {
            Self.found { BackupPlan("nightly", of: ["arn:aws:s3:::files"], rules: rules) }
        }
        #expect(plan(.hourly(keep: .days(1)), .daily(at: 3, keep: .days(7))) == [])
        #expect(plan(.hourly(keep: .days(1)), .hourly(keep: .days(7))) == ["backup-rule-twice"])
    }

    @Test func aSecretIsNotCalledAsItsARN() {
        func secret(_ name: String) -> [String] {
            Self.found { SecretsManager.Secret("secret", secretName: name, description: "A secret") }
        }
        #expect(secret("shop/db-password") == [])
        #expect(secret("shop/key-secret") == [])
        #expect(secret("shop/key-aB3dE6") == ["ambiguous-secret-name"])
        #expect(secret("shop key") == ["secret-name"])
    }

    @Test func aNameInAPrivateZoneIsALabel() {
        let namespace = ServiceDiscovery.PrivateNamespace("names", domain: "shop.internal", in: "vpc-1")
        func entry(_ label: String) -> [String] {
            Self.found { ServiceDiscovery.Service("entry", label: label, in: namespace) }
        }
        #expect(entry("api") == [])
        #expect(entry("_http._tcp") == [])
        #expect(entry("-api") == ["discovered-name"])
        #expect(entry("my api") == ["discovered-name"])
    }
}
