import TerraneCore
import Testing

@testable import TerraneAWS

struct NetworkTests {
    private func network(
        _ cidr: CIDR = "10.0.0.0/16", _ zones: Zones = .tokyo(.a, .c), _ gateways: Network.NATGateways = .perZone
    ) -> Network {
        Network("koemo", cidr: cidr, zones: zones, natGateways: gateways)
    }

    private func ranges(_ network: Network) -> [String] {
        listedResources(network).compactMap { ($0 as? EC2.Subnet)?.cidr.text }
    }

    private func routes(_ network: Network) -> [String] {
        listedResources(network).compactMap { $0 as? EC2.Route }.map { "\($0.name): \(bilingual($0))" }
    }

    @Test func aNetworkListsEveryPartOnce() {
        #expect(
            listedNames(network()) == [
                "koemo/vpc", "koemo/internet", "koemo/internet-attachment", "koemo/public-routes", "koemo/public-route",
                "koemo/public-a", "koemo/public-a-routes", "koemo/nat-a-address", "koemo/nat-a", "koemo/private-a",
                "koemo/private-a-routes", "koemo/private-a-association", "koemo/private-a-route", "koemo/public-c",
                "koemo/public-c-routes", "koemo/nat-c-address", "koemo/nat-c", "koemo/private-c",
                "koemo/private-c-routes", "koemo/private-c-association", "koemo/private-c-route", "koemo/s3",
                "koemo/default-security-group",
            ])
    }

    @Test func subnetsAreEightBitsLongerThanTheirNetwork() {
        #expect(ranges(network()) == ["10.0.101.0/24", "10.0.1.0/24", "10.0.102.0/24", "10.0.2.0/24"])
        #expect(ranges(network("10.1.0.0/20", .osaka(.a))) == ["10.1.6.80/28", "10.1.0.16/28"])
        #expect(ranges(network("172.16.0.0/17", .tokyo(.d))) == ["172.16.50.128/25", "172.16.0.128/25"])
    }

    @Test func subnetsNeverOverlapAndLieInTheirNetwork() {
        for prefix in 16...20 {
            let network = network(CIDR("10.0.0.0/\(prefix)"), Zones(.virginia, [.a, .b, .c, .d, .e, .f]))
            let subnets = listedResources(network).compactMap { ($0 as? EC2.Subnet)?.cidr }
            #expect(subnets.count == 12)
            #expect(subnets.allSatisfy { network.cidr.contains($0) })
            for (index, subnet) in subnets.enumerated() {
                #expect(!subnets[(index + 1)...].contains { $0.overlaps(subnet) })
            }
        }
    }

    @Test func eachZoneMayHaveItsOwnGateway() {
        let parts = routes(network())
        #expect(parts.count == 3)
        #expect(parts[0].contains("gateway_id | GatewayId = <koemo/internet: id, Ref>"))
        #expect(parts[1].contains("nat_gateway_id | NatGatewayId = <koemo/nat-a: id, Ref>"))
        #expect(parts[2].contains("nat_gateway_id | NatGatewayId = <koemo/nat-c: id, Ref>"))
    }

    @Test func zonesMayShareTheGatewayOfTheFirst() {
        let network = network("10.0.0.0/16", .tokyo(.c, .a), .single)
        #expect(listedNames(network).filter { $0.hasPrefix("koemo/nat") } == ["koemo/nat-c-address", "koemo/nat-c"])
        let parts = routes(network).dropFirst()
        #expect(parts.count == 2)
        #expect(parts.allSatisfy { $0.contains("<koemo/nat-c: id, Ref>") })
    }

    @Test func aNetworkMayHaveNoWayOut() {
        let network = network("10.0.0.0/16", .tokyo(.a, .c), .none)
        #expect(!listedNames(network).contains { $0.contains("/nat-") })
        #expect(routes(network).map { $0.prefix(18) } == ["koemo/public-route"])
    }

    @Test func natGatewaysStandInPublicSubnetsAndWaitForTheInternet() {
        let gateways = listedResources(network()).compactMap { $0 as? EC2.NATGateway }
        #expect(bilingual(gateways[1]).contains("subnet_id | SubnetId = <koemo/public-c: id, Ref>"))
        #expect(gateways.allSatisfy { $0.declaration.options.dependencies.contains("koemo/internet-attachment") })
        #expect(gateways.allSatisfy { $0.declaration.options.dependencies.contains("koemo/internet") })
        let route = listedResources(network()).first { $0.name == "koemo/public-route" }
        #expect(route?.declaration.options.dependencies == ["koemo/internet-attachment"])
    }

    @Test func storageIsReachedFromPrivateSubnetsWithoutTheInternet() {
        #expect(
            listedResources(network()).first { $0.name == "koemo/s3" }.map(bilingual) == """
                vpc_id | VpcId = <koemo/vpc: id, Ref>
                service_name | ServiceName = "com.amazonaws.(<region>).s3"
                vpc_endpoint_type | VpcEndpointType = "Gateway"
                route_table_ids | RouteTableIds = [<koemo/private-a-routes: id, Ref>, <koemo/private-c-routes: id, Ref>]
                """)
    }

    @Test func theDefaultSecurityGroupIsEmptied() {
        #expect(listedResources(network()).last.map(bilingual) == "vpc_id = <koemo/vpc: id, Ref> | -")
    }

    @Test func othersAreGivenSubnetsInTheOrderOfTheZones() {
        #expect(network().vpc.expression.shortText == "<koemo/vpc: id, Ref>")
        #expect(
            network().privateSubnets.map(\.expression.shortText) == [
                "<koemo/private-a: id, Ref>", "<koemo/private-c: id, Ref>",
            ])
        #expect(
            network().publicSubnets.map(\.expression.shortText) == [
                "<koemo/public-a: id, Ref>", "<koemo/public-c: id, Ref>",
            ])
    }

    @Test func aNetworkOfADivisibleSizeIsNoError() {
        for prefix in 16...20 { #expect(network(CIDR("10.0.0.0/\(prefix)")).check().isEmpty) }
    }

    @Test(arguments: ["10.0.0.0/15", "10.0.0.0/21", "10.0.0.0/8", "10.0.0.0/28"])
    func aNetworkThatCannotBeDividedIsAnError(range: String) {
        #expect(network(CIDR(range)).check() == [.networkSize("koemo", CIDR(range))])
    }

    @Test func aZoneIsNamedOnce() {
        #expect(network("10.0.0.0/16", .tokyo(.a, .a)).check() == [.zoneNamedTwice(in: "koemo")])
        #expect(network("10.0.0.0/16", .tokyo(.a)).check().isEmpty)
    }

    @Test func aNetworkNeedsAZone() {
        #expect(network("10.0.0.0/16", .tokyo()).check() == [.networkWithoutZones("koemo")])
    }
}
