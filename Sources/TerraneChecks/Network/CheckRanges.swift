import TerraneCore

extension Checks {
    /// Afterwards networks and subnets have a size that AWS takes, and each subnet lies in its network.
    static func checkRanges(_ inventory: Inventory) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for item in ["aws_vpc", "aws_subnet", "aws_vpc_ipv4_cidr_block_association"].flatMap(inventory.all) {
            guard let block = item["cidr_block"].text.flatMap({ AddressBlock($0) }) else { continue }
            if !(16...28).contains(block.prefix) {
                problems.append(.rangeSize(item, block))
            } else if item.type != "aws_subnet", let other = reserved.first(where: { $0.overlaps(block) }) {
                problems.append(.rangeReserved(item, block, other))
            }
        }
        for subnet in inventory.all("aws_subnet") {
            guard let block = subnet["cidr_block"].text.flatMap({ AddressBlock($0) }),
                let network = inventory.target(of: subnet, "vpc_id"), network.type == "aws_vpc",
                !inventory.exportedNames.contains(network.name), let blocks = inventory.blocks(of: network),
                !blocks.contains(where: { $0.contains(block) })
            else { continue }
            problems.append(.subnetOutsideNetwork(subnet, block, network, blocks))
        }
        return problems
    }

    /// "VPC CIDR blocks", Amazon VPC User Guide: AWS refuses networks in these.
    private static let reserved = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"].compactMap {
        AddressBlock($0)
    }
}

extension Diagnostic {
    /// "VPC CIDR blocks" and "Subnet CIDR blocks", Amazon VPC User Guide.
    fileprivate static func rangeSize(_ item: Inventory.Item, _ block: AddressBlock) -> Diagnostic {
        .error(
            "'\(item.name)' has the range \(block), and AWS takes /16 to /28",
            help: "A /16 holds 65,536 addresses and a /28 holds 16: choose a prefix between them.", at: item.source)
    }

    fileprivate static func rangeReserved(
        _ item: Inventory.Item, _ block: AddressBlock, _ reserved: AddressBlock
    ) -> Diagnostic {
        .error(
            "'\(item.name)' has the range \(block), which lies in the reserved \(reserved)",
            help: "Take a private range: 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.", at: item.source)
    }

    fileprivate static func subnetOutsideNetwork(
        _ subnet: Inventory.Item, _ block: AddressBlock, _ network: Inventory.Item, _ blocks: [AddressBlock]
    ) -> Diagnostic {
        .error(
            "subnet '\(subnet.name)' has the range \(block), which is not in its network '\(network.name)'",
            help: "The network has \(blocks.map(\.description).joined(separator: " and ")). Choose a part of that.",
            at: subnet.source, notes: [Note("the network is here", at: network.source)])
    }
}
