public import TerraneCore

/// Lets the private subnets of two networks of one account and region reach each other. Security groups decide who
/// does: `Connection(from: AddressRange("data", data.cidr), to: backend)`.
///
///     Peering("shop-and-data", between: network, and: data)
///
/// Of a network that exists already Terrane does not know the route tables: its owner adds the way back.
public struct Peering: Component {
    public var declaration: Declaration
    public let networks: [Network]

    public init(
        _ name: Name, between first: Network, and second: Network, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        networks = [first, second]
    }

    public var body: Content {
        connection
        routes(in: networks[0], to: networks[1])
        routes(in: networks[1], to: networks[0])
    }

    private var connection: EC2.PeeringConnection {
        EC2.PeeringConnection(name, from: networks[0].vpc, to: networks[1].vpc).tag("Name", name.dashed)
    }

    private func routes(in network: Network, to other: Network) -> [any Element] {
        guard network.members == nil else { return [] }
        return network.tables(of: .private).map { table in
            EC2.Route(
                name / "\(table.name.dashed)-to-\(other.name.dashed)", in: table.id, to: other.cidr,
                through: .peering(connection.id))
        }
    }

    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if networks[0].cidr.overlaps(networks[1].cidr) {
            problems.append(.peersOverlap(name, networks[0].cidr, networks[1].cidr))
        }
        if networks[0].zones.region != networks[1].zones.region {
            problems.append(.peersApart(name, networks[0].zones.region, networks[1].zones.region))
        }
        return problems
    }
}

extension Diagnostic {
    static func peersOverlap(_ peering: Name, _ one: CIDR, _ other: CIDR) -> Diagnostic {
        .error(
            "peering '\(peering)' joins networks whose addresses overlap, \(one) and \(other)",
            help: "AWS refuses that, for an address would be in both: give one network another range.")
    }

    static func peersApart(_ peering: Name, _ one: Region, _ other: Region) -> Diagnostic {
        .error(
            "peering '\(peering)' joins networks of \(one) and \(other)",
            help: "A peering of regions has to be accepted on the other side, which this component does not do.")
    }
}
