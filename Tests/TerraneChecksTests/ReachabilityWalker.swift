import TerraneCore

@testable import TerraneChecks

/// A packet carried by hand from hop to hop and its answer carried back, with addresses and ports that are all known. Every
/// rule is read as AWS writes that it is; nothing is shared with the prover but the description of the networks.
struct PacketWalker {
    struct Corner {
        let place: PacketModel.Place
        let address: UInt32
        /// The lists that the address is in, as rules see it.
        var lists: Set<String> = []

        var interface: PacketModel.Interface? {
            if case .interface(let interface) = place { interface } else { nil }
        }
    }

    struct Packet {
        var source: UInt32
        var destination: UInt32
        var sourcePort: Int
        var destinationPort: Int
    }

    enum Spot: Equatable {
        case leaving(Name)
        case routing(Name)
        case entering(Name)
        case arrived(Name)
        case outside
        case lost
    }

    let model: PacketModel
    let client: Corner
    let server: Corner
    let natPort: Int
    /// The NAT gateway that changed the packet on its way out.
    var translator: Name?
    /// The ports before it did.
    var innerPort = 0

    init(model: PacketModel, client: Corner, server: Corner, natPort: Int) {
        self.model = model
        self.client = client
        self.server = server
        self.natPort = natPort
    }

    mutating func succeeds(from answerPort: Int, to port: Int) -> Bool {
        var packet = Packet(
            source: client.address, destination: server.address, sourcePort: answerPort, destinationPort: port)
        if let interface = client.interface {
            guard stateful(interface, .outbound, server, port) else { return false }
            guard carry(&packet, from: .leaving(interface.subnet), sentBy: client, isAnswer: false) == end(server)
            else {
                return false
            }
        } else if let interface = server.interface {
            guard interface.isPublic == true else { return false }
            guard carry(&packet, from: .entering(interface.subnet), sentBy: client, isAnswer: false) == end(server)
            else {
                return false
            }
        }
        if let interface = server.interface, !stateful(interface, .inbound, client, port) { return false }
        return answer(to: packet)
    }

    private mutating func answer(to packet: Packet) -> Bool {
        var back = Packet(
            source: packet.destination, destination: packet.source, sourcePort: packet.destinationPort,
            destinationPort: packet.sourcePort)
        if let interface = server.interface {
            return carry(&back, from: .leaving(interface.subnet), sentBy: server, isAnswer: true) == end(client)
        }
        guard let interface = client.interface else { return false }
        guard let translator, let subnet = model.natGateways[translator]?.subnet else {
            return carry(&back, from: .entering(interface.subnet), sentBy: server, isAnswer: true) == end(client)
        }
        guard carry(&back, from: .entering(subnet), sentBy: server, isAnswer: true) == .arrived(subnet) else {
            return false
        }
        back.destination = client.address
        back.destinationPort = innerPort
        return carry(&back, from: .leaving(subnet), sentBy: server, isAnswer: true) == end(client)
    }

    private func end(_ corner: Corner) -> Spot {
        corner.interface.map { .arrived($0.subnet) } ?? .outside
    }

    // MARK: Hops

    private mutating func carry(_ packet: inout Packet, from start: Spot, sentBy sender: Corner, isAnswer: Bool) -> Spot
    {
        var spot = start
        for _ in 0..<16 {
            switch spot {
            case .arrived, .outside, .lost: return spot
            case .leaving(let subnet):
                if model.subnets[subnet]!.block.contains(packet.destination) {
                    spot = .arrived(subnet)
                } else {
                    let passes = stateless(subnet, .outbound, packet.destination, packet.destinationPort)
                    spot = passes ? .routing(subnet) : .lost
                }
            case .entering(let subnet):
                let passes = stateless(subnet, .inbound, packet.source, packet.destinationPort)
                spot = passes ? .arrived(subnet) : .lost
            case .routing(let subnet):
                spot = route(&packet, at: subnet, sentBy: sender, isAnswer: isAnswer)
            }
        }
        return .lost
    }

    private mutating func route(_ packet: inout Packet, at name: Name, sentBy sender: Corner, isAnswer: Bool) -> Spot {
        let subnet = model.subnets[name]!
        switch decision(at: subnet, for: packet, to: isAnswer ? client : server) {
        case .local?: return entrance(of: subnet.network, packet.destination)
        case .peering(let name)?:
            guard let networks = model.peerings[name]?.networks, networks.contains(subnet.network),
                let other = networks.first(where: { $0 != subnet.network })
            else { return .lost }
            return entrance(of: other, packet.destination)
        case .internetGateway?:
            let isPublic = translator != nil && !isAnswer || sender.interface?.isPublic == true
            return isPublic ? .outside : .lost
        case .gatewayEndpoint?: return .outside
        case .natGateway(let gateway)?:
            guard !isAnswer, translator == nil, let home = model.natGateways[gateway]?.subnet else { return .lost }
            if home != name, !stateless(home, .inbound, packet.source, packet.destinationPort) { return .lost }
            translator = gateway
            innerPort = packet.sourcePort
            packet.source = model.subnets[home]!.block.first + 7
            packet.sourcePort = natPort
            return .leaving(home)
        case .unknown?, nil: return .lost
        }
    }

    private func entrance(of network: Name, _ address: UInt32) -> Spot {
        for (name, subnet) in model.subnets where subnet.network == network && subnet.block.contains(address) {
            return .entering(name)
        }
        return .lost
    }

    /// The route with the longest prefix of those that match; the local one is always there.
    private func decision(
        at subnet: PacketModel.Subnet, for packet: Packet, to receiver: Corner
    ) -> PacketModel.Route.Target? {
        var matching: [(length: Int, target: PacketModel.Route.Target)] = []
        for block in model.networks[subnet.network]!.blocks where block.contains(packet.destination) {
            matching.append((100, .local))
        }
        for route in model.tables[subnet.table]!.routes {
            switch route.destination {
            case .list(let list):
                if case .list(list) = receiver.place { matching.append((99, route.target)) }
            case .block(let block):
                if block.contains(packet.destination) { matching.append((block.prefix, route.target)) }
            }
        }
        return matching.max { $0.length < $1.length }?.target
    }

    // MARK: Rules

    private func stateless(_ subnet: Name, _ direction: PacketModel.Direction, _ other: UInt32, _ port: Int) -> Bool {
        guard let list = model.subnets[subnet]!.list else { return true }
        let matching = model.lists[list]!.entries.filter { entry in
            entry.direction == direction && entry.block.first <= other && other <= entry.block.last
                && (entry.traffic.transport == nil || entry.traffic.transport == .tcp && entry.traffic.ports ~= port)
        }
        return matching.min { $0.number < $1.number }?.allows ?? false
    }

    private func stateful(
        _ interface: PacketModel.Interface, _ direction: PacketModel.Direction, _ other: Corner, _ port: Int
    ) -> Bool {
        for name in interface.groups {
            for rule in model.groups[name]!.rules where rule.direction == direction {
                if rule.traffic.transport == .udp { continue }
                if rule.traffic.transport == .tcp, !(rule.traffic.ports ~= port) { continue }
                switch rule.peer {
                case .block(let block): if block.first <= other.address && other.address <= block.last { return true }
                case .group(let group): if other.interface?.groups.contains(group) == true { return true }
                case .list(let list): if other.lists.contains(list) { return true }
                case .unknown: break
                }
            }
        }
        return false
    }
}

extension PacketWalker {
    enum Verdict: String {
        case always, never, sometimes
    }

    /// Walks with every kind of address, port and membership that the random networks tell apart.
    static func verdict(
        _ model: PacketModel, _ client: PacketModel.Place, _ server: PacketModel.Place, port: Int
    ) -> Verdict {
        var passed = 0
        var failed = 0
        for from in corners(client, offsets: [5, 9, 13], model) {
            for to in corners(server, offsets: [6, 10, 14], model) {
                for answerPort in ports(client) {
                    for natPort in needsNAT(model, client, server) ? allPorts : [1024] {
                        var walker = PacketWalker(model: model, client: from, server: to, natPort: natPort)
                        if walker.succeeds(from: answerPort, to: port) { passed += 1 } else { failed += 1 }
                        if passed > 0, failed > 0 { return .sometimes }
                    }
                }
            }
        }
        return passed > 0 ? .always : .never
    }

    private static let allPorts = [1024, 5432, 20000, 32768, 61000]

    private static func ports(_ place: PacketModel.Place) -> [Int] {
        guard case .interface(let interface) = place else { return allPorts }
        return allPorts.filter(interface.answerPorts.contains)
    }

    private static func needsNAT(_ model: PacketModel, _ client: PacketModel.Place, _ server: PacketModel.Place) -> Bool
    {
        guard case .interface(let interface) = client, let subnet = model.subnets[interface.subnet] else {
            return false
        }
        if case .interface = server { return false }
        return model.tables[subnet.table]!.routes.contains { if case .natGateway = $0.target { true } else { false } }
    }

    private static func corners(_ place: PacketModel.Place, offsets: [UInt32], _ model: PacketModel) -> [Corner] {
        let everywhere: [UInt32] = [0x0808_0808, 0xCB00_7109, 0xC633_6409]
        switch place {
        case .interface(let interface):
            return offsets.map { Corner(place: place, address: model.subnets[interface.subnet]!.block.first + $0) }
        case .internet:
            let memberships: [Set<String>] = [[], ["s3"], ["edge"], ["s3", "edge"]]
            return everywhere.flatMap { address in
                memberships.map { Corner(place: place, address: address, lists: $0) }
            }
        case .list(let list): return everywhere.map { Corner(place: place, address: $0, lists: [list]) }
        case .block: return []
        }
    }
}
