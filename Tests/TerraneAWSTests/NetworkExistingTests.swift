import TerraneCore
import Testing

@testable import TerraneAWS

struct NetworkExistingTests {
    private let known = Network.existing(
        "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), vpc: "vpc-1", publicSubnets: ["subnet-1", "subnet-2"],
        privateSubnets: ["subnet-3", "subnet-4"])

    @Test func aNetworkIsKnownByItsIdentifiers() {
        #expect(known.vpc == "vpc-1")
        #expect(known.publicSubnets == ["subnet-1", "subnet-2"])
        #expect(known.cacheSubnets == ["subnet-3", "subnet-4"])
        #expect(known.databaseSubnets == known.privateSubnets)
    }

    @Test func aNetworkMayHaveSubnetsForDatabases() {
        let network = Network.existing(
            "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a), vpc: "vpc-1", privateSubnets: ["subnet-1"],
            databaseSubnets: ["subnet-2"])
        #expect(network.databaseSubnets == ["subnet-2"])
        #expect(network.cacheSubnets == ["subnet-1"])
    }

    @Test func aNetworkIsFoundByItsTags() {
        let network = Network.existing(
            "shared", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), tagged: Tag("Name", "shared"),
            tiers: [.private, .database])
        #expect(network.vpc.expression.shortText == "<data shared/vpc: id, parameter shared-vpc-id>")
        #expect(
            network.databaseSubnets.map(\.expression.shortText) == [
                "<data shared/database-a: id, parameter shared-database-a-id>",
                "<data shared/database-c: id, parameter shared-database-c-id>",
            ])
        #expect(network.publicSubnets.isEmpty)
    }

    @Test func whatIsPutIntoANetworkTakesAnExistingOne() {
        let cache = RedisCache("sessions", in: known, node: .t4g(.small), replicas: 1)
        #expect(cache.check().isEmpty)
        #expect(
            table(of: "sessions/subnets", in: cache)?.terraform["subnet_ids"]?.shortText
                == "[\"subnet-3\", \"subnet-4\"]")
    }

    @Test func aNetworkIsExportedWithAllItsSubnets() {
        let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a)).tiers(.cache)
        #expect(
            network.exports.compactMap { ($0 as? any AnyExport)?.name } == [
                "shop-vpc-id", "shop-public-a-subnet-id", "shop-private-a-subnet-id", "shop-cache-a-subnet-id",
            ])
    }
}
