import TerraneCore

extension PacketModel.AccessList {
    /// What the first entry that matches says; nil when that is not known.
    func allows(
        _ direction: PacketModel.Direction, _ transport: PacketModel.Transport, _ port: Int, _ other: PacketModel.Host
    ) -> Bool? {
        guard !mayHaveMore else { return nil }
        for entry in entries where entry.direction == direction && entry.traffic.matches(transport, port) {
            if entry.block.contains(other.address) { return entry.allows }
        }
        return false
    }
}

extension PacketModel.Group {
    /// Whether a rule lets it pass; nil when that is not known.
    func allows(
        _ direction: PacketModel.Direction, _ transport: PacketModel.Transport, _ port: Int, _ other: PacketModel.Host
    ) -> Bool? {
        var isUnknown = mayHaveMore
        for rule in rules where rule.direction == direction && rule.traffic.matches(transport, port) {
            switch rule.peer.isWhere(other) {
            case true?: return true
            case false?: break
            case nil: isUnknown = true
            }
        }
        return isUnknown ? nil : false
    }
}

extension PacketModel.Group.Peer {
    /// Whether a host is there; nil when that is not known. A list's addresses are some of the Internet's.
    fileprivate func isWhere(_ host: PacketModel.Host) -> Bool? {
        switch (self, host.place) {
        case (.block(let block), _): block.contains(host.address)
        case (.group(let group), .interface(let interface)):
            interface.groups.contains(group) ? true : interface.hasUnknownGroups ? nil : false
        case (.group, .internet), (.group, .list): false
        case (.list(let list), .list(let other)): list == other
        case (.list, .interface): false
        case (.group, .block), (.list, _), (.unknown, _): nil
        }
    }
}

extension PacketModel {
    /// Where a subnet's table sends what is for a host: the narrowest destination decides ("Route priority", Amazon VPC User
    /// Guide).
    func target(in subnet: Subnet, to host: Host) -> Route.Target? {
        let routes = tables[subnet.table]?.routes ?? []
        let isLocal = networks[subnet.network]?.blocks.contains { $0.contains(host.address) } ?? false
        if isLocal { return .local }
        if case .list(let list) = host.place, let route = routes.first(where: { $0.destination == .list(list) }) {
            return route.target
        }
        var best: (block: AddressBlock, target: Route.Target)?
        for route in routes {
            guard case .block(let block) = route.destination, block.contains(host.address) else { continue }
            if best.map({ block.count < $0.block.count }) ?? true { best = (block, route.target) }
        }
        return best?.target
    }

    func described(_ host: Host) -> String {
        switch host.place {
        case .interface(let interface): subnets[interface.subnet].map { "\($0.block)" } ?? "'\(interface.subnet)'"
        case .internet: "0.0.0.0/0"
        case .block(let block): "\(block)"
        case .list(let list): "\(list) or 0.0.0.0/0"
        }
    }
}
