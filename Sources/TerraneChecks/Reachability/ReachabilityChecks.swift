import TerraneCore

extension Checks {
    /// Checks every declared flow has a way through the network, and nothing else has.
    static func reachability(_ inventory: Inventory) -> [Diagnostic] {
        let wiring = Wiring(inventory)
        guard !wiring.interfaces.isEmpty else { return [] }
        return proveFlows(wiring) + proveTargets(wiring) + proveStarts(wiring) + proveDoors(wiring)
            + proveSeclusion(wiring)
    }
}
