import TerraneCore

extension Checks {
    /// Checks every declared flow has a way through the network, and nothing else has.
    static func reachability(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
