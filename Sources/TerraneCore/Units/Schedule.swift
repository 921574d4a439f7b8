/// When something happens again and again: a cron expression of EventBridge's six fields, in a time zone.
///
/// ("Cron expressions", Amazon EventBridge Scheduler User Guide.)
public struct Schedule: Hashable, Sendable {
    /// `cron(0 20 ? * MON-FRI *)`.
    public let cron: String
    /// An IANA name, `Asia/Tokyo`.
    public let timeZone: String

    public enum Days: String, Hashable, Sendable {
        case everyDay = "*"
        case weekdays = "MON-FRI"
        case sundays = "SUN"
        case mondays = "MON"
        case saturdays = "SAT"
    }

    /// At the full hour.
    public static let everyHour = Schedule(cron: "cron(0 * ? * * *)", timeZone: "UTC")

    /// At a time of day on some days of the week: `.at(20, 0, on: .weekdays, in: "Asia/Tokyo")`.
    public static func at(_ hour: Int, _ minute: Int = 0, on days: Days = .everyDay, in timeZone: String = "UTC")
        -> Schedule
    {
        Schedule(cron: "cron(\(minute) \(hour) ? * \(days.rawValue) *)", timeZone: timeZone)
    }
}
