public import TerraneCore

/// A time of every day in UTC during which AWS may do something, written `05:00-06:00`: `.utc(17, 30, lasting: .hours(1))`.
public struct DailyWindow: Hashable, Sendable {
    /// Minutes after midnight.
    public let start: Int
    public let length: TimeSpan

    public static func utc(_ hour: Int, _ minute: Int = 0, lasting length: TimeSpan = .hours(1)) -> DailyWindow {
        DailyWindow(start: hour * 60 + minute, length: length)
    }

    /// Minutes after midnight at which it is over; on the next day when it passes midnight.
    var end: Int { (start + length.inMinutes) % 1440 }
}

extension DailyWindow: ExpressionConvertible, CustomStringConvertible {
    public var description: String { "\(DailyWindow.clock(start))-\(DailyWindow.clock(end))" }
    public var expression: Expression { .string(description) }

    static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

/// A time of every week in UTC during which AWS may do something, written `sun:17:00-sun:18:00`.
public struct WeeklyWindow: Hashable, Sendable {
    public enum Day: String, Hashable, Sendable, CaseIterable {
        case monday = "mon"
        case tuesday = "tue"
        case wednesday = "wed"
        case thursday = "thu"
        case friday = "fri"
        case saturday = "sat"
        case sunday = "sun"

        var next: Day {
            let days = Day.allCases
            return days[((days.firstIndex(of: self) ?? 0) + 1) % days.count]
        }
    }

    public let day: Day
    public let time: DailyWindow

    public init(_ day: Day, _ time: DailyWindow) {
        self.day = day
        self.time = time
    }
}

extension WeeklyWindow: ExpressionConvertible, CustomStringConvertible {
    public var description: String {
        let last = time.start + time.length.inMinutes > 1440 ? day.next : day
        return "\(day.rawValue):\(DailyWindow.clock(time.start))-\(last.rawValue):\(DailyWindow.clock(time.end))"
    }

    public var expression: Expression { .string(description) }
}
