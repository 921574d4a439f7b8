public import TerraneCore

extension RedisCache {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if replicas > 0, Set(network.zones.letters).count < 2 {
            problems.append(.cacheInOneZone(name, network.name))
        }
        return problems + accessProblems
            + backupProblems(of: name, keptFor: snapshots.retention, in: [snapshots.window, maintenance?.time])
    }

    private var accessProblems: [Diagnostic] {
        guard case .users(let users) = access else { return [] }
        if users.isEmpty { return [.cacheWithoutUsers(name)] }
        let roles = users.filter { if case .role = $0.identity { true } else { false } }
        if !roles.isEmpty, !engine.knowsRoles { return [.cacheUsersWithRoles(name, engine)] }
        return roles.filter { $0.name == "default" }.map { _ in .cacheDefaultUser(name) }
    }
}

extension Diagnostic {
    static func cacheInOneZone(_ cache: Name, _ network: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' has replicas, and its network '\(network)' has one availability zone",
            help: "Failover to another zone needs a network over two zones or more; or give up the replicas.")
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
}
