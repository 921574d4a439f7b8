import TerraneCore

extension Checks {
    /// Checks address ranges, zones, subnets and routes.
    static func network(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
