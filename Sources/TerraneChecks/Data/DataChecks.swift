import TerraneCore

extension Checks {
    /// Checks databases, caches and their backups.
    static func data(_ inventory: Inventory) -> [Diagnostic] {
        [
            checkDatabaseNames, checkDatabaseOffers, checkDatabaseStorage, checkAuroraClusters, checkParameterGroups,
            checkDatabaseTimes, checkCacheOffers, checkCacheGroups, checkCacheTimes, checkBackupPlans, checkDataNames,
            checkAtlasClusters,
        ].flatMap { $0(inventory) }
    }
}

extension Inventory.Item {
    /// What it is called for people.
    var label: String { "'\(name)'" }
}
