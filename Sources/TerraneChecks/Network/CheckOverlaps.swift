import TerraneCore

extension Checks {
    /// Afterwards no address is in two subnets of a network, or in two networks that are joined.
    static func checkOverlaps(_ inventory: Inventory) -> [Diagnostic] {
        checkSubnetOverlaps(inventory) + checkPeerOverlaps(inventory) + checkAtlasOverlaps(inventory)
    }

    private struct Placed {
        let item: Inventory.Item
        let block: AddressBlock
    }

    /// Neighbours in the order of addresses are enough to find an overlap.
    private static func checkSubnetOverlaps(_ inventory: Inventory) -> [Diagnostic] {
        var byNetwork: [Name: [Placed]] = [:]
        for subnet in inventory.all("aws_subnet") where subnet.node.options.forEach == nil {
            guard let network = inventory.target(of: subnet, "vpc_id"),
                let block = subnet["cidr_block"].text.flatMap({ AddressBlock($0) })
            else { continue }
            byNetwork[network.name, default: []].append(Placed(item: subnet, block: block))
        }
        return byNetwork.sorted { $0.key < $1.key }.flatMap { _, subnets -> [Diagnostic] in
            var widest: Placed?
            return subnets.enumerated().sorted {
                ($0.element.block.first, $0.offset) < ($1.element.block.first, $1.offset)
            }
            .compactMap { _, subnet in
                defer { if widest.map({ $0.block.last < subnet.block.last }) ?? true { widest = subnet } }
                guard let other = widest, other.block.overlaps(subnet.block) else { return nil }
                let isLater = inventory.graph.index[subnet.item.name] ?? 0 > inventory.graph.index[other.item.name] ?? 0
                return isLater
                    ? .subnetsOverlap(subnet.item, subnet.block, other.item, other.block)
                    : .subnetsOverlap(other.item, other.block, subnet.item, subnet.block)
            }
        }
    }

    private static func checkPeerOverlaps(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("aws_vpc_peering_connection").compactMap { peering in
            guard let one = inventory.target(of: peering, "vpc_id"),
                let other = inventory.target(of: peering, "peer_vpc_id")
            else { return nil }
            if one.name == other.name { return .peerOfItself(peering, one) }
            guard let blocks = inventory.blocks(of: one), let others = inventory.blocks(of: other),
                let block = blocks.first(where: { block in others.contains { $0.overlaps(block) } })
            else { return nil }
            return .peerRangesOverlap(peering, one, other, block)
        }
    }

    /// A network of Atlas that is peered with one of the stack.
    private static func checkAtlasOverlaps(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all("mongodbatlas_network_peering").compactMap { peering in
            guard let network = inventory.target(of: peering, "vpc_id"), let blocks = inventory.blocks(of: network)
            else { return nil }
            let container = inventory.target(of: peering, "container_id")
            let range = container?["atlas_cidr_block"] ?? peering["atlas_cidr_block"]
            guard let atlas = range.text.flatMap({ AddressBlock($0) }), blocks.contains(where: { $0.overlaps(atlas) })
            else { return nil }
            return .atlasOverlaps(container ?? peering, atlas, network)
        }
    }
}

extension Diagnostic {
    fileprivate static func subnetsOverlap(
        _ subnet: Inventory.Item, _ block: AddressBlock, _ other: Inventory.Item, _ otherBlock: AddressBlock
    ) -> Diagnostic {
        .error(
            "subnet '\(subnet.name)' has the range \(block), which overlaps the \(otherBlock) of '\(other.name)'",
            help: "Give each subnet of a network addresses of its own.", at: subnet.source,
            notes: [Note("'\(other.name)' is here", at: other.source)])
    }

    fileprivate static func peerOfItself(_ peering: Inventory.Item, _ network: Inventory.Item) -> Diagnostic {
        .error(
            "peering '\(peering.name)' joins '\(network.name)' with itself",
            help: "Name the other network at the other end.", at: peering.source)
    }

    /// "VPC peering limitations", Amazon VPC Peering Guide.
    fileprivate static func peerRangesOverlap(
        _ peering: Inventory.Item, _ one: Inventory.Item, _ other: Inventory.Item, _ block: AddressBlock
    ) -> Diagnostic {
        .error(
            "peering '\(peering.name)' joins '\(one.name)' and '\(other.name)', which both have addresses of \(block)",
            help: "AWS refuses that, even where only a secondary range overlaps: give one of them another range.",
            at: peering.source)
    }

    fileprivate static func atlasOverlaps(
        _ container: Inventory.Item, _ block: AddressBlock, _ network: Inventory.Item
    ) -> Diagnostic {
        .error(
            "'\(container.name)' has \(block) at Atlas, which overlaps the network '\(network.name)' that it is peered with",
            help: "Give the network container at Atlas a range that the network does not have.", at: container.source)
    }
}
