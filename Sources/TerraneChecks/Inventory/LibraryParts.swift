import TerraneCore

extension Inventory.Item {
    /// Whether a component of the library made it, of which the author overrides nothing. A component that checks what it is given
    /// knows a finer place than this resource: the line of the container, of the rule.
    var isCheckedByItsComponent: Bool {
        node.options.overrides.isEmpty
            && ["TerraneAWS/", "TerraneAtlas/"].contains { node.madeAt.file.hasPrefix($0) }
    }
}
