public import TerraneCore

/// Backups that ElastiCache takes by itself ("Scheduling automatic backups", Amazon ElastiCache User Guide).
public struct CacheSnapshots: Hashable, Sendable {
    /// How long each is kept; zero for no backups.
    public let retention: TimeSpan
    /// When it may be taken; nil leaves the time to ElastiCache.
    public let window: DailyWindow?

    /// No backups.
    public static let none = CacheSnapshots(retention: .days(0), window: nil)

    /// One backup a day: `.daily(keep: .days(7), between: .utc(17, 0))`.
    public static func daily(keep retention: TimeSpan, between window: DailyWindow? = nil) -> CacheSnapshots {
        CacheSnapshots(retention: retention, window: window)
    }
}
