import TerraneCore

extension Checks {
    /// Checks databases, caches and their backups.
    static func data(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
