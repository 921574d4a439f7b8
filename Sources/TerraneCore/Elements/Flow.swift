/// Traffic that an author declares: one thing opens connections to another. It makes nothing; checks prove on the graph that
/// the traffic has a way.
///
/// Components that open security groups list one, so that what they open is proved to be enough.
public struct Flow: Element {
    /// One end of the traffic.
    public enum End: Hashable, Sendable {
        /// Whatever stands behind a security group.
        case group(Expression)
        case range(CIDR)
        /// The addresses in a list that AWS keeps.
        case list(Expression)
    }

    public let clientName: Name
    public let client: End
    public let serverName: Name
    public let server: End
    /// The TCP ports that the server listens at.
    public let ports: ClosedRange<Int>
    public let source: SourceLocation

    public var role: ElementRole { .flow(self) }

    public init(
        from client: End, named clientName: Name, to server: End, named serverName: Name, ports: ClosedRange<Int>,
        source: SourceLocation
    ) {
        self.client = client
        self.clientName = clientName
        self.server = server
        self.serverName = serverName
        self.ports = ports
        self.source = source
    }

    /// The same flow, answered for by another line.
    public func located(at source: SourceLocation) -> Flow {
        Flow(from: client, named: clientName, to: server, named: serverName, ports: ports, source: source)
    }
}
