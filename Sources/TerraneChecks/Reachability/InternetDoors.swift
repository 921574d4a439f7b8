public import TerraneCore

/// Something that anyone on the Internet can connect to, or perhaps can.
public struct InternetDoor: Hashable, Sendable {
    /// The load balancer, task or database that answers.
    public let thing: Name
    /// `tcp` or `udp`.
    public let transport: String
    public let ports: ClosedRange<Int>
    /// The security group that lets them in, where one is known to.
    public let group: Name?
    /// Whether nothing on the way is unknown.
    public let isSure: Bool
}

extension Inventory {
    /// What the Internet can enter, by the packets' way through groups, lists and tables. Only what a security group lets in
    /// is asked about, at the first port of each of its rules.
    public var internetDoors: [InternetDoor] {
        let wiring = Wiring(self)
        var doors: [InternetDoor] = []
        for (name, interfaces) in wiring.interfaces.sorted(by: { $0.key < $1.key }) {
            for traffic in wiring.trafficLetIn(to: interfaces) {
                if let door = wiring.door(of: name, interfaces, traffic) { doors.append(door) }
            }
        }
        return doors
    }

    /// What has addresses and cannot be entered from the Internet, whatever its groups let in.
    public var sealedThings: Set<Name> {
        Set(Wiring(self).interfaces.keys).subtracting(internetDoors.map(\.thing))
    }
}

extension Wiring {
    /// What the rules of the groups of a thing are about, as far as somebody on the Internet may be meant.
    fileprivate func trafficLetIn(to interfaces: [Interface]) -> [PacketModel.Traffic] {
        var seen: Set<PacketModel.Traffic> = []
        return Set(interfaces.flatMap(\.groups)).sorted().flatMap { model.groups[$0]?.rules ?? [] }
            .filter { $0.direction == .inbound && $0.peer.mayBeOnTheInternet }
            .map(\.traffic).filter { seen.insert($0).inserted }
    }

    fileprivate func door(
        of name: Name, _ interfaces: [Interface], _ traffic: PacketModel.Traffic
    ) -> InternetDoor? {
        let transport = traffic.transport ?? .tcp
        var isUnknown = false
        for interface in interfaces {
            let answer = model.path(
                from: .internet, to: .interface(interface), port: traffic.ports.lowerBound, transport)
            switch answer {
            case .yes(let path):
                return InternetDoor(
                    thing: name, transport: transport.rawValue, ports: traffic.ports, group: path.group, isSure: true)
            case .unknown: isUnknown = true
            case .no: break
            }
        }
        guard isUnknown else { return nil }
        return InternetDoor(
            thing: name, transport: transport.rawValue, ports: traffic.ports, group: nil, isSure: false)
    }
}

extension PacketModel.Path {
    /// The group that lets the packet in.
    fileprivate var group: Name? {
        for step in self { if case .group(let name, .inbound) = step { return name } }
        return nil
    }
}

extension PacketModel.Group.Peer {
    fileprivate var mayBeOnTheInternet: Bool {
        switch self {
        case .block(let block): !block.isPrivate
        case .group: false
        case .list, .unknown: true
        }
    }
}
