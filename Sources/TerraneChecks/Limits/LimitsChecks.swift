import TerraneCore

extension Checks {
    /// Checks lengths, alphabets and quotas.
    static func limits(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
