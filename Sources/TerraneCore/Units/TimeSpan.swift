/// A length of time in whole seconds, written with its unit: `.minutes(5)`.
public struct TimeSpan: Hashable, Sendable, Comparable {
    public let inSeconds: Int

    public static func seconds(_ count: Int) -> TimeSpan { TimeSpan(inSeconds: count) }
    public static func minutes(_ count: Int) -> TimeSpan { TimeSpan(inSeconds: count * 60) }
    public static func hours(_ count: Int) -> TimeSpan { TimeSpan(inSeconds: count * 3600) }
    public static func days(_ count: Int) -> TimeSpan { TimeSpan(inSeconds: count * 86400) }
    public static func weeks(_ count: Int) -> TimeSpan { days(count * 7) }

    public var inMinutes: Int { inSeconds / 60 }
    public var inHours: Int { inSeconds / 3600 }
    public var inDays: Int { inSeconds / 86400 }

    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.inSeconds < right.inSeconds }
}
