public import TerraneCore

extension Network {
    /// A kind of subnet, one in each zone.
    public enum Tier: String, Hashable, Sendable, CaseIterable {
        /// With addresses that the Internet can reach: blocks from 101 up.
        case `public`
        /// With a way out through NAT: blocks from 1 up.
        case `private`
        /// For databases, without a way out: blocks from 21 up.
        case database
        /// For caches, without a way out: blocks from 31 up.
        case cache

        var firstBlock: Int {
            switch self {
            case .public: 101
            case .private: 1
            case .database: 21
            case .cache: 31
            }
        }
    }

    /// Adds subnets of their own for databases, caches or both. Their route table has no way out of the network.
    public func tiers(_ tiers: Tier...) -> Network {
        var copy = self
        for tier in tiers where !copy.has(tier) { copy.tiers.append(tier) }
        return copy
    }

    /// Gives the subnets of a tier these blocks, in the order of the zones, instead of those they have by default.
    public func blocks(_ tier: Tier, _ blocks: CIDR...) -> Network {
        var copy = self
        copy.blocks[tier] = blocks
        return copy
    }

    /// The subnets of a tier, in the order of the zones.
    public func subnets(_ tier: Tier) -> [Value<EC2.Subnet.ID>] {
        if let members { return members.subnets[tier] ?? [] }
        return zones.letters.map { subnet(tier, $0).id }
    }

    /// Whether it has subnets of this kind.
    func has(_ tier: Tier) -> Bool {
        if let members { return members.subnets[tier] != nil }
        return tier == .public || tier == .private || tiers.contains(tier)
    }

    /// The tiers it is built of.
    var allTiers: [Tier] { Tier.allCases.filter(has) }

    /// The address range of a tier's subnet; nil when the network is too small for it.
    func range(_ tier: Tier, _ letter: Zones.Letter) -> CIDR? {
        let index = zones.letters.firstIndex(of: letter) ?? 0
        if let blocks = blocks[tier] { return blocks.indices.contains(index) ? blocks[index] : nil }
        return cidr.subrange(tier.firstBlock + index, prefix: (cidr.range?.prefix ?? 0) + 8)
    }

    func subnet(_ tier: Tier, _ letter: Zones.Letter) -> EC2.Subnet {
        let part = name / "\(tier.rawValue)-\(letter.rawValue)"
        return EC2.Subnet(
            part, in: network.id, cidr: range(tier, letter) ?? cidr, zone: zones.region.zone(letter.rawValue)
        )
        .tag("Name", part.dashed)
    }

    @ContentBuilder var dataTiers: Content {
        for tier in tiers {
            table("\(tier.rawValue)-routes")
            for letter in zones.letters { dataSubnet(tier, letter) }
        }
    }

    @ContentBuilder private func dataSubnet(_ tier: Tier, _ letter: Zones.Letter) -> Content {
        subnet(tier, letter)
        EC2.RouteTableAssociation(
            name / "\(tier.rawValue)-\(letter.rawValue)-routes", of: subnet(tier, letter).id,
            with: table("\(tier.rawValue)-routes").id)
    }
}
