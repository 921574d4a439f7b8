public import TerraneCore

/// The size of a dedicated cluster's nodes ("Cluster Tier", MongoDB Atlas documentation).
public enum ClusterTier: String, Hashable, Sendable, CaseIterable, ExpressionConvertible {
    /// 2 GB of memory. For development.
    case m10 = "M10"
    /// 4 GB. For development.
    case m20 = "M20"
    /// 2 vCPU, 8 GB: the smallest for production.
    case m30 = "M30"
    case m40 = "M40"
    case m50 = "M50"
    case m60 = "M60"
    case m80 = "M80"
    case m140 = "M140"
    case m200 = "M200"
    case m300 = "M300"
    case m400 = "M400"
    case m700 = "M700"
}

extension ClusterTier: Comparable {
    public static func < (left: ClusterTier, right: ClusterTier) -> Bool { left.rank < right.rank }

    private var rank: Int { ClusterTier.allCases.firstIndex(of: self) ?? 0 }
}

/// The major version of the database, the newest first choice for new clusters.
public enum MongoDBVersion: String, Hashable, Sendable, ExpressionConvertible {
    case v6_0 = "6.0"
    case v7_0 = "7.0"
    case v8_0 = "8.0"
}
