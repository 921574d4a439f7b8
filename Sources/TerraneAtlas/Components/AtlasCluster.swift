public import TerraneCore

/// A MongoDB replica set on Atlas that its network alone reaches, with backups.
///
///     AtlasCluster(
///         "koemo", in: atlas, through: link, tier: .m30, storage: .gibibytes(40), scalingUpTo: .m40,
///         backups: .keeping(hourly: .days(1), daily: .days(7), weekly: .weeks(4), monthly: .months(12), anyPoint: .days(1)))
public struct AtlasCluster: Component {
    public var declaration: Declaration
    public let project: AtlasProject
    public let link: AtlasPrivateLink
    public let tier: ClusterTier
    public let storage: DataSize
    /// Nodes that can become the primary, in the link's region.
    public let nodes: Int
    public let analyticsNodes: Int
    public let largestTier: ClusterTier?
    public let backups: AtlasBackupPlan
    public var clusterName: String
    public var version: MongoDBVersion = .v8_0
    public var furtherRegions: [Atlas.RegionNodes] = []
    public var isProtectedFromTermination = true
    public var replicationSpec: Value<String>?

    public init(
        _ name: Name, in project: AtlasProject, through link: AtlasPrivateLink, tier: ClusterTier, storage: DataSize,
        nodes: Int = 3, analyticsNodes: Int = 0, scalingUpTo largestTier: ClusterTier? = nil, backups: AtlasBackupPlan,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.project = project
        self.link = link
        self.tier = tier
        self.storage = storage
        self.nodes = nodes
        self.analyticsNodes = analyticsNodes
        self.largestTier = largestTier
        self.backups = backups
        self.clusterName = name.dashed
    }

    /// Where clients in the network find it, `mongodb+srv://…`, without user or password.
    public var connectionString: Value<Atlas.Cluster.ConnectionString> { cluster.privateConnectionString }
    /// What a database user's scope names.
    public var reference: Value<String> { cluster.reference }

    public var body: Content {
        cluster
        Atlas.BackupSchedule(name / "backups", of: cluster, backups, replicationSpec: replicationSpec)
    }

    private var cluster: Atlas.Cluster {
        var cluster = Atlas.Cluster(
            name, clusterName: clusterName, in: project.id, tier: tier, storage: storage, regions: regions)
        cluster.version = version
        cluster.largestTier = largestTier
        cluster.restoresToAnyPoint = backups.restoreWindow != nil
        cluster.isProtectedFromTermination = isProtectedFromTermination
        cluster.profile = project.profile
        return cluster.after(link.connection)
    }

    var regions: [Atlas.RegionNodes] {
        [Atlas.RegionNodes(link.region, electable: nodes, analytics: analyticsNodes)] + furtherRegions
    }
}

extension AtlasCluster {
    /// What Atlas calls it, where that is not its name.
    public func called(_ clusterName: String) -> AtlasCluster {
        with { $0.clusterName = clusterName }
    }

    public func version(_ version: MongoDBVersion) -> AtlasCluster {
        with { $0.version = version }
    }

    /// Adds nodes in further regions, in the order in which they are to take over.
    public func spreading(to regions: Atlas.RegionNodes...) -> AtlasCluster {
        with { $0.furtherRegions += regions }
    }

    /// Whether Atlas refuses to delete it. It does unless this says otherwise.
    public func terminationProtection(_ isOn: Bool) -> AtlasCluster {
        with { $0.isProtectedFromTermination = isOn }
    }

    /// The cluster's replication spec, which CloudFormation needs to copy snapshots to other regions and which Atlas
    /// tells once the cluster is there. Terraform reads it by itself.
    public func replicationSpec(_ id: Value<String>) -> AtlasCluster {
        with { $0.replicationSpec = id }
    }

    private func with(_ change: (inout AtlasCluster) -> Void) -> AtlasCluster {
        var copy = self
        change(&copy)
        return copy
    }
}
