public import TerraneAWS
public import TerraneCore

/// The private way from a network to the clusters of an Atlas project: the service at Atlas, an interface endpoint in
/// the private subnets with its own security group, and the handshake of the two.
///
///     AtlasPrivateLink("koemo-atlas-link", to: atlas, in: network)
public struct AtlasPrivateLink: Component, Connectable {
    public var declaration: Declaration
    public let project: Value<Atlas.Project.ID>
    public let profile: AtlasProfile
    public let network: Network

    public init(_ name: Name, to project: AtlasProject, in network: Network, file: String = #fileID, line: Int = #line)
    {
        self.init(name, toProject: project.id, profile: project.profile, in: network, file: file, line: line)
    }

    /// To a project that another stack owns.
    public init(
        _ name: Name, toProject project: Value<Atlas.Project.ID>, profile: AtlasProfile = .default, in network: Network,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.project = project
        self.profile = profile
        self.network = network
    }

    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    /// Atlas gives each node a port of its own ("Learn About Private Endpoints in Atlas", MongoDB Atlas documentation).
    public var listeningPorts: PortRange? { PortRange(1024...65535) }
    /// Where the network, and so the Atlas end, is.
    public var region: Region { network.zones.region }

    public var body: Content {
        securityGroup
        service
        endpoint
        connection
    }

    /// Clusters come after it: Atlas tells the private addresses of a cluster only once this is there.
    var connection: Atlas.PrivateLinkConnection {
        Atlas.PrivateLinkConnection(
            name, of: project, from: endpoint.id, to: service.id, profile: profile)
    }

    private var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic to MongoDB Atlas")
    }

    private var service: Atlas.PrivateLinkService {
        Atlas.PrivateLinkService(name / "service", of: project, in: region, profile: profile)
    }

    private var endpoint: EC2.VPCEndpoint {
        EC2.VPCEndpoint(
            name / "endpoint", in: network.vpc, service: service.serviceName,
            access: .interface(subnets: network.privateSubnets, securityGroups: [securityGroup.id], privateDNS: false)
        ).tag("Name", (name / "endpoint").dashed)
    }
}
