import TerraneCore

extension Checks {
    /// Afterwards every declared connection has a way there and back.
    static func proveFlows(_ wiring: Wiring) -> [Diagnostic] {
        wiring.inventory.graph.flows.compactMap { flow in
            let blocker = wiring.blocker(
                from: wiring.places(flow.client), to: wiring.places(flow.server), ports: flow.ports)
            return blocker.map { blocker in
                .flowBlocked(flow, Obstacle(blocker: blocker, port: flow.ports.lowerBound, wiring: wiring))
            }
        }
    }
}

extension Wiring {
    /// Where one end of a flow is, as far as that is known.
    fileprivate func places(_ end: Flow.End) -> [PacketModel.Place] {
        switch end {
        case .group(let group):
            let items = inventory.target(of: group).flatMap { members[$0.name] } ?? []
            return items.flatMap(places(of:))
        case .range(.anywhere): return [.internet]
        case .range(let range): return AddressBlock(range.text).map { [.block($0)] } ?? []
        case .list(let list):
            guard let any = inventory.items.first else { return [] }
            return inventory.listName(list, in: any.whole).map { [.list($0)] } ?? []
        }
    }
}

extension Diagnostic {
    fileprivate static func flowBlocked(_ flow: Flow, _ obstacle: Obstacle) -> Diagnostic {
        .error(
            "'\(flow.clientName)' cannot reach '\(flow.serverName)' at port \(obstacle.port): \(obstacle.text)",
            help:
                "The connection is declared, and packets need a way there and back: routes, network ACLs and security "
                + "groups at both ends.", at: flow.source, notes: obstacle.notes)
    }
}
