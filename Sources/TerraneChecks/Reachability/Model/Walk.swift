import TerraneCore

extension PacketModel {
    /// The way of a packet and of the answer to it, between two known addresses.
    struct Walk {
        let model: PacketModel
        let client: Host
        let server: Host
        let port: Int
        let answerPort: Int
        let transport: Transport
        private(set) var steps: Path = []
        /// The first element that it does not get past.
        private var blocker: Blocker?
        /// Whether something on the way is not known.
        private var isUnsure = false

        init(model: PacketModel, client: Host, server: Host, port: Int, answerPort: Int, transport: Transport) {
            self.model = model
            self.client = client
            self.server = server
            self.port = port
            self.answerPort = answerPort
            self.transport = transport
        }

        /// What blocks it for sure does so whatever else is not known.
        mutating func answer() -> Answer {
            passGroups(of: client, .outbound, to: server)
            passGroups(of: server, .inbound, to: client)
            switch (client.place, server.place) {
            case (.interface(let from), .interface(let to)): goAcross(from, to)
            case (.interface(let from), .internet), (.interface(let from), .list): goOut(from)
            case (.internet, .interface(let to)): comeIn(to)
            case (.interface(let from), .block): goElsewhere(from, as: client, to: server, port)
            case (.block, .interface(let to)): goElsewhere(to, as: server, to: client, answerPort)
            default: isUnsure = true
            }
            if let blocker { return .no(blocker) }
            return isUnsure ? .unknown : .yes(steps)
        }
    }
}

// MARK: Whole ways

extension PacketModel.Walk {
    /// Within a network, or to one that it is joined with.
    private mutating func goAcross(_ from: PacketModel.Interface, _ to: PacketModel.Interface) {
        guard from.subnet != to.subnet else { return }
        follow(from.subnet, to: server, arrivingIn: to.subnet, isAnswer: false)
        passList(around: from.subnet, .outbound, server, port)
        passList(around: to.subnet, .inbound, client, port)
        follow(to.subnet, to: client, arrivingIn: from.subnet, isAnswer: true)
        passList(around: to.subnet, .outbound, client, answerPort, isAnswer: true)
        passList(around: from.subnet, .inbound, server, answerPort, isAnswer: true)
    }

    /// To a public address.
    private mutating func goOut(_ from: PacketModel.Interface) {
        passList(around: from.subnet, .outbound, server, port)
        leave(from.subnet, isPublic: from.isPublic)
        passList(around: from.subnet, .inbound, server, answerPort, isAnswer: true)
    }

    /// From a public address, which only a public address can be called from.
    private mutating func comeIn(_ to: PacketModel.Interface) {
        passList(around: to.subnet, .inbound, client, port)
        leave(to.subnet, isPublic: to.isPublic, isAnswer: true)
        passList(around: to.subnet, .outbound, client, answerPort, isAnswer: true)
    }

    /// To or from addresses that nothing more is known of: all that can be said is what forbids it.
    private mutating func goElsewhere(
        _ interface: PacketModel.Interface, as own: PacketModel.Host, to other: PacketModel.Host, _ otherPort: Int
    ) {
        isUnsure = true
        guard let subnet = model.subnets[interface.subnet], !subnet.block.contains(other.address) else { return }
        let isAnswer = own.interface == server.interface
        passList(around: interface.subnet, isAnswer ? .inbound : .outbound, other, port, isAnswer: false)
        passList(around: interface.subnet, isAnswer ? .outbound : .inbound, other, answerPort, isAnswer: true)
        let isOfAnotherNetwork = model.networks.contains { name, network in
            name != subnet.network && network.blocks.contains { $0.contains(other.address) }
        }
        if isOfAnotherNetwork, model.target(in: subnet, to: other) == nil, let table = model.tables[subnet.table],
            !table.mayHaveMore
        {
            block(.noRoute(table: subnet.table, to: model.described(other), isAnswer: isAnswer))
        }
    }
}

// MARK: Tables

extension PacketModel.Walk {
    /// The table of a subnet leads into another one, of the same network or of a peer.
    private mutating func follow(
        _ name: Name, to other: PacketModel.Host, arrivingIn end: Name, isAnswer: Bool
    ) {
        guard let subnet = model.subnets[name], let end = model.subnets[end], let table = model.tables[subnet.table]
        else {
            isUnsure = true
            return
        }
        let place = model.described(other)
        switch model.target(in: subnet, to: other) {
        case .local? where subnet.network == end.network: break
        case .peering(let peering)?:
            guard let networks = model.peerings[peering]?.networks else {
                isUnsure = true
                return
            }
            guard networks == [subnet.network, end.network] else { return block(.otherNetwork(peering: peering)) }
            steps.append(.route(table: subnet.table, .peering(peering)))
        case .unknown?: isUnsure = true
        case let target?: stop(at: table, .wrongRoute(table: subnet.table, to: place, target, isAnswer: isAnswer))
        case nil: stop(at: table, .noRoute(table: subnet.table, to: place, isAnswer: isAnswer))
        }
    }

    /// The table of a subnet leads to the Internet, or to the list of addresses that is asked about.
    private mutating func leave(_ name: Name, isPublic: Bool?, isAnswer: Bool = false) {
        let other = isAnswer ? client : server
        guard let subnet = model.subnets[name], let table = model.tables[subnet.table] else {
            isUnsure = true
            return
        }
        let target = model.target(in: subnet, to: other)
        switch target {
        case .internetGateway?:
            if isPublic == false { block(.noPublicAddress(table: subnet.table)) }
            if isPublic == nil { isUnsure = true }
            steps.append(.route(table: subnet.table, .internetGateway))
        case .gatewayEndpoint?: steps.append(.route(table: subnet.table, .gatewayEndpoint))
        case .natGateway(let gateway)? where !isAnswer:
            steps.append(.route(table: subnet.table, .natGateway(gateway)))
            passGateway(gateway, from: name)
        case .unknown?: isUnsure = true
        case let target?:
            block(.wrongRoute(table: subnet.table, to: model.described(other), target, isAnswer: isAnswer))
        case nil:
            stop(at: table, .noRoute(table: subnet.table, to: model.described(other), isAnswer: isAnswer))
        }
    }

    /// Through a NAT gateway, which stands in a subnet of its own and asks from ports of its own.
    private mutating func passGateway(_ gateway: Name, from origin: Name) {
        guard let name = model.natGateways[gateway]?.subnet, let subnet = model.subnets[name],
            let table = model.tables[subnet.table]
        else {
            isUnsure = true
            return
        }
        switch model.target(in: subnet, to: server) {
        case .internetGateway?, .gatewayEndpoint?: break
        case .unknown?:
            isUnsure = true
            return
        case nil where table.mayHaveMore:
            isUnsure = true
            return
        default: return block(.natWithoutInternet(gateway, table: subnet.table))
        }
        if origin != name {
            passList(around: name, .inbound, client, port)
            passList(around: name, .outbound, client, answerPort, isAnswer: true)
        }
        passList(around: name, .outbound, server, port)
        passAnyPort(around: name)
    }

    private mutating func stop(at table: PacketModel.Table, _ blocker: PacketModel.Blocker) {
        if table.mayHaveMore { isUnsure = true } else { block(blocker) }
    }

    private mutating func block(_ blocker: PacketModel.Blocker) {
        self.blocker = self.blocker ?? blocker
    }
}

// MARK: Lists and groups

extension PacketModel.Walk {
    private mutating func passList(
        around name: Name, _ direction: PacketModel.Direction, _ other: PacketModel.Host, _ port: Int,
        isAnswer: Bool = false
    ) {
        guard let list = model.subnets[name]?.list else { return }
        switch model.lists[list]?.allows(direction, transport, port, other) {
        case true?: steps.append(.list(list, direction))
        case false?: block(.list(list, direction, subnet: name, isAnswer: isAnswer))
        case nil: isUnsure = true
        }
    }

    /// Answers to a NAT gateway, at whichever port it asked from.
    private mutating func passAnyPort(around name: Name) {
        guard let list = model.subnets[name]?.list, let entries = model.lists[list]?.entries else { return }
        let answers = model.ports(in: PacketModel.Interface.balancer, of: entries)
            .map { model.lists[list]?.allows(.inbound, transport, $0, server) }
        if answers.allSatisfy({ $0 == false }) {
            block(.list(list, .inbound, subnet: name, isAnswer: true))
        } else if answers.contains(where: { $0 != true }) {
            isUnsure = true
        }
    }

    private mutating func passGroups(
        of host: PacketModel.Host, _ direction: PacketModel.Direction, to other: PacketModel.Host
    ) {
        guard let interface = host.interface else { return }
        var isUnknown = interface.hasUnknownGroups
        for name in interface.groups {
            switch model.groups[name]?.allows(direction, transport, port, other) {
            case true?: return steps.append(.group(name, direction))
            case false?: break
            case nil: isUnknown = true
            }
        }
        if isUnknown { isUnsure = true } else { block(.groups(interface.groups, direction)) }
    }
}
