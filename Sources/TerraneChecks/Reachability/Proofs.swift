import TerraneCore

extension Wiring {
    /// What blocks connections from any of the places to any of the others; nil when nothing does for sure.
    func blocker(from clients: [PacketModel.Place], to servers: [PacketModel.Place], ports: ClosedRange<Int>)
        -> PacketModel.Blocker?
    {
        for client in clients {
            for server in servers {
                for port in Set([ports.lowerBound, ports.upperBound]).sorted() {
                    if case .no(let blocker) = model.path(from: client, to: server, port: port) { return blocker }
                }
            }
        }
        return nil
    }

    /// What blocks connections of a place to all of the others; nil when one of them can be reached, or might be.
    func commonBlocker(
        from client: PacketModel.Place, to servers: [PacketModel.Place], port: Int
    ) -> PacketModel.Blocker? {
        var found: PacketModel.Blocker?
        for server in servers {
            guard case .no(let blocker) = model.path(from: client, to: server, port: port) else { return nil }
            found = found ?? blocker
        }
        return found
    }
}

extension PacketModel.Blocker {
    /// The element that is in the way and what it does, in the middle of a sentence.
    func description(port: Int, in model: PacketModel) -> String {
        switch self {
        case .groups(let groups, let direction):
            let rule =
                direction == .inbound ? "ingress rule for tcp \(port) from it" : "egress rule for tcp \(port) to it"
            let names = groups.map { "'\($0)'" }.joined(separator: " and ")
            return groups.count == 1
                ? "security group \(names) has no \(rule)" : "none of the security groups \(names) has an \(rule)"
        case .list(let list, let direction, let subnet, let isAnswer):
            let what = isAnswer ? "the answers at ephemeral ports" : "tcp \(port)"
            let way = direction == .inbound ? "into" : "out of"
            return "network ACL '\(list)' denies \(what) \(way) subnet '\(subnet)'"
        case .noRoute(let table, let place, let isAnswer):
            return "\(described(table, model)) has no route\(isAnswer ? " back" : "") to \(place)"
        case .wrongRoute(let table, let place, let target, let isAnswer):
            return "\(described(table, model)) sends what goes \(isAnswer ? "back " : "")to \(place) "
                + "\(target.description)"
        case .noPublicAddress(let table):
            return
                "it has no public address, and \(described(table, model)) leads to an Internet gateway, not through NAT"
        case .natWithoutInternet(let gateway, let table):
            return
                "NAT gateway '\(gateway)' has no way out: \(described(table, model)) of its subnet has no route to an "
                + "Internet gateway"
        case .otherNetwork(let peering):
            return "peering '\(peering)', to which the route leads, joins other networks"
        }
    }

    private func described(_ table: Name, _ model: PacketModel) -> String {
        guard model.tables[table]?.isMain == true else { return "route table '\(table)'" }
        return "the main route table of the network '\(Name(String(table.path.dropLast("/main".count))))'"
    }

    /// The element, if the stack makes it.
    var element: Name? {
        switch self {
        case .groups(let groups, _): groups.first
        case .list(let list, _, _, _): list
        case .noRoute(let table, _, _), .wrongRoute(let table, _, _, _), .noPublicAddress(let table): table
        case .natWithoutInternet(let gateway, _): gateway
        case .otherNetwork(let peering): peering
        }
    }
}

extension PacketModel.Route.Target {
    fileprivate var description: String {
        switch self {
        case .local: "into the network itself"
        case .internetGateway: "to an Internet gateway"
        case .natGateway(let name): "to NAT gateway '\(name)'"
        case .peering(let name): "to peering '\(name)'"
        case .gatewayEndpoint: "to a gateway endpoint"
        case .unknown: "elsewhere"
        }
    }
}

/// What a proof found in the way.
struct Obstacle {
    let blocker: PacketModel.Blocker
    let port: Int
    let wiring: Wiring

    var text: String { blocker.description(port: port, in: wiring.model) }

    /// Where the element in the way was written.
    var notes: [Diagnostic.Note] {
        guard let item = blocker.element.flatMap({ wiring.inventory[$0] }) else { return [] }
        return [Diagnostic.Note("'\(item.name)' is here", at: item.source)]
    }
}
