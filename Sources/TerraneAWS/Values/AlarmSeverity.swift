/// How fast somebody must act on an alarm.
public enum AlarmSeverity: String, Hashable, Sendable {
    /// Users are affected, or will be within minutes.
    case critical = "Critical"
    /// Somebody should look at it during the day.
    case warning = "Warning"
}
