import TerraneCore

/// The resources that a load balancer is made of.
extension LoadBalancer {
    var logBucket: PrivateBucket? { accessLogs.map { $0.bucket(name / "logs") } }

    /// The target groups of all destinations, each once.
    var groups: [ELB.TargetGroup] {
        var seen: Set<Name> = []
        return destinations.flatMap(\.groups).filter { seen.insert($0.name).inserted }
    }

    var destinations: [Destination] { [destination] + routes.map(\.destination) }

    var https: ELB.Listener {
        let listener = ELB.Listener(
            name / "https", of: balancer.arn, port: .https, tls: .init(certificate: certificate), destination.action)
        return destination.pair == nil ? listener : listener.ignoringChanges("default_action")
    }

    var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "security-group", in: network.vpc, description: "Load balancer \(balancerName)")
            .tag("Name", balancerName)
    }

    /// It tries to write to the bucket at once, so the bucket's policy must be there.
    var balancer: ELB.ApplicationLoadBalancer {
        let balancer = ELB.ApplicationLoadBalancer(
            name, balancerName: balancerName, isInternal: isInternal,
            subnets: isInternal ? network.privateSubnets : network.publicSubnets, securityGroups: [group.id],
            isProtected: !isDeletable, idleTimeout: idleTimeout, logBucket: logBucket?.deployedName)
        return logBucket.map { balancer.after($0.policy) } ?? balancer
    }

    func opening(_ part: String, _ port: Port) -> EC2.IngressRule {
        EC2.IngressRule(
            name / "from-internet-\(part)", into: group.id, from: .range(.anywhere), ports: PortRange(port),
            description: "From the Internet"
        )
        .with(port == .http ? Suppression("CKV_AWS_260", because: "Port 80 only leads to HTTPS") : nil)
    }

    @ContentBuilder var furtherParts: Content {
        routes.map { rule($0, of: https, $0.destination.action) }
        furtherCertificates.map {
            ELB.ListenerCertificate(name / "certificate-\($0.label)", of: https.arn, $0.certificate)
        }
        if let testing { testParts(testing) }
    }

    func rule(_ route: Route, of listener: ELB.Listener, _ action: ELB.Listener.Action) -> ELB.ListenerRule {
        let isProduction = listener.name == https.name
        let rule = ELB.ListenerRule(
            isProduction ? route.name : name / "test-\(route.name.last)", of: listener.arn, priority: route.priority,
            when: route.conditions, action, file: route.source.file, line: route.source.line)
        return route.destination.pair == nil ? rule : rule.ignoringChanges("action")
    }

    // MARK: The test listener

    var trialListener: ELB.Listener? {
        testing.map { testing in
            let listener = ELB.Listener(
                name / "test", of: balancer.arn, port: testing.port, tls: .init(certificate: certificate),
                destination.testAction)
            return destination.pair == nil ? listener : listener.ignoringChanges("default_action")
        }
    }

    @ContentBuilder private func testParts(_ testing: Testing) -> Content {
        trialListener
        if let trialListener {
            routes.map { rule($0, of: trialListener, $0.destination.testAction) }
            furtherCertificates.map {
                ELB.ListenerCertificate(name / "test-certificate-\($0.label)", of: trialListener.arn, $0.certificate)
            }
        }
        testing.ranges.map { range in
            EC2.IngressRule(
                name / "from-testers-\(range.label)", into: group.id, from: .range(range),
                ports: PortRange(testing.port), description: "From testers")
        }
    }
}

extension CIDR {
    /// `203-0-113-0-24`, for names.
    fileprivate var label: String { String(text.map { $0 == "." || $0 == "/" ? "-" : $0 }) }
}
