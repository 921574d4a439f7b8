import TerraneCore

extension Checks {
    /// Checks tasks, services and their scaling.
    static func compute(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
