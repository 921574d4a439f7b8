import TerraneCore
import Testing

@testable import TerraneAWS

/// Caches in cluster mode, with settings, logs and users.
struct RedisCacheClusterTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))

    private func cache(
        engine: CacheEngine = .redis(.v7_0), mode: CacheClusterMode = .shards(2), access: CacheAccess = .network
    ) -> RedisCache {
        RedisCache(
            "web", in: network, engine: engine, node: .r6g(.xlarge), clusterMode: mode, replicas: 1, access: access)
    }

    private func isMalformed(_ value: Value<Host>) -> Bool {
        if case .malformed = value.expression { true } else { false }
    }

    @Test func shardsHaveReplicasEachAndTheParameterGroupForThem() {
        let rows = table(of: "web", in: cache())
        #expect(rows?.terraform["num_node_groups"] == .integer(2))
        #expect(rows?.cloudFormation["ReplicasPerNodeGroup"] == .integer(1))
        #expect(rows?.terraform["num_cache_clusters"] == nil && rows?.cloudFormation["NumCacheClusters"] == nil)
        #expect(rows?.terraform["parameter_group_name"] == .string("default.redis7.cluster.on"))
        #expect(rows?.cloudFormation["AutomaticFailoverEnabled"] == .boolean(true))
    }

    @Test func oneShardIsClusterModeToo() {
        let rows = table(of: "web", in: cache(engine: .valkey(.v8_1), mode: .shards(1)))
        #expect(rows?.cloudFormation["NumNodeGroups"] == .integer(1))
        #expect(rows?.cloudFormation["CacheParameterGroupName"] == .string("default.valkey8.cluster.on"))
    }

    @Test func aShardWithoutReplicasStillFailsOver() {
        let alone = RedisCache("web", in: network, node: .r6g(.large), clusterMode: .shards(2))
        #expect(table(of: "web", in: alone)?.terraform["automatic_failover_enabled"] == .boolean(true))
        #expect(table(of: "web", in: alone)?.terraform["multi_az_enabled"] == .boolean(false))
    }

    @Test func clientsOfAClusterLearnOfItsShardsAtTheConfigurationEndpoint() {
        #expect(cache().endpoint == cache().configurationEndpoint)
        #expect(isMalformed(cache().primaryEndpoint) && isMalformed(cache().readerEndpoint))
    }

    @Test func withoutClusterModeTheEndpointIsThePrimary() {
        let single = cache(mode: .disabled)
        #expect(single.endpoint == single.primaryEndpoint && !isMalformed(single.readerEndpoint))
        #expect(isMalformed(single.configurationEndpoint))
    }

    @Test func clientsAreToldToSpeakTLS() {
        #expect(cache().url == "rediss://\(cache().configurationEndpoint):6379")
    }

    @Test func metricsAreThoseOfEveryNodeOfEveryShard() {
        guard case .math(_, let parts) = cache().metrics.cpu.source,
            case .metric(_, _, let dimensions) = parts[3].metric.source
        else {
            Issue.record("not arithmetic")
            return
        }
        #expect(parts.count == 4)
        #expect(dimensions.first?.value == "\(cache().metricsGroup)-0002-002" as Value<String>)
    }

    @Test func aShardHasItsOwnMetrics() {
        guard case .math(let expression, let parts) = cache().metrics(ofShard: 2).hitRate.source else {
            Issue.record("not arithmetic")
            return
        }
        #expect(expression == "MIN([hits1, hits2])" && parts.count == 2)
    }

    @Test func settingsAreAGroupOfTheEnginesFamilyWithClusterModeInIt() {
        let set = cache().parameters(.evicting(.leastRecentlyUsed), .idleTimeout(.minutes(5)))
        let rows = table(of: "web/parameters", in: set)
        #expect(rows?.terraform["name"] == .string("web-redis7"))
        #expect(rows?.terraform["parameter[0]/name"] == .string("cluster-enabled"))
        #expect(rows?.terraform["parameter[2]/value"] == .string("300"))
        #expect(set.check().isEmpty)
        #expect(
            listedResources(set).first { $0.name == "web/parameters" }?.declaration.options.createsBeforeDestroying
                == true)
    }

    @Test func anOldFamilyIsSpeltWithoutItsDot() {
        let set = cache(engine: .redis(.v6_2), mode: .disabled).parameters(.evicting(.never))
        #expect(table(of: "web/parameters", in: set)?.terraform["name"] == .string("web-redis6-x"))
        #expect(
            table(of: "web/parameters", in: set)?.cloudFormation["CacheParameterGroupFamily"] == .string("redis6.x"))
    }

    @Test func bothLogsGoToCloudWatch() {
        let logged = cache().logs(keptFor: .oneMonth)
        #expect(listedNames(logged).suffix(3) == ["web/slow-log", "web/engine-log", "web"])
        let rows = table(of: "web", in: logged)
        #expect(rows?.terraform["log_delivery_configuration[1]/log_type"] == .string("engine-log"))
    }

    @Test func usersOfRedisComeWithTheOneThatHasNoName() {
        let users = cache(access: .users([.role("api", may: .readWrite(keys: "a:*")), .existing(id: "legacy")]))
        #expect(listedNames(users).filter { $0.contains("user") } == ["web/user-api", "web/user-default", "web/users"])
        let user = table(of: "web/user-api", in: users)
        #expect(user?.terraform["access_string"] == .string("on ~a:* +@all -@admin -@dangerous"))
        #expect(user?.cloudFormation["UserName"] == .string("web-api"))
        #expect(table(of: "web/user-default", in: users)?.terraform["access_string"] == .string("off -@all"))
        guard case .list(let members)? = table(of: "web/users", in: users)?.terraform["user_ids"] else {
            Issue.record("no list")
            return
        }
        #expect(members.count == 3 && members[1] == .string("legacy"))
        #expect(users.check().isEmpty)
    }

    @Test func valkeyNeedsNoUserWithoutAName() {
        let users = cache(engine: .valkey(.v8_0), access: .users([.role("api")]))
        #expect(listedNames(users).filter { $0.contains("user") } == ["web/user-api", "web/users"])
    }

    @Test func aClientMayConnectAsOneUserOfOneCache() {
        let statement = cache(access: .users([.role("api")])).connecting(as: "api")
        #expect(statement.actions == ["elasticache:Connect"] && statement.resources.count == 2)
        #expect(statement.id == "ConnectToWebAsApi")
    }

    @Test func noSecretIsInATable() {
        let users = cache(access: .users([.role("api"), .existing(id: "legacy")]))
        let keys = listedResources(users).flatMap { DataTable($0).terraform.keys }
        #expect(!keys.contains { $0.contains("auth_token") || $0.hasSuffix("passwords") })
    }

    @Test func anEmptyListOfUsersIsAnError() {
        #expect(cache(access: .users([])).check() == [.cacheWithoutUsers("web")])
    }

    @Test func redisSixKnowsNoRoles() {
        #expect(
            cache(engine: .redis(.v6_2), access: .users([.role("api")])).check()
                == [.cacheUsersWithRoles("web", .redis(.v6_2))])
        #expect(cache(engine: .redis(.v6_2), access: .users([.existing(id: "legacy")])).check().isEmpty)
    }

    @Test func nobodyIsCalledDefault() {
        #expect(cache(access: .users([.role("default")])).check() == [.cacheDefaultUser("web")])
    }

    @Test func aSettingTwiceIsAnError() {
        let set = cache().parameters(.evicting(.never), .evicting(.random))
        #expect(problems(of: set) == [.cacheParameterTwice("web/parameters", "maxmemory-policy")])
    }

    @Test(arguments: ["Api", "1st", "an_api", "a-name-that-is-longer-than-forty-characters"])
    func aUserNameThatElastiCacheRefusesIsAnError(id: String) {
        let user = ElastiCache.User("u", userID: id, engine: .redis(.v7_1), accessString: "on")
        #expect(user.check() == [.cacheUserName("u", id)])
        #expect(ElastiCache.UserGroup("u", groupID: id, engine: .redis(.v7_1), users: []).check().count == 1)
    }
}

extension RedisCache {
    /// What stands before the number of a node in its name.
    fileprivate var metricsGroup: Value<String> { group.id.as() }
}
