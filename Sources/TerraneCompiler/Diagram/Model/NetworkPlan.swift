import TerraneChecks
import TerraneCore

/// The networks of a stack as a plan shows them: subnets of one purpose in a tier, over all zones.
struct NetworkPlan {
    struct Subnet {
        let item: Inventory.Item
        let network: Name
        let tier: String
        let zone: String
        let isPublic: Bool
    }

    struct Tier: Hashable {
        let network: Name
        let name: String
    }

    let networks: [Inventory.Item]
    let subnets: [Subnet]
    private let byName: [Name: Int]
    private let shown: Set<Name>
    private let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
        networks = inventory.all("aws_vpc")
        let isCrowded = networks.count > PictureDrawing.Limits.networks + 1
        shown = Set((isCrowded ? Array(networks.prefix(PictureDrawing.Limits.networks)) : networks).map(\.name))
        let subnets = inventory.all("aws_subnet").compactMap { item -> Subnet? in
            guard let network = inventory.target(of: item, "vpc_id") else { return nil }
            return Subnet(
                item: item, network: network.name, tier: NetworkPlan.tier(of: item), zone: NetworkPlan.zone(of: item),
                isPublic: NetworkPlan.isPublic(item, inventory))
        }
        self.subnets = subnets
        byName = Dictionary(subnets.indices.map { (subnets[$0].item.name, $0) }) { first, _ in first }
    }

    /// The subnets that a resource is in, by itself or by a group of subnets that it names.
    func subnets(of item: Inventory.Item) -> [Subnet] {
        guard let position = inventory.graph.index[item.name] else { return [] }
        let references = inventory.graph.facts.references[position].map { inventory.items[$0] }
        let groups = references.filter { $0.type.hasSuffix("subnet_group") }
        let further = groups.flatMap { group in
            inventory.graph.index[group.name].map { inventory.graph.facts.references[$0] } ?? []
        }
        return (references + further.map { inventory.items[$0] }).compactMap { byName[$0.name].map { subnets[$0] } }
    }

    /// Whether a network has a frame of its own; of many only the first have.
    func isShown(_ network: Name) -> Bool { shown.contains(network) }

    /// `private` of `koemo/private-a`.
    private static func tier(of item: Inventory.Item) -> String {
        let parts = item.name.last.split(separator: "-")
        guard let last = parts.last, parts.count > 1, last.utf8.count <= 2 else { return String(item.name.last) }
        return parts.dropLast().joined(separator: "-")
    }

    private static func zone(of item: Inventory.Item) -> String {
        item["availability_zone"].text ?? item["availability_zone_id"].text ?? "zone"
    }

    /// Whether its route table leads to an Internet gateway.
    private static func isPublic(_ item: Inventory.Item, _ inventory: Inventory) -> Bool {
        inventory.referrers(of: item).contains { association in
            guard association.type == "aws_route_table_association",
                let table = inventory.target(of: association, "route_table_id")
            else { return false }
            return table.hasGateway(inventory.target(of:))
                || inventory.referrers(of: table).contains {
                    $0.type == "aws_route" && $0.hasGateway(inventory.target(of:))
                }
        }
    }
}

extension Inventory.Item {
    fileprivate func hasGateway(_ target: (Expression) -> Inventory.Item?) -> Bool {
        (values("gateway_id") + values("route/gateway_id")).contains { target($0)?.type == "aws_internet_gateway" }
    }
}
