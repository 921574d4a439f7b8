import TerraneCore

extension Checks {
    /// Afterwards load balancers and groups of subnets are in two zones of one network, each balancer once in a zone, and what
    /// faces the Internet is in subnets that lead there.
    static func checkPlacements(_ inventory: Inventory, _ model: PacketModel) -> [Diagnostic] {
        let balancers = inventory.all("aws_lb").filter {
            $0["load_balancer_type"].text ?? "application" == "application"
        }
        var problems = balancers.flatMap { checkBalancer($0, inventory, model) }
        for group in inventory.all("aws_db_subnet_group") {
            guard let subnets = inventory.targets(of: group, "subnet_ids"), !subnets.isEmpty,
                let zones = zones(of: subnets), Set(zones).count < 2
            else { continue }
            problems.append(.subnetGroupInOneZone(group))
        }
        for group in ["aws_db_subnet_group", "aws_elasticache_subnet_group"].flatMap(inventory.all) {
            if let subnets = inventory.targets(of: group, "subnet_ids"), areApart(subnets, inventory) {
                problems.append(.subnetsOfTwoNetworks(group))
            }
        }
        return problems
    }

    private static func checkBalancer(
        _ balancer: Inventory.Item, _ inventory: Inventory, _ model: PacketModel
    ) -> [Diagnostic] {
        guard let subnets = inventory.targets(of: balancer, "subnets"), !subnets.isEmpty else { return [] }
        var problems: [Diagnostic] = []
        if areApart(subnets, inventory) { problems.append(.subnetsOfTwoNetworks(balancer)) }
        if let zones = zones(of: subnets) {
            if Set(zones).count < 2 {
                problems.append(.balancerWithOneZone(balancer))
            } else if Set(zones).count < zones.count {
                problems.append(.balancerTwiceInZone(balancer))
            }
        }
        guard balancer["internal"].isAbsent || balancer["internal"].flag == false else { return problems }
        for subnet in subnets {
            guard let place = model.subnets[subnet.name], let table = model.tables[place.table], !table.mayHaveMore
            else { continue }
            let leadsOut = table.routes.contains { $0.target == .internetGateway || $0.target == .unknown }
            if !leadsOut { return problems + [.balancerInPrivateSubnet(balancer, subnet)] }
        }
        return problems
    }

    /// The zones of subnets, as far as all are known.
    private static func zones(of subnets: [Inventory.Item]) -> [String]? {
        let zones = subnets.compactMap { $0["availability_zone"].text }
        return zones.count == subnets.count ? zones : nil
    }

    private static func areApart(_ subnets: [Inventory.Item], _ inventory: Inventory) -> Bool {
        let networks = subnets.compactMap { inventory.target(of: $0, "vpc_id")?.name }
        return networks.count == subnets.count && Set(networks).count > 1
    }
}

extension Diagnostic {
    /// "Availability Zones for your Application Load Balancer", User Guide for Application Load Balancers.
    fileprivate static func balancerWithOneZone(_ balancer: Inventory.Item) -> Diagnostic {
        .error(
            "load balancer '\(balancer.name)' has subnets in one availability zone alone",
            help: "An application load balancer needs subnets in two zones.", at: balancer.source)
    }

    fileprivate static func balancerTwiceInZone(_ balancer: Inventory.Item) -> Diagnostic {
        .error(
            "load balancer '\(balancer.name)' has two subnets in one availability zone",
            help: "It takes one subnet of each zone.", at: balancer.source)
    }

    fileprivate static func balancerInPrivateSubnet(
        _ balancer: Inventory.Item, _ subnet: Inventory.Item
    ) -> Diagnostic {
        .error(
            "load balancer '\(balancer.name)' faces the Internet from subnet '\(subnet.name)', which has no route to an "
                + "Internet gateway",
            help: "Give it the public subnets, or make it internal.", at: balancer.source,
            notes: [Note("the subnet is here", at: subnet.source)])
    }

    /// "Working with a DB instance in a VPC", Amazon RDS User Guide.
    fileprivate static func subnetGroupInOneZone(_ group: Inventory.Item) -> Diagnostic {
        .error(
            "subnet group '\(group.name)' has subnets in one availability zone alone",
            help: "RDS wants subnets in two zones, even for a database in one.", at: group.source)
    }

    fileprivate static func subnetsOfTwoNetworks(_ item: Inventory.Item) -> Diagnostic {
        .error(
            "'\(item.name)' has subnets of two networks", help: "All of its subnets are of one network.",
            at: item.source)
    }
}
