import TerraneCore
import Testing

@testable import TerraneAWS

struct PeeringTests {
    private func network(_ name: Name, _ cidr: CIDR, _ zones: Zones = .tokyo(.a)) -> Network {
        Network(name, cidr: cidr, zones: zones)
    }

    @Test func eachNetworkIsToldTheWayToTheOther() {
        let peering = Peering(
            "both", between: network("shop", "10.0.0.0/16", .tokyo(.a, .c)), and: network("data", "10.1.0.0/16"))
        #expect(
            listedNames(peering) == [
                "both", "both/shop-private-a-routes-to-data", "both/shop-private-c-routes-to-data",
                "both/data-private-a-routes-to-shop",
            ])
        #expect(peering.check().isEmpty)
    }

    @Test func theOwnerOfAnExistingNetworkAddsTheWayBack() {
        let data = Network.existing(
            "data", cidr: "10.1.0.0/16", zones: .tokyo(.a), vpc: "vpc-1", privateSubnets: ["subnet-1"])
        let peering = Peering("both", between: network("shop", "10.0.0.0/16"), and: data)
        #expect(listedNames(peering) == ["both", "both/shop-private-a-routes-to-data"])
    }

    @Test func networksWithTheSameAddressesAreNotJoined() {
        let peering = Peering("both", between: network("a", "10.0.0.0/16"), and: network("b", "10.0.0.0/20"))
        #expect(peering.check() == [.peersOverlap("both", "10.0.0.0/16", "10.0.0.0/20")])
    }

    @Test func networksOfTwoRegionsAreNotJoined() {
        let far = network("far", "10.1.0.0/16", .osaka(.a))
        let peering = Peering("both", between: network("near", "10.0.0.0/16"), and: far)
        #expect(peering.check() == [.peersApart("both", .tokyo, .osaka)])
    }
}
