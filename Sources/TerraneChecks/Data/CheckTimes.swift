import TerraneAWS
import TerraneCore

extension Checks {
    /// Backups of databases are kept for so many days, and neither taken nor read while RDS maintains the server
    /// ("CreateDBInstance", "CreateDBCluster", Amazon RDS API Reference).
    static func checkDatabaseTimes(_ inventory: Inventory) -> [Diagnostic] {
        inventory.databases.flatMap { database in
            let least = database.isCluster ? 1 : 0
            return checkRetention(database.item, "backup_retention_period", of: least...35)
                + checkWindows(
                    database.item, backup: database.backupWindow, maintenance: database.maintenanceWindow, atLeast: 30)
        }
            + inventory.all(RDS.DBClusterInstance.self).flatMap {
                checkWindows(
                    $0, backup: .absent, maintenance: $0["preferred_maintenance_window"], atLeast: 30)
            }
    }

    /// "CreateReplicationGroup", Amazon ElastiCache API Reference.
    static func checkCacheTimes(_ inventory: Inventory) -> [Diagnostic] {
        (inventory.all(ElastiCache.ReplicationGroup.self) + inventory.all("aws_elasticache_cluster")).flatMap {
            checkRetention($0, "snapshot_retention_limit", of: 0...35)
                + checkWindows($0, backup: $0["snapshot_window"], maintenance: $0["maintenance_window"], atLeast: 60)
        }
    }

    private static func checkRetention(
        _ item: Inventory.Item, _ path: String, of range: ClosedRange<Int>
    ) -> [Diagnostic] {
        guard let days = item[path].integer, !range.contains(days) else { return [] }
        return [.backupRetention(item, days, range)]
    }

    private static func checkWindows(
        _ item: Inventory.Item, backup: Fact, maintenance: Fact, atLeast shortest: Int
    ) -> [Diagnostic] {
        let daily = backup.text.map { TimeWindow(daily: $0) }
        let weekly = maintenance.text.map { TimeWindow(weekly: $0) }
        var problems: [Diagnostic] = []
        for (text, window, form) in [
            (backup.text, daily, "05:00-06:00"), (maintenance.text, weekly, "sun:17:00-sun:18:00"),
        ] {
            guard let text, let window else { continue }
            guard let window else {
                problems.append(.malformedWindow(item, text, form: form))
                continue
            }
            if window.length < shortest || window.length >= TimeWindow.day {
                problems.append(.windowLength(item, text, shortest: shortest))
            }
        }
        if let daily, let daily, let weekly, let weekly, daily.overlaps(weekly: weekly) {
            problems.append(.windowsOverlap(item, backup.text ?? "", maintenance.text ?? ""))
        }
        return problems
    }
}

extension Diagnostic {
    static func backupRetention(_ item: Inventory.Item, _ days: Int, _ range: ClosedRange<Int>) -> Diagnostic {
        .error(
            "\(item.label) keeps its backups for \(days) days",
            help: "It can be \(range.lowerBound) to \(range.upperBound) days; AWS Backup keeps them for longer.",
            at: item.source)
    }

    static func malformedWindow(_ item: Inventory.Item, _ text: String, form: String) -> Diagnostic {
        .error(
            "the window '\(text)' of \(item.label) is no time that AWS understands",
            help: "It is written in UTC, with two digits each: '\(form)'.", at: item.source)
    }

    static func windowLength(_ item: Inventory.Item, _ text: String, shortest: Int) -> Diagnostic {
        .error(
            "the window '\(text)' of \(item.label) is of a length that AWS refuses",
            help: "It lasts at least \(shortest) minutes, and less than a day.", at: item.source)
    }

    static func windowsOverlap(_ item: Inventory.Item, _ backup: String, _ maintenance: String) -> Diagnostic {
        .error(
            "\(item.label) is backed up (\(backup)) while it is maintained (\(maintenance))",
            help: "Let one begin when the other is over.", at: item.source)
    }
}
