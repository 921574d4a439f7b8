import TerraneCore

extension Checks {
    /// Checks lengths, alphabets and quotas.
    static func limits(_ inventory: Inventory) -> [Diagnostic] {
        names(inventory) + descriptions(inventory) + tags(inventory) + quotas(inventory) + functionVariables(inventory)
    }
}
