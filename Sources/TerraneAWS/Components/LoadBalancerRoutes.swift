public import TerraneCore

extension LoadBalancer {
    /// What becomes of a request.
    public enum Destination: Sendable {
        case targets(ELB.TargetGroup)
        case blueGreen(BlueGreenTargets)
        /// An answer of the load balancer's own, in plain text unless it says otherwise.
        case respond(status: Int, body: String = "", as: ELB.Listener.ContentType = .plainText)
        /// Permanently, to the same path at another host.
        case redirect(toHost: String)
    }

    /// Requests that meet all conditions, and where they go.
    struct Route: Sendable {
        let name: Name
        let conditions: [ELB.ListenerRule.Condition]
        let destination: Destination
        let priority: Int
        let source: SourceLocation
    }

    /// What a request must be like for a route to take it.
    public struct Match: Hashable, Sendable {
        let condition: ELB.ListenerRule.Condition

        /// One of these paths, in which `*` and `?` stand for any characters: `/api/*`.
        public static func path(_ patterns: String...) -> Match { Match(condition: .path(patterns)) }
        /// One of these hosts: `admin.example.com`, `*.example.com`.
        public static func host(_ patterns: String...) -> Match { Match(condition: .host(patterns)) }
        public static func method(_ methods: String...) -> Match { Match(condition: .method(methods)) }
        /// One of these values of a header.
        public static func header(_ header: String, _ values: Value<String>...) -> Match {
            Match(condition: .header(header, values))
        }
        /// An address in one of these ranges.
        public static func source(_ ranges: CIDR...) -> Match { Match(condition: .source(ranges)) }
    }

    struct FurtherCertificate: Sendable {
        let label: String
        let certificate: Value<ARN>
    }

    struct Testing: Sendable {
        let port: Port
        let ranges: [CIDR]
    }
}

// MARK: Options

extension LoadBalancer {
    /// Sends requests that meet all of `matches` elsewhere. Of several routes that would take a request the one with the lowest
    /// priority (1 to 50,000) does; no two rules of a listener may share one.
    public func route(
        _ label: String, _ matches: Match..., to destination: Destination, priority: Int, file: String = #fileID,
        line: Int = #line
    ) -> LoadBalancer {
        adding(
            Route(
                name: name / "route-\(label)", conditions: matches.map(\.condition), destination: destination,
                priority: priority, source: SourceLocation(file: file, line: line)))
    }

    public func route(
        _ label: String, _ matches: Match..., to targets: ELB.TargetGroup, priority: Int, file: String = #fileID,
        line: Int = #line
    ) -> LoadBalancer {
        adding(
            Route(
                name: name / "route-\(label)", conditions: matches.map(\.condition), destination: .targets(targets),
                priority: priority, source: SourceLocation(file: file, line: line)))
    }

    /// A further certificate, which clients get that ask for one of its hosts.
    public func furtherCertificate(_ label: String, _ certificate: Value<ARN>) -> LoadBalancer {
        var copy = self
        copy.furtherCertificates.append(FurtherCertificate(label: label, certificate: certificate))
        return copy
    }

    /// A second door, at which the targets that do not serve yet can be tried out during a deployment. It is open to `ranges`,
    /// and to whom a `Connection` leads there.
    public func testListener(at port: Port, from ranges: CIDR...) -> LoadBalancer {
        var copy = self
        copy.testing = Testing(port: port, ranges: ranges)
        return copy
    }

    /// Puts it into the private subnets. Nobody reaches it but over a `Connection`.
    public func `internal`() -> LoadBalancer {
        var copy = self
        copy.isInternal = true
        return copy
    }

    private func adding(_ route: Route) -> LoadBalancer {
        var copy = self
        copy.routes.append(route)
        return copy
    }
}

extension LoadBalancer.Destination {
    /// The target groups it leads to.
    var groups: [ELB.TargetGroup] {
        switch self {
        case .targets(let group): [group]
        case .blueGreen(let pair): [pair.blue, pair.green]
        case .respond, .redirect: []
        }
    }

    var pair: BlueGreenTargets? {
        if case .blueGreen(let pair) = self { pair } else { nil }
    }

    /// As it stands when the load balancer is made: blue serves.
    var action: ELB.Listener.Action {
        switch self {
        case .targets(let group): .forward(to: group.arn)
        case .blueGreen(let pair): pair.action
        case .respond(let status, let body, let contentType): .respond(status: status, body: body, as: contentType)
        case .redirect(let host): .redirect(toHost: host)
        }
    }

    /// What the test listener does instead.
    var testAction: ELB.Listener.Action {
        if let pair { .forward(to: pair.green.arn) } else { action }
    }
}

extension BlueGreenTargets {
    /// ECS demands of both groups that a listener leads to them before a service registers its tasks; CodeDeploy does so itself.
    fileprivate var action: ELB.Listener.Action {
        switch shifter {
        case .codeDeploy: .forward(to: blue.arn)
        case .weights: .split([.init(blue.arn, weight: 100), .init(green.arn, weight: 0)])
        }
    }
}
