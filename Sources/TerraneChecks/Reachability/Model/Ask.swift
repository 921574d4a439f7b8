import TerraneCore

extension PacketModel {
    /// Whether connections from the one to the other at a port get there, and the answers back.
    ///
    /// A thing has one of its subnet's addresses, and nobody knows which. All addresses that the rules on the way treat alike
    /// are asked about once; when they do not agree the answer is not known.
    func path(from client: Place, to server: Place, port: Int, _ transport: Transport = .tcp) -> Answer {
        let cuts = blocks(concerning: client) + blocks(concerning: server)
        var agreed: Answer?
        for from in hosts(client, cuts) {
            for to in hosts(server, cuts) {
                for answerPort in answerPorts(of: client, and: server) {
                    var walk = Walk(
                        model: self, client: from, server: to, port: port, answerPort: answerPort, transport: transport)
                    let answer = walk.answer()
                    guard agreed?.agrees(with: answer) ?? true, answer != .unknown else { return .unknown }
                    agreed = agreed ?? answer
                }
            }
        }
        return agreed ?? .unknown
    }

    /// One end, with one of its addresses.
    struct Host: Sendable {
        let place: Place
        let address: UInt32

        var interface: Interface? { if case .interface(let interface) = place { interface } else { nil } }
    }

    /// An address of each kind that the rules tell apart.
    private func hosts(_ place: Place, _ cuts: [AddressBlock]) -> [Host] {
        switch place {
        case .block(let block): return AddressBlock.kinds(in: block, cuts).map { Host(place: place, address: $0) }
        case .interface(let interface):
            guard let block = subnets[interface.subnet]?.block.usable else { return [] }
            return AddressBlock.kinds(in: block, cuts).map { Host(place: place, address: $0) }
        case .internet, .list:
            let elsewhere = AddressBlock.notOnTheInternet + networks.values.flatMap(\.blocks)
            return AddressBlock.kinds(in: .everywhere, cuts + elsewhere)
                .filter { address in !elsewhere.contains { $0.contains(address) } }
                .map { Host(place: place, address: $0) }
        }
    }

    private func answerPorts(of client: Place, and server: Place) -> [Int] {
        var range = Interface.balancer
        if case .interface(let interface) = client { range = interface.answerPorts }
        return ports(in: range, of: entries(around: client) + entries(around: server))
    }

    /// A port of each kind that the entries tell apart.
    func ports(in range: ClosedRange<Int>, of entries: [AccessList.Entry]) -> [Int] {
        let ends = entries.flatMap { [$0.traffic.ports.lowerBound, $0.traffic.ports.upperBound + 1] }
        return Set([range.lowerBound] + ends.filter(range.contains)).sorted()
    }

    private func entries(around place: Place) -> [AccessList.Entry] {
        subnets(around: place).flatMap { subnets[$0]?.list.flatMap { lists[$0]?.entries } ?? [] }
    }

    /// The blocks by which what stands around a thing tells addresses apart.
    private func blocks(concerning place: Place) -> [AddressBlock] {
        guard case .interface(let interface) = place else { return [] }
        let rules = interface.groups.flatMap { groups[$0]?.rules ?? [] }.compactMap { rule -> AddressBlock? in
            if case .block(let block) = rule.peer { block } else { nil }
        }
        let entries = entries(around: place).map(\.block)
        return Array(Set(rules + entries + subnets(around: place).flatMap(blocksOfRoutes)))
    }

    private func blocksOfRoutes(at name: Name) -> [AddressBlock] {
        guard let subnet = subnets[name] else { return [] }
        let routes = (tables[subnet.table]?.routes ?? []).compactMap { route -> AddressBlock? in
            if case .block(let block) = route.destination { block } else { nil }
        }
        return routes + (networks[subnet.network]?.blocks ?? [])
    }

    /// The subnet of a thing, and those of the NAT gateways that its table leads to.
    private func subnets(around place: Place) -> Set<Name> {
        guard case .interface(let interface) = place, let subnet = subnets[interface.subnet] else { return [] }
        let gateways = (tables[subnet.table]?.routes ?? []).compactMap { route -> Name? in
            if case .natGateway(let gateway) = route.target { natGateways[gateway]?.subnet } else { nil }
        }
        return Set([interface.subnet] + gateways)
    }
}

extension PacketModel.Answer {
    fileprivate func agrees(with other: PacketModel.Answer) -> Bool {
        switch (self, other) {
        case (.yes, .yes), (.no, .no), (.unknown, .unknown): true
        default: false
        }
    }
}

extension AddressBlock {
    /// Of a subnet's addresses those that things get: AWS keeps the first four and the last ("Subnet CIDR blocks", Amazon VPC
    /// User Guide).
    var usable: AddressBlock? {
        count > 5 ? AddressBlock(first: first + 4, last: last - 1) : nil
    }

    /// An address of each part that `cuts` divide the block into.
    fileprivate static func kinds(in block: AddressBlock, _ cuts: [AddressBlock]) -> [UInt32] {
        var firsts: Set<UInt32> = [block.first]
        for cut in cuts {
            if block.contains(cut.first) { firsts.insert(cut.first) }
            if cut.last < .max, block.contains(cut.last + 1) { firsts.insert(cut.last + 1) }
        }
        return firsts.sorted()
    }
}
