import TerraneCore

extension Checks {
    /// Checks metrics, periods, thresholds and receivers.
    static func alarms(_ inventory: Inventory) -> [Diagnostic] {
        []
    }
}
