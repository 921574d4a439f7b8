public import TerraneCore

extension AtlasCluster {
    public func check() -> [Diagnostic] {
        [
            checkName(), checkNodes(), checkTiers(), backups.problems.map { .atlasBackups(name, $0) },
        ].flatMap { $0 }
    }

    private func checkName() -> [Diagnostic] {
        let isLegal = clusterName.utf8.count <= 64 && !clusterName.contains("_") && clusterName.first != "-"
        return isLegal ? [] : [.atlasClusterName(name, clusterName)]
    }

    private func checkNodes() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let electable = regions.map(\.electable).reduce(0, +)
        if ![3, 5, 7].contains(electable) { problems.append(.atlasNodes(name, electable)) }
        if analyticsNodes < 0 { problems.append(.atlasAnalyticsNodes(name, analyticsNodes)) }
        if Set(regions.map(\.region)).count != regions.count { problems.append(.atlasRegionTwice(name)) }
        return problems
    }

    private func checkTiers() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let largestTier, largestTier < tier { problems.append(.atlasTiers(name, tier, largestTier)) }
        if !(10...4096).contains(storage.inGibibytes) || storage.inMebibytes % 1024 != 0 {
            problems.append(.atlasStorage(name))
        }
        return problems
    }
}

extension AtlasBackupPlan {
    /// What Atlas would refuse ("Resource: mongodbatlas_cloud_backup_schedule", MongoDB Atlas provider documentation).
    var problems: [String] {
        var found: [String] = []
        if items.isEmpty { found.append("keep nothing") }
        for (often, rarely) in zip(items, items.dropFirst()) where rarely.retention.inDays < often.retention.inDays {
            found.append(
                "keep \(rarely.frequency.rawValue) snapshots for less time than \(often.frequency.rawValue) ones")
        }
        for item in items {
            if !item.hasLegalInterval {
                found.append("have a rhythm of \(item.interval) for \(item.frequency.rawValue) snapshots")
            }
            if !item.isKeptLongEnough {
                found.append("keep \(item.frequency.rawValue) snapshots for less time than lies between two of them")
            }
        }
        if let restoreWindow, let hourly = items.first(where: { $0.frequency == .hourly }),
            restoreWindow > .days(hourly.retention.inDays)
        {
            found.append("restore any point further back than hourly snapshots are kept")
        }
        if let restoreWindow, restoreWindow < .days(1) { found.append("restore any point of less than a day") }
        return found
    }
}

extension AtlasBackupPlan.Item {
    fileprivate var hasLegalInterval: Bool {
        switch frequency {
        case .hourly: [1, 2, 4, 6, 8, 12].contains(interval)
        case .daily: interval == 1
        case .weekly: (1...7).contains(interval)
        case .monthly: (1...28).contains(interval) || interval == 40
        case .yearly: (1...12).contains(interval)
        }
    }

    fileprivate var isKeptLongEnough: Bool {
        switch (frequency, retention) {
        case (.monthly, .months(let count)): count >= 1
        case (.hourly, _), (.daily, _): retention.inDays >= 1
        case (.weekly, _): retention.inDays >= 7
        case (.monthly, _): retention.inDays >= 31
        case (.yearly, _): retention.inDays >= 365
        }
    }
}

extension Diagnostic {
    static func atlasClusterName(_ cluster: Name, _ clusterName: String) -> Diagnostic {
        .error(
            "Atlas does not take '\(clusterName)' as the name of cluster '\(cluster)'",
            help: "Use letters, digits and hyphens, at most 64.")
    }

    static func atlasNodes(_ cluster: Name, _ count: Int) -> Diagnostic {
        .error(
            "cluster '\(cluster)' has \(count) nodes that can become the primary",
            help: "An election needs a majority: 3, 5 or 7 nodes over all regions.")
    }

    static func atlasAnalyticsNodes(_ cluster: Name, _ count: Int) -> Diagnostic {
        .error("cluster '\(cluster)' has \(count) analytics nodes", help: "Write how many there are, or 0.")
    }

    static func atlasRegionTwice(_ cluster: Name) -> Diagnostic {
        .error("cluster '\(cluster)' names a region twice", help: "Name each region once, with all its nodes.")
    }

    static func atlasTiers(_ cluster: Name, _ tier: ClusterTier, _ largest: ClusterTier) -> Diagnostic {
        .error(
            "cluster '\(cluster)' of tier \(tier.rawValue) scales up to \(largest.rawValue), which is smaller",
            help: "Name a larger tier, or leave `scalingUpTo` out.")
    }

    static func atlasStorage(_ cluster: Name) -> Diagnostic {
        .error(
            "the storage of cluster '\(cluster)' is not 10 to 4096 whole gibibytes",
            help: "Write `storage: .gibibytes(40)`. It grows by itself.")
    }

    static func atlasBackups(_ cluster: Name, _ problem: String) -> Diagnostic {
        .error(
            "the backups of cluster '\(cluster)' \(problem)",
            help: "Rarer snapshots are kept longer: `.keeping(hourly: .days(1), daily: .days(7), weekly: .weeks(4))`.")
    }
}
