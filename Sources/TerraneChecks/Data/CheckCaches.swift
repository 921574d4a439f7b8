import TerraneAWS
import TerraneCore
import TerraneSchemas

extension Checks {
    /// ElastiCache has the engine, the version and the node in the region.
    static func checkCacheOffers(_ inventory: Inventory) -> [Diagnostic] {
        caches(inventory).flatMap { cache in
            checkNode(cache, among: Offers.cacheNodes(in: cache.region.rawValue)) + checkCacheVersion(cache)
        }
    }

    private static func caches(_ inventory: Inventory) -> [Inventory.Item] {
        inventory.all(ElastiCache.ReplicationGroup.self) + inventory.all("aws_elasticache_cluster")
    }

    /// A family of which no node is known in the region may be newer than the list.
    private static func checkNode(_ cache: Inventory.Item, among offered: Set<String>?) -> [Diagnostic] {
        guard let offered, let node = cache["node_type"].text, !offered.contains(node) else { return [] }
        let family = node.split(separator: ".").prefix(2).joined(separator: ".") + "."
        guard !node.hasPrefix("cache.") || offered.contains(where: { $0.hasPrefix(family) }) else { return [] }
        return [.nodeNotOffered(cache, node, offered)]
    }

    private static func checkCacheVersion(_ cache: Inventory.Item) -> [Diagnostic] {
        guard let text = cache["engine_version"].text, !text.hasSuffix(".x") else { return [] }
        let engine = cache["engine"].text ?? "redis"
        let version = EngineVersion(text)
        guard let known = Offers.cacheVersions(of: engine), version.numbers.first.map({ $0 >= 6 }) == true,
            !version.isKnown(among: known)
        else { return [] }
        let owner = ["redis", "valkey"].first {
            $0 != engine && Offers.cacheVersions(of: $0)?.contains(text) == true
        }
        return version.mayBeNewer(than: known) && owner == nil ? [] : [.unknownCacheVersion(cache, engine, text, known)]
    }

    /// The nodes of a replication group, and what is said of them, fit each other ("CreateReplicationGroup", Amazon ElastiCache
    /// API Reference).
    static func checkCacheGroups(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(ElastiCache.ReplicationGroup.self).flatMap { cache in
            checkCacheName(cache) + checkCounts(of: cache) + checkFailover(of: cache) + checkAccess(to: cache)
        }
    }

    private static func checkCacheName(_ cache: Inventory.Item) -> [Diagnostic] {
        guard let id = cache["replication_group_id"].text, !id.isReplicationGroup else { return [] }
        return [.cacheName(cache, id)]
    }

    private static func checkCounts(of cache: Inventory.Item) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let nodes = cache["num_cache_clusters"].integer, !(1...6).contains(nodes) {
            problems.append(.cacheReplicas(cache, nodes - 1))
        }
        if let replicas = cache["replicas_per_node_group"].integer, !(0...5).contains(replicas) {
            problems.append(.cacheReplicas(cache, replicas))
        }
        if let shards = cache["num_node_groups"].integer, !(1...500).contains(shards) {
            problems.append(.cacheShards(cache, shards))
        }
        return problems
    }

    private static func checkFailover(of cache: Inventory.Item) -> [Diagnostic] {
        let failsOver = cache["automatic_failover_enabled"]
        var problems: [Diagnostic] = []
        if failsOver.flag == true, cache["num_cache_clusters"].integer == 1 {
            problems.append(.failoverToNothing(cache))
        }
        if cache["multi_az_enabled"].flag == true, failsOver.flag == false || failsOver.isAbsent {
            problems.append(.zonesWithoutFailover(cache))
        }
        if let shards = cache["num_node_groups"].integer, shards > 1, failsOver.flag == false || failsOver.isAbsent {
            problems.append(.shardsWithoutFailover(cache))
        }
        return problems
    }

    private static func checkAccess(to cache: Inventory.Item) -> [Diagnostic] {
        let isOpen = cache["transit_encryption_enabled"].flag == false || cache["transit_encryption_enabled"].isAbsent
        var problems: [Diagnostic] = []
        for path in ["auth_token", "user_group_ids"] where !cache[path].isAbsent && isOpen {
            problems.append(.accessWithoutEncryption(cache, path))
        }
        if !cache["auth_token"].isAbsent, !cache["user_group_ids"].isAbsent { problems.append(.tokenAndUsers(cache)) }
        return problems
    }
}

extension String {
    /// 1 to 40 small letters, digits and single hyphens, a letter first and no hyphen last. ElastiCache makes capitals small.
    fileprivate var isReplicationGroup: Bool {
        guard let first = utf8.first, first.isSmallLetter, utf8.count <= 40 else { return false }
        return utf8.allSatisfy { $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") } && !hasSuffix("-")
            && !contains("--")
    }
}

extension Diagnostic {
    static func nodeNotOffered(_ cache: Inventory.Item, _ node: String, _ offered: Set<String>) -> Diagnostic {
        .error(
            "cache \(cache.label) is of nodes '\(node)', which ElastiCache does not offer in \(cache.region)",
            help: Suggestion.nearest(to: node, among: offered.sorted()).map { "It offers '\($0)', for instance." },
            at: cache.source)
    }

    static func unknownCacheVersion(
        _ cache: Inventory.Item, _ engine: String, _ version: String, _ known: [String]
    ) -> Diagnostic {
        .error(
            "cache \(cache.label) is of version '\(version)', which \(engine) does not have in ElastiCache",
            help: "It has \(known.joined(separator: ", ")).", at: cache.source)
    }

    static func cacheName(_ cache: Inventory.Item, _ id: String) -> Diagnostic {
        .error(
            "cache \(cache.label) has the identifier '\(id)', which ElastiCache does not take",
            help:
                "It has up to 40 small letters, digits and single hyphens, begins with a letter, and ends in no hyphen.",
            at: cache.source)
    }

    static func cacheReplicas(_ cache: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "cache \(cache.label) has \(count) replicas of a primary",
            help: "A primary has 0 to 5 replicas; more data needs shards: `clusterMode: .shards(3)`.", at: cache.source)
    }

    static func cacheShards(_ cache: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "cache \(cache.label) has \(count) shards", help: "A cache in cluster mode has 1 to 500 shards.",
            at: cache.source)
    }

    static func failoverToNothing(_ cache: Inventory.Item) -> Diagnostic {
        .error(
            "cache \(cache.label) fails over by itself, and has one node",
            help: "Add a replica (`num_cache_clusters` of 2), or switch automatic failover off.", at: cache.source)
    }

    static func zonesWithoutFailover(_ cache: Inventory.Item) -> Diagnostic {
        .error(
            "cache \(cache.label) stands in several zones, and does not fail over by itself",
            help: "ElastiCache takes `multi_az_enabled` only with `automatic_failover_enabled`.", at: cache.source)
    }

    static func shardsWithoutFailover(_ cache: Inventory.Item) -> Diagnostic {
        .error(
            "cache \(cache.label) has several shards, and does not fail over by itself",
            help: "In cluster mode `automatic_failover_enabled` must be on.", at: cache.source)
    }

    static func accessWithoutEncryption(_ cache: Inventory.Item, _ property: String) -> Diagnostic {
        .error(
            "cache \(cache.label) asks who its clients are, and does not encrypt what they say",
            help: "ElastiCache takes '\(property)' only with `transit_encryption_enabled`.", at: cache.source)
    }

    static func tokenAndUsers(_ cache: Inventory.Item) -> Diagnostic {
        .error(
            "cache \(cache.label) has both a token and a group of users",
            help: "ElastiCache takes one of the two: users are the finer one.", at: cache.source)
    }
}
