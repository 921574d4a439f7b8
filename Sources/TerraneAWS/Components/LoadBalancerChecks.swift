public import TerraneCore

extension LoadBalancer {
    public func check() -> [Diagnostic] {
        var problems = network.publicSubnets.count < 2 ? [Diagnostic.balancerInOneZone(name)] : []
        if let firewall, firewall.scope != .regional { problems.append(.firewallScope(name, firewall)) }
        if let testing { problems += check(testing) }
        return problems + repeatedPairs
    }

    private func check(_ testing: Testing) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if testing.port == .https || testing.port == .http { problems.append(.testPortTaken(name, testing.port)) }
        if destinations.allSatisfy({ $0.pair == nil }) { problems.append(.nothingToTest(name)) }
        return problems
    }

    /// CodeDeploy finds the rules to change by their target group; the same group in front of another service's would move too.
    private var repeatedPairs: [Diagnostic] {
        let shifted = destinations.compactMap(\.pair).map(\.name)
        let plain = Set(destinations.filter { $0.pair == nil }.flatMap(\.groups).map(\.name))
        return Set(shifted).filter { plain.contains($0 / "blue") || plain.contains($0 / "green") }.sorted()
            .map { .colorByItself(name, $0) }
    }
}

extension Diagnostic {
    static func balancerInOneZone(_ name: Name) -> Diagnostic {
        .error(
            "load balancer '\(name)' is in a network of one availability zone",
            help: "An application load balancer needs subnets in two zones: add one to the network.")
    }

    static func testPortTaken(_ name: Name, _ port: Port) -> Diagnostic {
        .error(
            "the test listener of load balancer '\(name)' is at port \(port.number), where it listens already",
            help: "Take another port, such as 8443.")
    }

    static func nothingToTest(_ name: Name) -> Diagnostic {
        .error(
            "load balancer '\(name)' has a test listener, but all of its targets serve",
            help: "Forward to `.blueGreen(…)`, or take the test listener away.")
    }

    static func colorByItself(_ name: Name, _ pair: Name) -> Diagnostic {
        .error(
            "load balancer '\(name)' forwards to '\(pair)' as a whole and to one of its two target groups",
            help: "Traffic moves between the two during a deployment: route to `.blueGreen(…)` in both places.")
    }
}
