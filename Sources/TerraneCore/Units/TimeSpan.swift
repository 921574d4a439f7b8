/// A length of time in whole seconds, written with its unit: `.minutes(5)`.
public struct TimeSpan: Hashable, Sendable, Comparable {
    public let inSeconds: Int

    public static func seconds(_ count: Int) -> TimeSpan { TimeSpan(inSeconds: count) }
    public static func minutes(_ count: Int) -> TimeSpan { TimeSpan(count, times: 60) }
    public static func hours(_ count: Int) -> TimeSpan { TimeSpan(count, times: 3600) }
    public static func days(_ count: Int) -> TimeSpan { TimeSpan(count, times: 86400) }
    public static func weeks(_ count: Int) -> TimeSpan { TimeSpan(count, times: 604_800) }

    private init(inSeconds: Int) {
        self.inSeconds = inSeconds
    }

    /// What is longer than all time stays the longest there is, for a check to refuse.
    private init(_ count: Int, times seconds: Int) {
        let (product, overflows) = count.multipliedReportingOverflow(by: seconds)
        inSeconds = overflows ? (count < 0 ? .min : .max) : product
    }

    public var inMinutes: Int { inSeconds / 60 }
    public var inHours: Int { inSeconds / 3600 }
    public var inDays: Int { inSeconds / 86400 }

    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.inSeconds < right.inSeconds }
}
