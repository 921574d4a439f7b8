public import TerraneCore

extension RedisCache {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if !(0...5).contains(replicas) {
            problems.append(.cacheReplicas(name, replicas))
        } else if replicas > 0, Set(network.zones.letters).count < 2 {
            problems.append(.cacheInOneZone(name, network.name))
        }
        if case .shards(let count) = clusterMode, !(1...500).contains(count) {
            problems.append(.cacheShards(name, count))
        }
        if let problem = RedisCache.problem(ofID: name.dashed) {
            problems.append(.cacheName(name, problem))
        }
        if snapshots.retention > .days(35) || snapshots.retention.inSeconds % 86400 != 0 {
            problems.append(.cacheSnapshotRetention(name))
        }
        for window in [snapshots.window, maintenance?.time].compactMap({ $0 }) where !window.isValid {
            problems.append(.timeWindow(name, window))
        }
        return problems + accessProblems
    }

    private var accessProblems: [Diagnostic] {
        guard case .users(let users) = access else { return [] }
        if users.isEmpty { return [.cacheWithoutUsers(name)] }
        let roles = users.filter { if case .role = $0.identity { true } else { false } }
        if !roles.isEmpty, !engine.knowsRoles { return [.cacheUsersWithRoles(name, engine)] }
        return roles.filter { $0.name == "default" }.map { _ in .cacheDefaultUser(name) }
    }

    /// What a replication group may be called ("CreateReplicationGroup", Amazon ElastiCache API Reference).
    private static func problem(ofID id: String) -> String? {
        if id.utf8.count > 40 { return "longer than 40 characters" }
        if id.contains("_") { return "not made of letters, digits and hyphens alone" }
        if id.contains("--") || id.hasSuffix("-") { return "wrong about hyphens: none at the end, no two in a row" }
        if id != id.lowercased() { return "not in lower case, which ElastiCache turns it into" }
        return nil
    }
}

extension Diagnostic {
    static func cacheReplicas(_ cache: Name, _ count: Int) -> Diagnostic {
        .error(
            "cache '\(cache)' has \(count) replicas",
            help: "A primary has 0 to 5 replicas; more data needs shards: `clusterMode: .shards(3)`.")
    }

    static func cacheInOneZone(_ cache: Name, _ network: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' has replicas, and its network '\(network)' has one availability zone",
            help: "Failover to another zone needs a network over two zones or more; or give up the replicas.")
    }

    static func cacheShards(_ cache: Name, _ count: Int) -> Diagnostic {
        .error("cache '\(cache)' has \(count) shards", help: "A cache in cluster mode has 1 to 500 shards.")
    }

    static func cacheName(_ cache: Name, _ problem: String) -> Diagnostic {
        .error("the name of cache '\(cache)' is \(problem)", help: "Choose a name such as 'web-sessions'.")
    }

    static func cacheSnapshotRetention(_ cache: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' does not keep its backups for 0 to 35 whole days",
            help: "Write `.daily(keep: .days(7))`, or `.none` for no backups.")
    }

    static func cacheWithoutUsers(_ cache: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' has an empty list of users",
            help: "Name one, `.role(\"api\")`, or write `access: .network`.")
    }

    static func cacheUsersWithRoles(_ cache: Name, _ engine: CacheEngine) -> Diagnostic {
        .error(
            "cache '\(cache)' has users with roles, which \(engine.name) \(engine.version) does not know",
            help: "Choose Redis 7.0, Valkey 7.2, or later.")
    }

    static func cacheDefaultUser(_ cache: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' calls a user 'default'",
            help: "That is whoever gives no name, which Terrane switches off: choose another name.")
    }

    static func timeWindow(_ owner: Name, _ window: DailyWindow) -> Diagnostic {
        .error(
            "the window \(window) of '\(owner)' cannot be",
            help: "It starts between 00:00 and 23:59 and lasts at least an hour and less than a day.")
    }
}
