public import TerraneCore

/// A resource of one of several stacks, by any of its names.
public struct FoundResource: Sendable {
    public let node: ResourceNode
    public let graph: ResourceGraph
}

extension Compilation {
    /// The resources that an address means: a name path (`koemo-backend/logs`), a Terraform address or a logical ID of
    /// CloudFormation.
    public func resources(at address: String) -> [FoundResource] {
        graphs.flatMap { graph in
            graph.nodes.filter { $0.spellings.contains(address) }.map { FoundResource(node: $0, graph: graph) }
        }
    }

    /// The address that was probably meant by one that means nothing.
    public func nearestAddress(to address: String) -> String? {
        Suggestion.nearest(to: address, among: Set(graphs.flatMap { $0.nodes.flatMap(\.spellings) }))
    }
}

extension ResourceNode {
    fileprivate var spellings: [String] { [name.path, terraformAddress, logicalID].compactMap(\.self) }
}
