import TerraneCore

extension PacketModel {
    /// The networks of a stack. What exists already, and what others may change, is not known.
    init(_ inventory: Inventory) {
        let exported = inventory.exportedNames
        for item in inventory.all("aws_vpc") {
            networks[item.name] = inventory.blocks(of: item).map { Network(blocks: $0) }
        }
        for item in inventory.all("aws_nat_gateway") where item["connectivity_type"].text ?? "public" == "public" {
            natGateways[item.name] = inventory.target(of: item, "subnet_id").map { NATGateway(subnet: $0.name) }
        }
        for item in inventory.all("aws_vpc_peering_connection") {
            guard let one = inventory.target(of: item, "vpc_id"), let other = inventory.target(of: item, "peer_vpc_id")
            else { continue }
            peerings[item.name] = Peering(networks: [one.name, other.name])
        }
        for item in inventory.all("aws_route_table") {
            tables[item.name] = table(item, inventory)
            if exported.contains(item.name) { tables[item.name]?.mayHaveMore = true }
        }
        for item in inventory.all("aws_network_acl") { lists[item.name] = inventory.accessList(item) }
        for item in inventory.all("aws_security_group") { groups[item.name] = inventory.securityGroup(item) }
        for name in exported { lists[name]?.mayHaveMore = true }
        for name in exported { groups[name]?.mayHaveMore = true }
        for item in inventory.all("aws_subnet") { subnets[item.name] = subnet(item, inventory, exported) }
    }

    private mutating func subnet(_ item: Inventory.Item, _ inventory: Inventory, _ exported: Set<Name>) -> Subnet? {
        guard let network = inventory.target(of: item, "vpc_id"), networks[network.name] != nil,
            let block = item["cidr_block"].text.flatMap({ AddressBlock($0) }), item.node.options.forEach == nil
        else { return nil }
        let table = Attachment(of: item, inventory, "aws_route_table_association", "subnet_id", "route_table_id")
        let list = listAttachment(item, inventory)
        if table == .unknown || list == .unknown { return nil }
        if list == .none, !inventory.keeps("aws_default_network_acl", of: network) { return nil }
        var subnet = Subnet(network: network.name, block: block, table: network.name / "main", list: list.name)
        if let name = table.name {
            guard tables[name] != nil else { return nil }
            subnet.table = name
        } else {
            let isKnown =
                inventory.keeps("aws_main_route_table_association", of: network)
                && inventory.keeps("aws_default_route_table", of: network) && !exported.contains(item.name)
                && !exported.contains(network.name)
            tables[subnet.table] = Table(mayHaveMore: !isKnown, isMain: true)
        }
        return subnet
    }

    private func listAttachment(_ item: Inventory.Item, _ inventory: Inventory) -> Attachment {
        let around = inventory.referrers(of: item).filter { $0.type == "aws_network_acl" }
        guard let list = around.first else {
            return Attachment(of: item, inventory, "aws_network_acl_association", "subnet_id", "network_acl_id")
        }
        return around.count == 1 ? .to(list.name) : .unknown
    }

    private func table(_ item: Inventory.Item, _ inventory: Inventory) -> Table {
        var table = Table()
        let network = inventory.target(of: item, "vpc_id")?.name
        for part in item.parts("route") {
            table.add(inventory.routes(part, to: "cidr_block", in: network, of: self))
        }
        if !item["route"].isAbsent || !item["propagating_vgws"].isAbsent { table.mayHaveMore = true }
        for referrer in inventory.referrers(of: item) {
            switch referrer.type {
            case "aws_route" where referrer.node.options.forEach == nil:
                table.add(inventory.routes(referrer.whole, to: "destination_cidr_block", in: network, of: self))
            case "aws_vpc_endpoint": table.add(inventory.routes(toGatewayEndpoint: referrer))
            case "aws_vpc_endpoint_route_table_association":
                table.add(
                    inventory.target(of: referrer, "vpc_endpoint_id").flatMap(inventory.routes(toGatewayEndpoint:)))
            case "aws_route_table_association", "aws_main_route_table_association": break
            default: table.mayHaveMore = true
            }
        }
        return table
    }
}

extension PacketModel.Table {
    fileprivate mutating func add(_ routes: [PacketModel.Route]?) {
        if let routes { self.routes += routes } else { mayHaveMore = true }
    }
}

/// What a subnet is joined with by a resource of its own.
private enum Attachment: Equatable {
    case none
    case to(Name)
    case unknown

    init(of item: Inventory.Item, _ inventory: Inventory, _ type: String, _ end: String, _ other: String) {
        let found = inventory.referrers(of: item).filter { $0.type == type }
        guard let first = found.first else {
            self = .none
            return
        }
        let target = found.count == 1 ? inventory.target(of: first, other) : nil
        self = target.map { .to($0.name) } ?? .unknown
    }

    var name: Name? { if case .to(let name) = self { name } else { nil } }
}

extension Inventory {
    /// What other stacks may change, for they know its identifier.
    var exportedNames: Set<Name> {
        var names: Set<Name> = []
        for export in graph.exports {
            export.value.forEachPart { part in
                if case .reference(let reference) = part { names.insert(reference.target) }
            }
        }
        return names
    }

    /// A network's ranges, its secondary ones too; nil when they are not known.
    func blocks(of network: Item) -> [AddressBlock]? {
        var blocks: [AddressBlock] = []
        let others = all("aws_vpc_ipv4_cidr_block_association", whose: "vpc_id", is: network)
        for item in [network] + others {
            guard let block = item["cidr_block"].text.flatMap({ AddressBlock($0) }) else { return nil }
            blocks.append(block)
        }
        return blocks
    }

    /// Whether nothing of a type replaces what a network is born with.
    func keeps(_ type: String, of network: Item) -> Bool {
        !referrers(of: network).contains { $0.type == type }
    }

    /// The resources of a type whose value at a path refers to `item`.
    func all(_ terraform: String, whose path: String, is item: Item) -> [Item] {
        referrers(of: item).filter { candidate in
            candidate.type == terraform && candidate.values(path).contains { $0.terraformSide.referred == item.name }
        }
    }
}
