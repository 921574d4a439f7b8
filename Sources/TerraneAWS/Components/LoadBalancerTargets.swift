import TerraneCore

/// What a service behind the load balancer needs to know.
extension LoadBalancer {
    /// For the service that requests go to by default; if the load balancer answers those itself, for that of the first route.
    public var target: TrafficTarget {
        let first = destinations.first { !$0.groups.isEmpty }
        return first.map { target($0) } ?? target(.targets(unbuilt))
    }

    /// For the service behind one of its target groups.
    public func target(for group: ELB.TargetGroup) -> TrafficTarget {
        TrafficTarget(group: group.arn, listener: door(to: group))
    }

    /// For the service behind one of its pairs of target groups.
    public func target(for pair: BlueGreenTargets) -> TrafficTarget {
        target(.blueGreen(pair))
    }

    private func target(_ destination: Destination) -> TrafficTarget {
        var target = target(for: destination.groups.first ?? unbuilt)
        if let pair = destination.pair, pair.shifter == .codeDeploy { target.shift = shift(of: pair) }
        return target
    }

    private func shift(of pair: BlueGreenTargets) -> TrafficTarget.Shift {
        TrafficTarget.Shift(
            blue: pair.blue.deployedName, green: pair.green.deployedName, production: https.arn,
            test: trialListener?.arn, balancer: balancer.metricName)
    }

    /// The listener or the rule that leads to a group.
    private func door(to group: ELB.TargetGroup) -> Name {
        let route = routes.first { $0.destination.groups.contains { $0.name == group.name } }
        let isDefault = destination.groups.contains { $0.name == group.name }
        return isDefault ? https.name : route?.name ?? https.name
    }

    /// What a service is told to be behind when there is nothing: the reference to it is an error that says so.
    private var unbuilt: ELB.TargetGroup {
        ELB.TargetGroup(
            name / "targets", in: network.vpc, port: .http, healthCheck: .http("/"), file: source.file,
            line: source.line)
    }
}
