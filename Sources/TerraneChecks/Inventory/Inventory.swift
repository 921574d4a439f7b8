public import TerraneCore

/// A graph as checks and policies read it: resources by type, and their properties as far as they are known before anything
/// is deployed.
///
///     for subnet in inventory.all(EC2.Subnet.self) {
///         guard let range = subnet["cidr_block"].text else { continue }
///         let network = subnet.target("vpc_id")
///     }
///
/// Properties go by their Terraform names, which typed and raw resources share.
public struct Inventory: Sendable {
    public let graph: ResourceGraph
    /// In the order in which the bodies list them.
    public let items: [Item]
    /// Who can reach whom, made once for all checks that ask.
    var packetModel: PacketModel { packets.value(of: self) }
    private let packets = SharedModel()
    private let byType: [String: [Int]]
    /// For each resource those that refer to it.
    private let referrers: [[Int]]

    public init(_ graph: ResourceGraph) {
        self.graph = graph
        let literals = graph.nodes.map { Literals(of: graph, in: $0.region) }
        items = zip(graph.nodes, literals).map(Item.init)
        byType = Dictionary(grouping: items.indices) { graph.nodes[$0].type.terraform.typeName ?? "" }
        var referrers = [[Int]](repeating: [], count: items.count)
        for (position, targets) in graph.facts.references.enumerated() {
            for target in targets { referrers[target].append(position) }
        }
        self.referrers = referrers
    }

    /// All resources of a type.
    public func all(_ type: any Resource.Type) -> [Item] {
        type.type.terraform.typeName.map(all) ?? []
    }

    /// All resources of a type, by its Terraform name: `aws_subnet`.
    public func all(_ terraform: String) -> [Item] {
        byType[terraform, default: []].map { items[$0] }
    }

    /// The resource of a name, if the stack makes it.
    public subscript(name: Name) -> Item? {
        graph.index[name].map { items[$0] }
    }

    /// What a value refers to: the resource, if the stack makes it.
    public func target(of expression: Expression) -> Item? {
        guard let name = expression.terraformSide.referred else { return nil }
        return self[name]
    }

    /// The resources that the values at a path refer to, one or a list of them; nil when one of them is not the stack's.
    public func targets(of item: Item, _ path: String) -> [Item]? {
        var found: [Item] = []
        for value in item.values(path) {
            for element in value.elements {
                guard let target = target(of: element) else { return nil }
                found.append(target)
            }
        }
        return found
    }

    /// The resource that the value at a path refers to, if the stack makes it.
    public func target(of item: Item, _ path: String) -> Item? {
        item.values(path).first.flatMap(target)
    }

    /// The resources of a type whose value at a path refers to `item`: the rules of a security group.
    public func all(_ type: any Resource.Type, whose path: String, is item: Item) -> [Item] {
        referrers(of: item).filter { candidate in
            candidate.node.type.terraform == type.type.terraform
                && candidate.values(path).contains { $0.elements.contains { $0.terraformSide.referred == item.name } }
        }
    }

    /// The resources that refer to `item`.
    public func referrers(of item: Item) -> [Item] {
        graph.index[item.name].map { referrers[$0].map { items[$0] } } ?? []
    }
}
