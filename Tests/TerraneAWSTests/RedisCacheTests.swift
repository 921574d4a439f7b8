import TerraneCore
import Testing

@testable import TerraneAWS

struct RedisCacheTests {
    private let network = Network("koemo", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let oneZone = Network("small", cidr: "10.0.0.0/16", zones: .tokyo(.a))

    private func cache(replicas: Int = 2, named name: Name = "koemo-sessions", keep days: Int = 7) -> RedisCache {
        RedisCache(
            name, in: network, node: .t3(.medium), replicas: replicas,
            snapshots: .daily(keep: .days(days), between: .utc(17, 30)),
            maintenance: WeeklyWindow(.sunday, .utc(23, 30)))
    }

    @Test func aCacheIsAGroupInSubnetsBehindASecurityGroup() {
        #expect(
            listedNames(cache()) == ["koemo-sessions/traffic", "koemo-sessions/subnets", "koemo-sessions"])
    }

    @Test func aCacheIsEncryptedAndSurvivesItsPrimaryInBothDialects() {
        let rows = table(of: "koemo-sessions", in: cache())
        #expect(rows?.terraform["transit_encryption_enabled"] == .boolean(true))
        #expect(rows?.cloudFormation["AtRestEncryptionEnabled"] == .boolean(true))
        #expect(rows?.terraform["num_cache_clusters"] == .integer(3))
        #expect(rows?.cloudFormation["AutomaticFailoverEnabled"] == .boolean(true))
        #expect(rows?.cloudFormation["MultiAZEnabled"] == .boolean(true))
        #expect(rows?.terraform["node_type"] == .string("cache.t3.medium"))
        #expect(rows?.cloudFormation["SnapshotWindow"] == .string("17:30-18:30"))
        #expect(rows?.terraform["maintenance_window"] == .string("sun:23:30-mon:00:30"))
    }

    @Test func aCacheWithoutReplicasHasNoFailover() {
        let rows = table(of: "koemo-sessions", in: cache(replicas: 0))
        #expect(rows?.terraform["automatic_failover_enabled"] == .boolean(false))
        #expect(rows?.terraform["multi_az_enabled"] == .boolean(false))
        #expect(rows?.cloudFormation["NumCacheClusters"] == .integer(1))
    }

    @Test func onlyTerraformIsToldToApplyAtOnce() {
        let rows = table(of: "koemo-sessions", in: cache())
        #expect(rows?.terraform["apply_immediately"] == .boolean(true))
        #expect(rows?.cloudFormation.count == (rows?.terraform.count ?? 0) - 1)
    }

    @Test func aConnectionToACacheOpensItsPort() {
        let rows = table(of: "web/to-koemo-sessions/in", in: Connection(from: Client(), to: cache()))
        #expect(rows?.terraform["from_port"] == .integer(6379))
        #expect(cache().listeningPorts == 6379)
    }

    @Test func metricsOfSeveralNodesAreTheWorstOfThem() {
        guard case .math(let expression, let parts) = cache().metrics.memory.source else {
            Issue.record("not arithmetic")
            return
        }
        #expect(expression == "MAX([memory1, memory2, memory3])")
        #expect(parts.map(\.id) == ["memory1", "memory2", "memory3"])
    }

    @Test func theMetricOfOneNodeIsItsOwn() {
        guard case .metric(let namespace, let name, _) = cache(replicas: 0).metrics.cpu.source else {
            Issue.record("not a metric")
            return
        }
        #expect(namespace == "AWS/ElastiCache" && name == "CPUUtilization")
    }

    @Test func whatElastiCacheTakesIsNoError() {
        #expect(cache().check().isEmpty)
        #expect(cache(replicas: 5, keep: 35).check().isEmpty)
        #expect(RedisCache("s", in: oneZone, node: .t4g(.micro)).check().isEmpty)
    }

    @Test func replicasNeedTwoZones() {
        let cache = RedisCache("sessions", in: oneZone, node: .t3(.small), replicas: 1)
        #expect(cache.check() == [.cacheInOneZone("sessions", "small")])
    }

    @Test func aWindowEndsWithinADay() {
        let window = DailyWindow.utc(3, lasting: .hours(25))
        let cache = RedisCache(
            "s", in: network, node: .t3(.small), snapshots: .daily(keep: .hours(30), between: window))
        #expect(cache.check() == [.retentionInPartsOfDays("s"), .windowOverADay("s", window)])
    }
}

private struct Client: Connectable {
    let name: Name = "web"
    let peer = EC2.TrafficPeer.range("10.0.0.0/16")
    let listeningPorts: PortRange? = nil
}
