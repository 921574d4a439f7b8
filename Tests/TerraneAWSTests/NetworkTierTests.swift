import TerraneCore
import Testing

@testable import TerraneAWS

struct NetworkTierTests {
    private func network(_ cidr: CIDR = "10.0.0.0/16", _ zones: Zones = .tokyo(.a, .c)) -> Network {
        Network("shop", cidr: cidr, zones: zones)
    }

    private func blocks(_ network: Network, _ tier: String) -> [String] {
        listedResources(network).compactMap { $0 as? EC2.Subnet }
            .filter { $0.name.path.hasPrefix("shop/\(tier)-") }.map(\.cidr.text)
    }

    @Test func databasesAndCachesMayHaveSubnetsOfTheirOwn() {
        let network = network("10.0.0.0/16", .tokyo(.a, .c, .d)).tiers(.database, .cache)
        #expect(blocks(network, "database") == ["10.0.21.0/24", "10.0.22.0/24", "10.0.23.0/24"])
        #expect(blocks(network, "cache") == ["10.0.31.0/24", "10.0.32.0/24", "10.0.33.0/24"])
        #expect(network.databaseSubnets.map(\.expression.shortText).first == "<shop/database-a: id, Ref>")
        #expect(network.cacheSubnets.map(\.expression.shortText).last == "<shop/cache-d: id, Ref>")
        #expect(network.check().isEmpty)
    }

    @Test func withoutThemTheyAreInThePrivateSubnets() {
        #expect(network().databaseSubnets == network().privateSubnets)
        #expect(network().tiers(.database).cacheSubnets == network().privateSubnets)
    }

    @Test func theyHaveNoWayOut() {
        let listed = listedResources(network().tiers(.database))
        let table = listed.first { $0.name == "shop/database-routes" }
        #expect(table != nil)
        let routes = listed.compactMap { $0 as? EC2.Route }
        #expect(!routes.contains { $0.table.expression.shortText.contains("database") })
        #expect(
            listed.first { $0.name == "shop/database-c-routes" }.map(bilingual) == """
                subnet_id | SubnetId = <shop/database-c: id, Ref>
                route_table_id | RouteTableId = <shop/database-routes: id, Ref>
                """)
    }

    @Test func aTierNamedTwiceIsThereOnce() {
        #expect(listedNames(network().tiers(.cache, .cache).tiers(.cache)).filter { $0 == "shop/cache-a" }.count == 1)
    }

    @Test func tiersNeverOverlap() {
        for prefix in 16...20 {
            let network = network(CIDR("10.0.0.0/\(prefix)"), Zones(.virginia, [.a, .b, .c, .d, .e, .f]))
                .tiers(.database, .cache)
            let subnets = listedResources(network).compactMap { ($0 as? EC2.Subnet)?.cidr }
            #expect(subnets.count == 24)
            for (index, subnet) in subnets.enumerated() {
                #expect(network.cidr.contains(subnet) && !subnets[(index + 1)...].contains { $0.overlaps(subnet) })
            }
        }
    }

    @Test func blocksMayBeGiven() {
        let network = network().blocks(.private, "10.0.64.0/19", "10.0.96.0/19")
        #expect(blocks(network, "private") == ["10.0.64.0/19", "10.0.96.0/19"])
        #expect(blocks(network, "public") == ["10.0.101.0/24", "10.0.102.0/24"])
    }

    @Test func blocksThatOverlapAreAnErrorAndOthersAreNot() {
        #expect(
            network().blocks(.private, "10.0.96.0/19", "10.0.128.0/19").check()
                == [.blocksOverlap("shop", "10.0.101.0/24", "10.0.96.0/19")])
        #expect(network().blocks(.private, "10.0.32.0/19", "10.0.128.0/19").check().isEmpty)
    }

    @Test func aBlockOutsideTheNetworkIsAnError() {
        #expect(
            network().blocks(.private, "10.1.0.0/24", "10.0.2.0/24").check()
                == [.blockOutside("shop", "10.1.0.0/24", "10.0.0.0/16")])
        #expect(
            network().blocks(.private, "10.0.1.0/29", "10.0.2.0/24").check()
                == [.blockOutside("shop", "10.0.1.0/29", "10.0.0.0/16")])
        #expect(network().blocks(.private, "10.0.1.0/28", "10.0.2.0/24").check().isEmpty)
    }

    @Test func eachZoneIsGivenABlock() {
        #expect(network().blocks(.private, "10.0.1.0/24").check() == [.blockCount("shop", .private, 1)])
    }

    @Test func aTierThatIsNotThereIsGivenNoBlocks() {
        let blocks = network().blocks(.cache, "10.0.31.0/24", "10.0.32.0/24")
        #expect(blocks.check() == [.tierMissing("shop", .cache)])
        #expect(blocks.tiers(.cache).check().isEmpty)
    }

    @Test func aSmallNetworkIsLegalWhereEveryBlockIsGiven() {
        let small = network("10.0.0.0/22", .tokyo(.a))
        #expect(small.blocks(.private, "10.0.0.0/24").check() == [.networkSize("shop", "10.0.0.0/22")])
        #expect(small.blocks(.private, "10.0.0.0/24").blocks(.public, "10.0.1.0/24").check().isEmpty)
    }
}
