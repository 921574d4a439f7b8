public import TerraneCore

/// The records of a domain that Terrane owns: for everybody, or inside networks alone.
///
///     HostedZone("zone", for: "example.com")
///     HostedZone("internal", for: "example.internal", in: network)
public struct HostedZone: Component {
    public var declaration: Declaration
    public let domain: String
    /// The networks it answers in; none for a public zone.
    public let networks: [Network]

    public init(
        _ name: Name, for domain: String, in networks: Network..., file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.domain = domain
        self.networks = networks
    }

    public var id: Value<Route53.HostedZoneID> { zone.id }
    /// What the registrar of the domain has to be told.
    public var nameServers: Value<[String]> { zone.nameServers }

    public var body: Content { zone }

    private var zone: Route53.HostedZone {
        Route53.HostedZone(name, for: domain, comment: "Records of \(domain)", in: networks.map(\.vpc))
    }
}
