public import TerraneCore

/// A private network over several availability zones: in each a public subnet for load balancers and NAT, a private one
/// for everything else and, where asked for, subnets of their own for databases and caches, without a way out.
///
/// The blocks of subnets are eight bits longer than the network's own prefix, each kind's from a number of its own up
/// (`Tier`): `10.0.1.0/24` and `10.0.101.0/24` are the first private and the first public one of `10.0.0.0/16`. The
/// default security group, into which AWS puts whatever names none, is emptied.
///
///     Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .perZone)
///         .tiers(.database, .cache)
///         .endpoints(.fargate)
///         .flowLogs(.cloudWatch(keep: .oneMonth))
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
    var tiers: [Tier] = []
    var blocks: [Tier: [CIDR]] = [:]
    var accessLists: [AccessList] = []
    var endpoints: [ServiceEndpoint] = []
    var vpn: VPN?
    var flowLogs: FlowLogs?
    /// What it consists of, where it exists already.
    var members: Members?

    public init(
        _ name: Name, cidr: CIDR, zones: Zones, natGateways: NATGateways = .perZone, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.cidr = cidr
        self.zones = zones
        self.natGateways = natGateways
    }

    public var vpc: Value<EC2.VPC.ID> { members?.vpc ?? network.id }
    public var publicSubnets: [Value<EC2.Subnet.ID>] { subnets(.public) }
    public var privateSubnets: [Value<EC2.Subnet.ID>] { subnets(.private) }
    /// Where databases are: in a tier of their own, or else in the private subnets.
    public var databaseSubnets: [Value<EC2.Subnet.ID>] { subnets(has(.database) ? .database : .private) }
    /// Where caches are: in a tier of their own, or else in the private subnets.
    public var cacheSubnets: [Value<EC2.Subnet.ID>] { subnets(has(.cache) ? .cache : .private) }

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
        dataTiers
        vpnParts
        endpointParts
        accessListParts
        flowLogParts
        EC2.DefaultSecurityGroup(name / "default-security-group", in: network.id).tag("Name", "\(name.dashed)-unused")
    }

    // MARK: Parts

    var network: EC2.VPC {
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

    private var s3Endpoint: EC2.VPCEndpoint { gatewayEndpoint("s3") }

    @ContentBuilder private func publicPart(_ letter: Zones.Letter) -> Content {
        subnet(.public, letter)
        EC2.RouteTableAssociation(
            name / "public-\(letter.rawValue)-routes", of: subnet(.public, letter).id, with: publicRoutes.id)
    }

    @ContentBuilder private func natPart(_ letter: Zones.Letter) -> Content {
        if hasNATGateway(letter) {
            address(letter)
            natGateway(letter)
        }
    }

    @ContentBuilder private func privatePart(_ letter: Zones.Letter) -> Content {
        subnet(.private, letter)
        privateRoutes(letter)
        EC2.RouteTableAssociation(
            name / "private-\(letter.rawValue)-association", of: subnet(.private, letter).id,
            with: privateRoutes(letter).id)
        if let gateway = natGateway(serving: letter) {
            EC2.Route(
                name / "private-\(letter.rawValue)-route", in: privateRoutes(letter).id,
                through: .natGateway(gateway.id))
        }
    }

    func privateRoutes(_ letter: Zones.Letter) -> EC2.RouteTable {
        table("private-\(letter.rawValue)-routes")
    }

    private func address(_ letter: Zones.Letter) -> EC2.ElasticIP {
        let part = name / "nat-\(letter.rawValue)-address"
        return EC2.ElasticIP(part).tag("Name", part.dashed)
    }

    private func natGateway(_ letter: Zones.Letter) -> EC2.NATGateway {
        let part = name / "nat-\(letter.rawValue)"
        return EC2.NATGateway(part, in: subnet(.public, letter).id, address: address(letter).allocationID)
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

    func table(_ part: String) -> EC2.RouteTable {
        EC2.RouteTable(name / part, in: network.id).tag("Name", (name / part).dashed)
    }
}
