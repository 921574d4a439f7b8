import TerraneCore

@testable import TerraneChecks

/// A generator of numbers that a seed determines (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Small networks of every kind: subnets of 16 addresses, rules about parts of them, NAT, peerings, endpoints.
struct RandomNetworks {
    var numbers: SeededNumbers
    var model = PacketModel()
    var places: [PacketModel.Place] = [.internet, .list("s3")]

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
        makeNetworks()
        makePeerings()
        makeGroups()
        for index in 0..<Int.random(in: 2...4, using: &numbers) { makeInterface(index) }
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

    private mutating func any<Element>(_ items: [Element]) -> Element {
        items[Int.random(in: 0..<items.count, using: &numbers)]
    }

    private static func address(_ network: Int, _ low: Int) -> UInt32 { 10 << 24 | UInt32(network) << 16 | UInt32(low) }

    private static func block(_ network: Int, _ low: Int, _ count: Int) -> AddressBlock {
        AddressBlock(first: address(network, low), last: address(network, low + count - 1))
    }

    // MARK: Networks

    private mutating func makeNetworks() {
        for network in 0..<Int.random(in: 1...3, using: &numbers) {
            let name = Name("n\(network)")
            model.networks[name] = PacketModel.Network(blocks: [Self.block(network, 0, 256)])
            let count = Int.random(in: 1...4, using: &numbers)
            let subnets = (0..<count).map { Name("n\(network)-s\($0)") }
            let gateways = subnets.filter { _ in chance(50) }
            for subnet in gateways { model.natGateways["\(subnet)-nat"] = PacketModel.NATGateway(subnet: subnet) }
            for (index, subnet) in subnets.enumerated() {
                let table = chance(70) ? Name("\(subnet)-table") : "\(name)-table"
                let list: Name? = chance(55) ? nil : "\(subnet)-list"
                model.subnets[subnet] = PacketModel.Subnet(
                    network: name, block: Self.block(network, index * 16, 16), table: table, list: list)
                if model.tables[table] == nil { model.tables[table] = makeTable(gateways) }
                if let list { model.lists[list] = makeList() }
            }
        }
    }

    private mutating func makeTable(_ gateways: [Name]) -> PacketModel.Table {
        var table = PacketModel.Table()
        var targets: [PacketModel.Route.Target] = [.internetGateway, .internetGateway]
        targets += gateways.map { .natGateway("\($0)-nat") }
        if chance(75) { table.routes.append(.init(destination: .block(.everywhere), target: any(targets))) }
        if chance(15), let half = AddressBlock("128.0.0.0/1") {
            table.routes.append(.init(destination: .block(half), target: any(targets)))
        }
        if chance(25) { table.routes.append(.init(destination: .list("s3"), target: .gatewayEndpoint)) }
        return table
    }

    private mutating func makePeerings() {
        let networks = model.networks.keys.sorted()
        for (index, one) in networks.enumerated() {
            for other in networks[..<index] where chance(75) {
                let peering: Name = "\(other)-\(one)"
                model.peerings[peering] = PacketModel.Peering(networks: [one, other])
                for (near, far) in [(one, other), (other, one)] { route(from: near, to: far, through: peering) }
            }
        }
    }

    private mutating func route(from near: Name, to far: Name, through peering: Name) {
        let tables = Set(model.subnets.values.filter { $0.network == near }.map(\.table))
        for table in tables.sorted() where chance(75) {
            let part = chance(80) ? 256 : 32
            let network = Int(String(far.path.dropFirst())) ?? 0
            let target: PacketModel.Route.Target = .peering(chance(90) ? peering : any(model.peerings.keys.sorted()))
            model.tables[table]?.routes.append(
                .init(destination: .block(Self.block(network, 0, part)), target: target))
        }
    }

    // MARK: Rules

    private mutating func makeList() -> PacketModel.AccessList {
        var list = PacketModel.AccessList()
        for number in 1...6 where chance(85) {
            for direction in [PacketModel.Direction.inbound, .outbound] where chance(80) {
                list.entries.append(
                    .init(
                        number: number * 10, direction: direction, allows: chance(number > 3 ? 95 : 55),
                        traffic: traffic(), block: number > 4 ? .everywhere : someBlock()))
            }
        }
        return list
    }

    private mutating func traffic() -> PacketModel.Traffic {
        let ports: [ClosedRange<Int>] = [
            0...65535, 0...65535, 443...443, 80...443, 1024...65535, 1024...65535, 32768...60999, 32768...65535,
            5432...5432,
        ]
        return chance(25) ? .init() : .init(transport: chance(90) ? .tcp : .udp, ports: any(ports))
    }

    private mutating func someBlock() -> AddressBlock {
        let network = Int.random(in: 0..<3, using: &numbers)
        switch Int.random(in: 0..<7, using: &numbers) {
        case 0: return .everywhere
        case 1: return AddressBlock("0.0.0.0/1") ?? .everywhere
        case 2: return AddressBlock("203.0.113.0/24") ?? .everywhere
        case 3, 4: return Self.block(network, 0, 256)
        case 5: return Self.block(network, Int.random(in: 0..<4, using: &numbers) * 16, 16)
        default:
            let size = any([4, 8])
            return Self.block(network, Int.random(in: 0..<(64 / size), using: &numbers) * size, size)
        }
    }

    private mutating func makeGroups() {
        let names = (0..<4).map { Name("g\($0)") }
        for name in names {
            var group = PacketModel.Group()
            for _ in 0..<Int.random(in: 1...5, using: &numbers) {
                let peer: PacketModel.Group.Peer =
                    chance(40) ? .group(any(names)) : chance(15) ? .list(any(["s3", "edge"])) : .block(someBlock())
                group.rules.append(
                    .init(direction: chance(50) ? .inbound : .outbound, traffic: traffic(), peer: peer))
            }
            if chance(50) {
                group.rules.append(.init(direction: .outbound, traffic: .init(), peer: .block(.everywhere)))
            }
            if chance(30) {
                group.rules.append(.init(direction: .inbound, traffic: .init(), peer: .block(.everywhere)))
            }
            model.groups[name] = group
        }
    }

    private mutating func makeInterface(_ index: Int) {
        var interface = PacketModel.Interface(subnet: any(model.subnets.keys.sorted()), groups: ["g\(index)"])
        if chance(30) { interface.groups.append(any(["g0", "g1", "g2", "g3"])) }
        interface.isPublic = chance(50)
        interface.answerPorts = chance(70) ? PacketModel.Interface.linux : PacketModel.Interface.balancer
        places.append(.interface(interface))
    }

    // MARK: What is not known

    /// The same networks to somebody who does not know all of them.
    mutating func partlyHidden() -> PacketModel {
        var hidden = model
        for name in model.groups.keys.sorted() where chance(35) {
            hidden.groups[name]?.rules.removeAll { _ in chance(50) }
            hidden.groups[name]?.mayHaveMore = true
        }
        for name in model.lists.keys.sorted() where chance(25) {
            hidden.lists[name]?.entries.removeAll { _ in chance(50) }
            hidden.lists[name]?.mayHaveMore = true
        }
        for name in model.tables.keys.sorted() where chance(25) {
            hidden.tables[name]?.routes.removeAll {
                $0.target != .internetGateway || $0.destination == .block(.everywhere)
            }
            hidden.tables[name]?.mayHaveMore = true
        }
        return hidden
    }
}
