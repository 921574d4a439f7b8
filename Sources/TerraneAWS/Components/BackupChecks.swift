import TerraneCore

/// What could not be written down as it is meant: backups are kept for whole days, and a window ends within a day. The rest is
/// checked where all databases and caches are, of whatever make.
func backupProblems(
    of owner: Name, keptFor retention: TimeSpan, in windows: [DailyWindow?]
) -> [Diagnostic] {
    let long = windows.compactMap(\.self).filter { !(0..<1440).contains($0.length.inMinutes) }
    return (retention.isWholeDays ? [] : [.retentionInPartsOfDays(owner)])
        + long.map { .windowOverADay(owner, $0) }
}

extension Diagnostic {
    static func retentionInPartsOfDays(_ owner: Name) -> Diagnostic {
        .error("the backups of '\(owner)' are not kept for whole days", help: "Write `.daily(keep: .days(7))`.")
    }

    static func windowOverADay(_ owner: Name, _ window: DailyWindow) -> Diagnostic {
        .error(
            "a window of '\(owner)' is open for \(window.length.inMinutes) minutes",
            help: "It lasts less than a day: `.utc(17, lasting: .hours(1))`.")
    }
}
