public import TerraneCore

/// Something that opens or accepts network connections.
public protocol Connectable: Sendable {
    /// The identity of the thing, from which the rules of a connection are named.
    var name: Name { get }
    /// What others see of it on the network.
    var peer: EC2.TrafficPeer { get }
    /// The ports it listens at, if it listens.
    var listeningPorts: PortRange? { get }
}

/// Permission to connect, written as the rules of both security groups: out of the one, into the other.
///
///     Connection(from: backend, to: sessions)
public struct Connection: Component {
    public var declaration: Declaration
    public let client: any Connectable
    public let server: any Connectable
    public let ports: PortRange?

    /// The ports are those the server listens at, unless others are given.
    public init(
        from client: any Connectable, to server: any Connectable, ports: PortRange? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(client.name / "to-\(server.name.dashed)", file: file, line: line)
        self.client = client
        self.server = server
        self.ports = ports ?? server.listeningPorts
        declaration.options.formerNames = formerNames
    }

    /// It is named after both ends. A former name of the client is the beginning of its own, one of the server is inside.
    private var formerNames: [FormerName] {
        let ofServer = (server as? any Declared)?.declaration.options.formerNames ?? []
        return ofServer.map {
            FormerName(client.name / "to-\($0.name.dashed)", logicalID: $0.logicalID, source: $0.source)
        }.filter { $0.name != name }
    }

    public var body: Content {
        if let ports {
            flow(at: ports)
            if case .securityGroup(let group) = client.peer {
                EC2.EgressRule(
                    name / "out", outOf: group, to: server.peer, ports: ports, description: "To \(server.name.dashed)")
            }
            if case .securityGroup(let group) = server.peer {
                EC2.IngressRule(
                    name / "in", into: group, from: client.peer, ports: ports,
                    description: "From \(client.name.dashed)")
            }
        }
    }

    private func flow(at ports: PortRange) -> Flow {
        let (first, last) = (ports.first.number, ports.last.number)
        return Flow(
            from: client.peer.end, named: client.name, to: server.peer.end, named: server.name,
            ports: min(first, last)...max(first, last), source: source)
    }

    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if ports == nil { problems.append(.connectionWithoutPort(client.name, server.name)) }
        if !client.peer.isGuarded, !server.peer.isGuarded {
            problems.append(.connectionWithoutGroup(client.name, server.name))
        }
        return problems
    }
}

extension EC2.TrafficPeer {
    /// As an end of a flow.
    public var end: Flow.End {
        switch self {
        case .securityGroup(let group): .group(group.expression)
        case .range(let range): .range(range)
        case .prefixList(let list): .list(list.expression)
        }
    }

    /// Whether it has a security group, into which rules can be written.
    fileprivate var isGuarded: Bool {
        if case .securityGroup = self { true } else { false }
    }
}

extension Diagnostic {
    static func connectionWithoutGroup(_ client: Name, _ server: Name) -> Diagnostic {
        .error(
            "neither '\(client)' nor '\(server)' has a security group, so their connection opens nothing",
            help: "One end of a connection is a thing of the stack, such as a service, or an `ExistingSecurityGroup`.")
    }

    static func connectionWithoutPort(_ client: Name, _ server: Name) -> Diagnostic {
        .error(
            "connection from '\(client)' to '\(server)' has no port",
            help: "'\(server)' listens at no port of its own: say which with `ports:`.")
    }
}
