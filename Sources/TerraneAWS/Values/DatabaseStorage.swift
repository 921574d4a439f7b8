public import TerraneCore

/// The disk of a database ("Amazon RDS DB instance storage", Amazon RDS User Guide).
public struct DatabaseStorage: Hashable, Sendable {
    public let size: DataSize
    /// Up to which RDS makes it larger by itself when it fills; nil for never.
    public let limit: DataSize?
    /// `gp3` or `io2`.
    public let kind: String
    /// Operations per second, where they are bought.
    public let operations: Int?

    /// A general purpose disk (gp3): `.gibibytes(20, upTo: 100)`.
    public static func gibibytes(_ size: Int, upTo limit: Int? = nil) -> DatabaseStorage {
        DatabaseStorage(
            size: .gibibytes(size), limit: limit.map { .gibibytes($0) }, kind: "gp3", operations: nil)
    }

    /// A disk with so many operations per second (io2), for a database whose latency matters.
    public static func provisioned(_ size: Int, upTo limit: Int? = nil, operations: Int) -> DatabaseStorage {
        DatabaseStorage(
            size: .gibibytes(size), limit: limit.map { .gibibytes($0) }, kind: "io2", operations: operations)
    }
}

/// Backups that RDS takes by itself, with which a database can be put back to any second of the time they are kept
/// ("Introduction to backups", Amazon RDS User Guide).
public struct DatabaseBackups: Hashable, Sendable {
    /// 1 to 35 days.
    public let retention: TimeSpan
    public let window: DailyWindow?

    /// `.daily(keep: .days(30), between: .utc(18))`.
    public static func daily(keep retention: TimeSpan, between window: DailyWindow? = nil) -> DatabaseBackups {
        DatabaseBackups(retention: retention, window: window)
    }
}
