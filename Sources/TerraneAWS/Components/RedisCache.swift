public import TerraneCore

/// A Redis or Valkey cache in the private subnets of a network: encrypted at rest and in transit, with a security group
/// that lets nobody in until a `Connection` says so. With replicas, one takes over when a primary or its zone fails.
///
///     RedisCache(
///         "sessions", in: network, engine: .valkey(.v8_0), node: .r7g(.large), clusterMode: .shards(3), replicas: 1,
///         access: .users([.role("api", may: .readWrite())]), snapshots: .daily(keep: .days(7)))
///     .parameters(.evicting(.leastRecentlyUsed))
///     .logs(keptFor: .oneMonth)
public struct RedisCache: Component, Connectable {
    public var declaration: Declaration
    public let network: Network
    public let engine: CacheEngine
    public let node: CacheNode
    public let clusterMode: CacheClusterMode
    /// Copies of each primary.
    public let replicas: Int
    public let access: CacheAccess
    public let snapshots: CacheSnapshots
    public let maintenance: WeeklyWindow?
    var parameters: [CacheParameter] = []
    var logRetention: Logs.Retention?
    var encryptionKey: Value<ARN>?
    var notifications: Value<ARN>?

    public init(
        _ name: Name, in network: Network, engine: CacheEngine = .redis(.v7_1), node: CacheNode,
        clusterMode: CacheClusterMode = .disabled, replicas: Int = 0, access: CacheAccess = .network,
        snapshots: CacheSnapshots = .none, maintenance: WeeklyWindow? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.engine = engine
        self.node = node
        self.clusterMode = clusterMode
        self.replicas = replicas
        self.access = access
        self.snapshots = snapshots
        self.maintenance = maintenance
    }

    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    public var listeningPorts: PortRange? { PortRange(.redis) }

    public var body: Content {
        securityGroup
        subnets
        parameterGroup
        users
        userGroup
        for log in logRetention == nil ? [] : ElastiCache.ReplicationGroup.Log.allCases { logGroup(log) }
        group
    }
}

// MARK: What it offers

extension RedisCache {
    public var id: Value<ElastiCache.ReplicationGroup.ID> { group.id }

    /// Where clients connect: the primary, or in cluster mode where they learn of the shards. They speak TLS: `rediss://`.
    public var endpoint: Value<Host> {
        clusterMode == .disabled ? group.primaryEndpoint : group.configurationEndpoint
    }

    /// Where clients connect, as they are told: `rediss://sessions.example:6379`.
    public var url: Value<String> { "rediss://\(endpoint):\(Port.redis.number)" }

    /// Where writes go, whichever node is the primary. Clients speak TLS: `rediss://`.
    public var primaryEndpoint: Value<Host> {
        clusterMode == .disabled ? group.primaryEndpoint : noEndpoint("primary", "is in cluster mode")
    }

    /// Where reads are spread over the replicas.
    public var readerEndpoint: Value<Host> {
        clusterMode == .disabled ? group.readerEndpoint : noEndpoint("reader", "is in cluster mode")
    }

    /// Where clients of the cluster protocol learn of the shards.
    public var configurationEndpoint: Value<Host> {
        clusterMode == .disabled
            ? noEndpoint("configuration", "is not in cluster mode") : group.configurationEndpoint
    }

    private func noEndpoint(_ kind: String, _ reason: String) -> Value<Host> {
        Value(
            .malformed(
                MalformedLiteral(
                    name.path, problem: "cache '\(name)' has no \(kind) endpoint: it \(reason)",
                    help: "Use its `endpoint`, which it has in both modes.")))
    }

    public var metrics: CacheMetrics { CacheMetrics(of: group.id, nodes: shards.flatMap(nodes)) }

    /// The metrics of one shard, counted from 1.
    public func metrics(ofShard number: Int) -> CacheMetrics {
        CacheMetrics(of: group.id, nodes: nodes(of: min(max(number, 1), shards.count)))
    }

    private var shards: ClosedRange<Int> { 1...max(1, clusterMode.shardCount) }

    private func nodes(of shard: Int) -> [String] {
        (1...max(1, replicas + 1)).map { number in
            clusterMode == .disabled ? digits(number, 3) : "\(digits(shard, 4))-\(digits(number, 3))"
        }
    }

    private func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

// MARK: Options

extension RedisCache {
    /// Settings of the server program, where they differ from what ElastiCache sets.
    public func parameters(_ parameters: CacheParameter...) -> RedisCache {
        var copy = self
        copy.parameters += parameters
        return copy
    }

    /// Writes slow commands and the reports of the server program to CloudWatch Logs.
    public func logs(keptFor retention: Logs.Retention) -> RedisCache {
        var copy = self
        copy.logRetention = retention
        return copy
    }

    /// A key of one's own instead of ElastiCache's. It cannot be changed later: another key is another cache.
    public func encrypted(with key: Value<ARN>) -> RedisCache {
        var copy = self
        copy.encryptionKey = key
        return copy
    }

    /// Where failovers and maintenance are reported.
    public func notifying(_ topic: Value<ARN>) -> RedisCache {
        var copy = self
        copy.notifications = topic
        return copy
    }
}
