/// An amount of memory or storage, in binary units as AWS counts them.
public struct DataSize: Hashable, Sendable, Comparable {
    public let inMebibytes: Int

    public static func mebibytes(_ count: Int) -> DataSize { DataSize(inMebibytes: count) }
    public static func gibibytes(_ count: Int) -> DataSize { DataSize(inMebibytes: count * 1024) }

    public var inGibibytes: Int { inMebibytes / 1024 }

    public static func < (left: DataSize, right: DataSize) -> Bool { left.inMebibytes < right.inMebibytes }
}
