import TerraneCore

extension Network {
    /// What may pass the border of a tier's subnets, beside what the security groups say.
    public enum AccessRules: Hashable, Sendable {
        /// TCP between these subnets and the private ones, and among these, at the ports from 1024 up: where databases
        /// and caches listen, and where answers go. Nothing else, so no administrator through a VPN either.
        case privateSubnetsOnly
        /// In this order; what none of them lets pass is refused.
        case rules([EC2.NetworkACL.Rule])
    }

    struct AccessList: Hashable, Sendable {
        let tier: Tier
        let rules: AccessRules
    }

    /// Puts a network ACL around the subnets of a tier.
    ///
    ///     network.accessList(.database, .privateSubnetsOnly)
    public func accessList(_ tier: Tier, _ rules: AccessRules) -> Network {
        var copy = self
        copy.accessLists.append(AccessList(tier: tier, rules: rules))
        return copy
    }

    @ContentBuilder var accessListParts: Content {
        for list in accessLists {
            acl(list.tier)
            entries(of: list)
            zones.letters.map { association(list.tier, $0) }
        }
    }

    func rules(of list: AccessList) -> [EC2.NetworkACL.Rule] {
        switch list.rules {
        case .rules(let rules): return rules
        case .privateSubnetsOnly:
            let neighbours = Set([.private, list.tier]).sorted { $0.firstBlock < $1.firstBlock }
            let ranges = neighbours.flatMap { tier in zones.letters.compactMap { range(tier, $0) } }
            return ranges.map { .allow(.inbound, .tcp(.ephemeral), $0) }
                + ranges.map { .allow(.outbound, .tcp(.ephemeral), $0) }
        }
    }

    private func acl(_ tier: Tier) -> EC2.NetworkACL {
        let part = name / "\(tier.rawValue)-acl"
        return EC2.NetworkACL(part, in: network.id, around: subnets(tier)).tag("Name", part.dashed)
    }

    /// Numbered by tens in either direction, so that one can be put between two by hand in an emergency.
    private func entries(of list: AccessList) -> [any Element] {
        var last: [EC2.NetworkACL.Rule.Direction: Int] = [:]
        return rules(of: list).map { rule in
            let number = (last[rule.direction] ?? 90) + 10
            last[rule.direction] = number
            let direction = rule.direction == .inbound ? "in" : "out"
            return EC2.NetworkACLEntry(
                acl(list.tier).name / "\(direction)-\(number)", of: acl(list.tier).id, number: number, rule)
        }
    }

    private func association(_ tier: Tier, _ letter: Zones.Letter) -> any Element {
        EC2.NetworkACLAssociation(
            name / "\(tier.rawValue)-\(letter.rawValue)-acl", of: subnet(tier, letter).id, with: acl(tier).id)
    }
}
