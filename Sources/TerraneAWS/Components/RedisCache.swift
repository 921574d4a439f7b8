public import TerraneCore

/// A Redis cache in the private subnets of a network: encrypted at rest and in transit, with a security group that
/// lets nobody in until a `Connection` says so. With replicas, one takes over when the primary or its zone fails.
///
///     RedisCache("koemo-sessions", in: network, node: .t3(.medium), replicas: 2, snapshots: .daily(keep: .days(7)))
public struct RedisCache: Component, Connectable {
    public var declaration: Declaration
    public let network: Network
    public let engine: CacheEngine
    public let node: CacheNode
    public let replicas: Int
    public let snapshots: CacheSnapshots
    public let maintenance: WeeklyWindow?

    public init(
        _ name: Name, in network: Network, engine: CacheEngine = .redis(.v7_1), node: CacheNode, replicas: Int = 0,
        snapshots: CacheSnapshots = .none, maintenance: WeeklyWindow? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.engine = engine
        self.node = node
        self.replicas = replicas
        self.snapshots = snapshots
        self.maintenance = maintenance
    }

    /// Where writes go, whichever node is the primary. Clients speak TLS: `rediss://`.
    public var primaryEndpoint: Value<Host> { group.primaryEndpoint }
    /// Where reads are spread over the replicas.
    public var readerEndpoint: Value<Host> { group.readerEndpoint }
    public var metrics: CacheMetrics { CacheMetrics(of: group.id, nodes: replicas + 1) }

    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    public var listeningPorts: PortRange? { PortRange(.redis) }

    public var body: Content {
        securityGroup
        subnets
        group
    }

    private var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic of the cache \(name.dashed)")
    }

    private var subnets: ElastiCache.SubnetGroup {
        ElastiCache.SubnetGroup(
            name / "subnets", description: "Subnets of the cache \(name.dashed)", subnets: network.cacheSubnets)
    }

    private var group: ElastiCache.ReplicationGroup {
        var group = ElastiCache.ReplicationGroup(
            name, description: "The cache \(name.dashed)", node: node, replicas: replicas, in: subnets.reference,
            securityGroups: [securityGroup.id])
        group.engine = engine
        group.snapshots = snapshots
        group.maintenance = maintenance
        return group
    }
}

extension RedisCache {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if !(0...5).contains(replicas) {
            problems.append(.cacheReplicas(name, replicas))
        } else if replicas > 0, Set(network.zones.letters).count < 2 {
            problems.append(.cacheInOneZone(name, network.name))
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
        return problems
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
            "cache '\(cache)' has \(count) replicas", help: "A primary has 0 to 5 replicas; more data needs sharding.")
    }

    static func cacheInOneZone(_ cache: Name, _ network: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' has replicas, and its network '\(network)' has one availability zone",
            help: "Failover to another zone needs a network over two zones or more; or give up the replicas.")
    }

    static func cacheName(_ cache: Name, _ problem: String) -> Diagnostic {
        .error("the name of cache '\(cache)' is \(problem)", help: "Choose a name such as 'koemo-sessions'.")
    }

    static func cacheSnapshotRetention(_ cache: Name) -> Diagnostic {
        .error(
            "cache '\(cache)' does not keep its backups for 0 to 35 whole days",
            help: "Write `.daily(keep: .days(7))`, or `.none` for no backups.")
    }

    static func timeWindow(_ owner: Name, _ window: DailyWindow) -> Diagnostic {
        .error(
            "the window \(window) of '\(owner)' cannot be",
            help: "It starts between 00:00 and 23:59 and lasts at least an hour and less than a day.")
    }
}
