public import TerraneCore

/// What the cloud would refuse, or would take and then not do, found on the graph before anything is written.
///
/// Each area is a function from the inventory to diagnostics, in a folder of its own. What is known only once deployed is
/// never guessed at.
public enum Checks {
    public static func run(on inventory: Inventory) -> [Diagnostic] {
        areas.flatMap { $0(inventory) }
    }

    private static let areas: [@Sendable (Inventory) -> [Diagnostic]] = [
        network, reachability, compute, data, edge, identity, alarms, limits,
    ]
}
