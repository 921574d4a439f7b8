public import TerraneCore

/// A private network over several availability zones: in each a public subnet for load balancers and NAT, and a
/// private one for everything else.
///
/// Private subnets take the blocks from 1 up and public ones from 101 up, each eight bits longer than the
/// network's own prefix: `10.0.1.0/24` and `10.0.101.0/24` of `10.0.0.0/16`.
///
///     Network("koemo", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .perZone)
public struct Network: Component {
    /// How private subnets reach the Internet.
    public enum NATGateways: Hashable, Sendable {
        /// Not at all.
        case none
        /// Through one gateway in the first zone: cheaper, and gone with that zone.
        case single
        /// Each through a gateway in its own zone.
        case perZone
    }

    public var declaration: Declaration
    public let cidr: CIDR
    public let zones: Zones
    public let natGateways: NATGateways

    public init(
        _ name: Name, cidr: CIDR, zones: Zones, natGateways: NATGateways = .perZone, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.cidr = cidr
        self.zones = zones
        self.natGateways = natGateways
    }

    public var vpc: Value<EC2.VPC.ID> { network.id }
    public var publicSubnets: [Value<EC2.Subnet.ID>] { zones.letters.map { publicSubnet($0).id } }
    public var privateSubnets: [Value<EC2.Subnet.ID>] { zones.letters.map { privateSubnet($0).id } }
    /// Where databases are: the private subnets.
    public var databaseSubnets: [Value<EC2.Subnet.ID>] { privateSubnets }
    /// Where caches are: the private subnets.
    public var cacheSubnets: [Value<EC2.Subnet.ID>] { privateSubnets }

    public var body: Content {
        network
        gateway
        attachment
        publicRoutes
        EC2.Route(name / "public-route", in: publicRoutes.id, through: .internetGateway(gateway.id)).after(attachment)
        for letter in zones.letters {
            publicPart(letter)
            natPart(letter)
            privatePart(letter)
        }
        s3Endpoint
    }

    // MARK: Parts

    private var network: EC2.VPC {
        EC2.VPC(name / "vpc", cidr: cidr).tag("Name", name.dashed)
    }

    private var gateway: EC2.InternetGateway {
        EC2.InternetGateway(name / "internet", in: network.id).tag("Name", name.dashed)
    }

    private var attachment: EC2.GatewayAttachment {
        EC2.GatewayAttachment(name / "internet-attachment", of: gateway.id, to: network.id)
    }

    private var publicRoutes: EC2.RouteTable {
        table("public-routes")
    }

    private var s3Endpoint: EC2.VPCEndpoint {
        EC2.VPCEndpoint(
            name / "s3", in: network.id, service: "com.amazonaws.\(Deployment.region).s3",
            access: .gateway(routeTables: zones.letters.map { privateRoutes($0).id })
        ).tag("Name", (name / "s3").dashed)
    }

    @ContentBuilder private func publicPart(_ letter: Zones.Letter) -> Content {
        publicSubnet(letter)
        EC2.RouteTableAssociation(
            name / "public-\(letter.rawValue)-routes", of: publicSubnet(letter).id, with: publicRoutes.id)
    }

    @ContentBuilder private func natPart(_ letter: Zones.Letter) -> Content {
        if hasNATGateway(letter) {
            address(letter)
            natGateway(letter)
        }
    }

    @ContentBuilder private func privatePart(_ letter: Zones.Letter) -> Content {
        privateSubnet(letter)
        privateRoutes(letter)
        EC2.RouteTableAssociation(
            name / "private-\(letter.rawValue)-association", of: privateSubnet(letter).id,
            with: privateRoutes(letter).id)
        if let gateway = natGateway(serving: letter) {
            EC2.Route(
                name / "private-\(letter.rawValue)-route", in: privateRoutes(letter).id,
                through: .natGateway(gateway.id))
        }
    }

    private func publicSubnet(_ letter: Zones.Letter) -> EC2.Subnet {
        subnet("public-\(letter.rawValue)", block: 101, letter)
    }

    private func privateSubnet(_ letter: Zones.Letter) -> EC2.Subnet {
        subnet("private-\(letter.rawValue)", block: 1, letter)
    }

    private func privateRoutes(_ letter: Zones.Letter) -> EC2.RouteTable {
        table("private-\(letter.rawValue)-routes")
    }

    private func address(_ letter: Zones.Letter) -> EC2.ElasticIP {
        let part = name / "nat-\(letter.rawValue)-address"
        return EC2.ElasticIP(part).tag("Name", part.dashed)
    }

    private func natGateway(_ letter: Zones.Letter) -> EC2.NATGateway {
        let part = name / "nat-\(letter.rawValue)"
        return EC2.NATGateway(part, in: publicSubnet(letter).id, address: address(letter).allocationID)
            .tag("Name", part.dashed)
            .after(attachment, gateway)
    }

    private func natGateway(serving letter: Zones.Letter) -> EC2.NATGateway? {
        switch natGateways {
        case .none: nil
        case .single: zones.letters.first.map { natGateway($0) }
        case .perZone: natGateway(letter)
        }
    }

    private func hasNATGateway(_ letter: Zones.Letter) -> Bool {
        switch natGateways {
        case .none: false
        case .single: letter == zones.letters.first
        case .perZone: true
        }
    }

    private func table(_ part: String) -> EC2.RouteTable {
        EC2.RouteTable(name / part, in: network.id).tag("Name", (name / part).dashed)
    }

    private func subnet(_ part: String, block: Int, _ letter: Zones.Letter) -> EC2.Subnet {
        let index = zones.letters.firstIndex(of: letter) ?? 0
        let range = cidr.subrange(block + index, prefix: (cidr.range?.prefix ?? 0) + 8) ?? cidr
        return EC2.Subnet(name / part, in: network.id, cidr: range, zone: zones.region.zone(letter.rawValue))
            .tag("Name", (name / part).dashed)
    }
}

extension Network {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if Set(zones.letters).count != zones.letters.count {
            problems.append(.zoneNamedTwice(in: name))
        }
        if zones.letters.isEmpty {
            problems.append(.networkWithoutZones(name))
        }
        if let range = cidr.range, !(16...20).contains(range.prefix) {
            problems.append(.networkSize(name, cidr))
        }
        return problems
    }
}

extension Diagnostic {
    static func zoneNamedTwice(in network: Name) -> Diagnostic {
        .error("network '\(network)' names an availability zone twice", help: "Name each zone once.")
    }

    static func networkWithoutZones(_ network: Name) -> Diagnostic {
        .error(
            "network '\(network)' has no availability zone", help: "Name at least one zone, two for a load balancer.")
    }

    static func networkSize(_ network: Name, _ cidr: CIDR) -> Diagnostic {
        .error(
            "network '\(network)' cannot be divided into subnets from \(cidr)",
            help:
                "A subnet is 8 bits longer than its network and between /16 and /28 in size: choose a prefix from /16 to /20."
        )
    }
}
