/// An amount of memory or storage, in binary units as AWS counts them.
public struct DataSize: Hashable, Sendable, Comparable {
    public let inMebibytes: Int

    public static func mebibytes(_ count: Int) -> DataSize { DataSize(inMebibytes: count) }
    public static func gibibytes(_ count: Int) -> DataSize { DataSize(inMebibytes: saturated(count, 1024)) }

    /// More than there is stays the most there is, for a check to refuse.
    private static func saturated(_ count: Int, _ factor: Int) -> Int {
        let (product, overflows) = count.multipliedReportingOverflow(by: factor)
        return overflows ? (count < 0 ? .min : .max) : product
    }

    public var inGibibytes: Int { inMebibytes / 1024 }

    public static func < (left: DataSize, right: DataSize) -> Bool { left.inMebibytes < right.inMebibytes }
}
