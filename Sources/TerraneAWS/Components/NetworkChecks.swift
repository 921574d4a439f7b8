public import TerraneCore

extension Network {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if Set(zones.letters).count != zones.letters.count {
            problems.append(.zoneNamedTwice(in: name))
        }
        if zones.letters.isEmpty {
            problems.append(.networkWithoutZones(name))
        }
        if let range = cidr.range, !(16...20).contains(range.prefix), allTiers.contains(where: { blocks[$0] == nil }) {
            problems.append(.networkSize(name, cidr))
        }
        problems += (vpn?.tiers ?? []).filter { !has($0) }.map { .tierMissing(name, $0) }
        problems += endpoints.flatMap(\.services).filter { $0.hasPrefix("com.") }.map { .endpointName(name, $0) }
        return problems + checkBlocks() + checkAccessLists()
    }

    private func checkBlocks() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for tier in Tier.allCases {
            guard let given = blocks[tier] else { continue }
            if !has(tier) { problems.append(.tierMissing(name, tier)) }
            if given.count != zones.letters.count { problems.append(.blockCount(name, tier, given.count)) }
            for block in given where block.range != nil {
                let isSubnet = (16...28).contains(block.range?.prefix ?? 0)
                if !isSubnet || !cidr.contains(block) { problems.append(.blockOutside(name, block, cidr)) }
            }
        }
        return problems + overlaps()
    }

    private func overlaps() -> [Diagnostic] {
        guard !blocks.isEmpty else { return [] }
        let all = allTiers.flatMap { tier in zones.letters.compactMap { range(tier, $0) } }
        for (index, block) in all.enumerated() {
            if let other = all[..<index].first(where: { $0.overlaps(block) }) {
                return [.blocksOverlap(name, other, block)]
            }
        }
        return []
    }

    private func checkAccessLists() -> [Diagnostic] {
        var seen: Set<Tier> = []
        return accessLists.flatMap { list in
            var problems: [Diagnostic] = []
            if !has(list.tier) { problems.append(.tierMissing(name, list.tier)) }
            if !seen.insert(list.tier).inserted { problems.append(.accessListTwice(name, list.tier)) }
            if list.rules == .privateSubnetsOnly, list.tier == .public || list.tier == .private {
                problems.append(.accessListTooStrict(name, list.tier))
            }
            for direction in [EC2.NetworkACL.Rule.Direction.inbound, .outbound] {
                let count = rules(of: list).count { $0.direction == direction }
                if count > 20 { problems.append(.accessListTooLong(name, list.tier, count)) }
            }
            return problems
        }
    }
}

extension Diagnostic {
    static func zoneNamedTwice(in network: Name) -> Diagnostic {
        .error("network '\(network)' names an availability zone twice", help: "Name each zone once.")
    }

    static func networkWithoutZones(_ network: Name) -> Diagnostic {
        .error(
            "network '\(network)' has no availability zone", help: "Name at least one zone, two for a load balancer.")
    }

    static func networkSize(_ network: Name, _ cidr: CIDR) -> Diagnostic {
        .error(
            "network '\(network)' cannot be divided into subnets from \(cidr)",
            help:
                "A subnet is 8 bits longer than its network and between /16 and /28 in size: choose a prefix from /16 to "
                + "/20, or give each tier its blocks with `blocks(…)`."
        )
    }

    static func tierMissing(_ network: Name, _ tier: Network.Tier) -> Diagnostic {
        .error(
            "network '\(network)' has no \(tier.rawValue) subnets",
            help: "Add them with `.tiers(.\(tier.rawValue))`.")
    }

    static func endpointName(_ network: Name, _ service: String) -> Diagnostic {
        .error(
            "network '\(network)' has an endpoint for '\(service)', a name that includes the region's",
            help: "Write what stands behind 'com.amazonaws.<region>.', such as `.service(\"sqs\")`.")
    }

    static func blockCount(_ network: Name, _ tier: Network.Tier, _ count: Int) -> Diagnostic {
        .error(
            "network '\(network)' has another number of \(tier.rawValue) subnets than the \(count) blocks it is given",
            help: "Give one block for each zone, in the order of the zones.")
    }

    static func blockOutside(_ network: Name, _ block: CIDR, _ cidr: CIDR) -> Diagnostic {
        .error(
            "network '\(network)' cannot have the subnet \(block)",
            help: "A subnet lies in the network's \(cidr) and is between /16 and /28 in size.")
    }

    static func blocksOverlap(_ network: Name, _ one: CIDR, _ other: CIDR) -> Diagnostic {
        .error(
            "network '\(network)' has two subnets that overlap, \(one) and \(other)",
            help: "Give each subnet addresses of its own.")
    }

    static func accessListTwice(_ network: Name, _ tier: Network.Tier) -> Diagnostic {
        .error(
            "network '\(network)' has two network ACLs around its \(tier.rawValue) subnets",
            help: "A subnet has one: put all rules into it.")
    }

    static func accessListTooStrict(_ network: Name, _ tier: Network.Tier) -> Diagnostic {
        .error(
            "network '\(network)' closes its \(tier.rawValue) subnets to everything but private subnets",
            help: "Load balancers, NAT and the services behind them need more: give `.rules([…])`.")
    }

    /// "Amazon VPC quotas", Amazon VPC User Guide.
    static func accessListTooLong(_ network: Name, _ tier: Network.Tier, _ count: Int) -> Diagnostic {
        .error(
            "network '\(network)' has \(count) rules in one direction around its \(tier.rawValue) subnets",
            help: "A network ACL has 20 in a direction: join ranges into larger ones.")
    }
}
