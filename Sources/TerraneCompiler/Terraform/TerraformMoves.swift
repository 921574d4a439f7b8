import HCL
import TerraneCore

/// Writes former names as `moved` blocks, so that Terraform finds in its state what it made under them ("Refactor modules",
/// Terraform documentation). Of several former names each leads to the next, because two may not lead to one.
struct TerraformMoves {
    private let graph: ResourceGraph

    init(_ graph: ResourceGraph) {
        self.graph = graph
    }

    /// The oldest move of a resource first. With a resource all its instances move.
    func blocks() -> [Block] {
        graph.nodes.flatMap { node -> [Block] in
            let addresses = node.terraformAddresses
            return zip(addresses.dropFirst(), addresses).map { TerraformMoves.block(from: $0, to: $1) }.reversed()
        }
    }

    private static func block(from old: [String], to new: [String]) -> Block {
        Block(
            "moved",
            body: Body([
                .attribute(HCL.Attribute("from", .reference(old))),
                .attribute(HCL.Attribute("to", .reference(new))),
            ]))
    }
}

extension ResourceNode {
    /// Its address and the former ones, the latest first. Of an ephemeral resource the state has nothing that could move.
    fileprivate var terraformAddresses: [[String]] {
        if case .ephemeral = type.terraform { return [] }
        guard let prefix = type.terraform.addressPrefix else { return [] }
        var labels: [String] = []
        for name in [name] + options.formerNames.map(\.name) {
            let label = Spelling.terraform(name)
            if label != labels.last { labels.append(label) }
        }
        return labels.map { prefix + [$0] }
    }
}
