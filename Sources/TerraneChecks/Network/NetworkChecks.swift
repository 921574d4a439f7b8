import TerraneCore

extension Checks {
    /// Checks address ranges, zones, subnets and routes.
    static func network(_ inventory: Inventory) -> [Diagnostic] {
        let model = inventory.packetModel
        return checkRanges(inventory) + checkOverlaps(inventory) + checkZones(inventory) + checkRoutes(inventory)
            + checkGateways(inventory, model) + checkAccessLists(inventory) + checkPlacements(inventory, model)
            + checkRoom(inventory) + checkPrivateNames(inventory)
    }
}
