import TerraneCore

/// AWS Key Management Service.
public enum KMS {
    /// For how many days a deletion can be undone ("ScheduleKeyDeletion", AWS Key Management Service API Reference).
    private static let deletionWindows = 7...30

    static func check(_ window: TimeSpan, of key: Name) -> [Diagnostic] {
        window.isWholeDays && deletionWindows.contains(window.inDays) ? [] : [.deletionWindow(key, window)]
    }
}

extension Diagnostic {
    static func deletionWindow(_ key: Name, _ window: TimeSpan) -> Diagnostic {
        .error(
            "the deletion of key '\(key)' can be undone for \(window.forPeople)",
            help: "AWS KMS waits for 7 to 30 whole days.")
    }
}
