public import TerraneCore

/// How often Atlas backs up and how long it keeps what it has ("Manage Backup Policies", MongoDB Atlas documentation).
public struct AtlasBackupPlan: Hashable, Sendable {
    public enum Frequency: String, Hashable, Sendable, CaseIterable {
        case hourly, daily, weekly, monthly, yearly
    }

    /// How long a snapshot is kept, in the unit that Atlas is told.
    public enum Retention: Hashable, Sendable {
        case days(Int)
        case weeks(Int)
        case months(Int)
        case years(Int)

        var unit: String {
            switch self {
            case .days: "days"
            case .weeks: "weeks"
            case .months: "months"
            case .years: "years"
            }
        }

        var count: Int {
            switch self {
            case .days(let count), .weeks(let count), .months(let count), .years(let count): count
            }
        }

        /// In days, a month being the twelfth part of a year.
        public var inDays: Int {
            switch self {
            case .days(let count): count
            case .weeks(let count): count * 7
            case .months(let count): count * 365 / 12
            case .years(let count): count * 365
            }
        }
    }

    /// One line of the plan.
    public struct Item: Hashable, Sendable {
        public let frequency: Frequency
        /// Hours between snapshots; the day of the week (Monday is 1) or of the month; the month of the year.
        public let interval: Int
        public let retention: Retention
    }

    public var items: [Item]
    /// How far back any second can be restored; nil for snapshots alone.
    public var restoreWindow: TimeSpan?
    /// Regions that snapshots are copied to.
    public var copies: [Region]

    /// A snapshot each hour, day (and so on), each kept for so long.
    ///
    ///     .keeping(hourly: .days(1), daily: .days(7), weekly: .weeks(4), monthly: .months(12), anyPoint: .days(1))
    public static func keeping(
        hourly: Retention? = nil, daily: Retention? = nil, weekly: Retention? = nil, monthly: Retention? = nil,
        yearly: Retention? = nil, anyPoint restoreWindow: TimeSpan? = nil, copiedTo copies: [Region] = []
    ) -> AtlasBackupPlan {
        let kept = [hourly, daily, weekly, monthly, yearly]
        let items = zip(Frequency.allCases, kept).compactMap { frequency, retention in
            retention.map { Item(frequency: frequency, interval: 1, retention: $0) }
        }
        return AtlasBackupPlan(items: items, restoreWindow: restoreWindow, copies: copies)
    }

    /// The same plan with another rhythm: `.every(6, .hourly)` for a snapshot every six hours.
    public func every(_ interval: Int, _ frequency: Frequency) -> AtlasBackupPlan {
        var copy = self
        copy.items = items.map {
            $0.frequency == frequency ? Item(frequency: frequency, interval: interval, retention: $0.retention) : $0
        }
        return copy
    }
}
