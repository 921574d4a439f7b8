import TerraneCore

extension Checks {
    /// Checks IAM policies and who may assume a role.
    static func identity(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
