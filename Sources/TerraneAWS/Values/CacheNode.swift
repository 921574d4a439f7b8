public import TerraneCore

/// A node type of ElastiCache, `cache.t3.medium`: only those exist that AWS offers ("Supported node types", Amazon
/// ElastiCache User Guide).
public enum CacheNode: Hashable, Sendable {
    case t3(BurstableSize)
    case t4g(BurstableSize)
    case m6g(Size)
    case m7g(Size)
    case r6g(Size)
    case r7g(Size)

    public enum BurstableSize: String, Hashable, Sendable {
        case micro, small, medium
    }

    public enum Size: String, Hashable, Sendable {
        case large, xlarge
        case xlarge2 = "2xlarge"
        case xlarge4 = "4xlarge"
        case xlarge8 = "8xlarge"
        case xlarge12 = "12xlarge"
        case xlarge16 = "16xlarge"
    }
}

extension CacheNode: ExpressionConvertible {
    /// `cache.t3.medium`.
    public var typeName: String {
        switch self {
        case .t3(let size): "cache.t3.\(size.rawValue)"
        case .t4g(let size): "cache.t4g.\(size.rawValue)"
        case .m6g(let size): "cache.m6g.\(size.rawValue)"
        case .m7g(let size): "cache.m7g.\(size.rawValue)"
        case .r6g(let size): "cache.r6g.\(size.rawValue)"
        case .r7g(let size): "cache.r7g.\(size.rawValue)"
        }
    }

    public var expression: Expression { .string(typeName) }
}
