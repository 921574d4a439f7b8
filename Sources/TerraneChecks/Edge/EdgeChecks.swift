import TerraneCore

extension Checks {
    /// Checks certificates, web ACLs, distributions and records.
    static func edge(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
