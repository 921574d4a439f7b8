public import TerraneCore

extension Network {
    /// What a network consists of that exists already.
    struct Members: Sendable {
        let vpc: Value<EC2.VPC.ID>
        var subnets: [Tier: [Value<EC2.Subnet.ID>]]
    }

    /// A network that somebody else made, by its identifiers: literals, parameters, exports of another stack, outputs
    /// of a Terraform module. It stands wherever a network does, and is not listed.
    ///
    /// Subnets are in the order of the zones. Without those of databases or caches, these go into the private ones.
    ///
    ///     Network.existing(
    ///         "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), vpc: "vpc-0a1b2c3d",
    ///         publicSubnets: ["subnet-1", "subnet-2"], privateSubnets: ["subnet-3", "subnet-4"])
    public static func existing(
        _ name: Name, cidr: CIDR, zones: Zones, vpc: Value<EC2.VPC.ID>, publicSubnets: [Value<EC2.Subnet.ID>] = [],
        privateSubnets: [Value<EC2.Subnet.ID>], databaseSubnets: [Value<EC2.Subnet.ID>]? = nil,
        cacheSubnets: [Value<EC2.Subnet.ID>]? = nil, file: String = #fileID, line: Int = #line
    ) -> Network {
        var subnets: [Tier: [Value<EC2.Subnet.ID>]] = [.public: publicSubnets, .private: privateSubnets]
        subnets[.database] = databaseSubnets
        subnets[.cache] = cacheSubnets
        var network = Network(name, cidr: cidr, zones: zones, file: file, line: line).existing()
        network.members = Members(vpc: vpc, subnets: subnets)
        return network
    }

    /// A network that somebody else made, by its tags: Terraform looks for the network with `tag`, and in it for the
    /// one subnet of each zone whose tag `tierTag` is the name of the tier. CloudFormation asks for the identifiers.
    ///
    ///     Network.existing("shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), tagged: Tag("Name", "shared"))
    public static func existing(
        _ name: Name, cidr: CIDR, zones: Zones, tagged tag: Tag, tierTag: String = "Tier",
        tiers: [Tier] = [.public, .private], file: String = #fileID, line: Int = #line
    ) -> Network {
        let vpc = Value<EC2.VPC.ID>.existing(name / "vpc", tagged: tag, file: file, line: line)
        var network = Network(name, cidr: cidr, zones: zones, file: file, line: line).existing()
        network.members = Members(vpc: vpc, subnets: [:])
        for tier in tiers {
            network.members?.subnets[tier] = zones.letters.map { letter in
                .existing(
                    name / "\(tier.rawValue)-\(letter.rawValue)", in: vpc, zone: zones.region.zone(letter.rawValue),
                    tagged: Tag(tierTag, tier.rawValue), file: file, line: line)
            }
        }
        return network
    }
}

// MARK: Stacks that meet in a network

extension Network {
    /// What stacks need that put things into this network: list it beside the network, and use `imported(from:)` there.
    public var exports: [any Element] {
        [Export(exportName("vpc"), vpc, file: source.file, line: source.line)]
            + allTiers.flatMap { tier in
                zip(zones.letters, subnets(tier)).map { letter, subnet in
                    Export(exportName(tier, letter), subnet, file: source.file, line: source.line)
                }
            }
    }

    /// This network as another stack sees it that does not own it: through the exports of `stack`.
    ///
    ///     var network: Network { platform.network.imported(from: platform) }
    public func imported(from stack: any Stack) -> Network {
        var subnets: [Tier: [Value<EC2.Subnet.ID>]] = [:]
        for tier in allTiers {
            subnets[tier] = zip(zones.letters, self.subnets(tier)).map { letter, subnet in
                Export(exportName(tier, letter), subnet).imported(from: stack)
            }
        }
        var network = existing()
        network.members = Members(vpc: Export(exportName("vpc"), vpc).imported(from: stack), subnets: subnets)
        return network
    }

    private func exportName(_ tier: Tier, _ letter: Zones.Letter) -> String {
        exportName("\(tier.rawValue)-\(letter.rawValue)-subnet")
    }

    private func exportName(_ part: String) -> String { "\(name.dashed)-\(part)-id" }
}
