import TerraneCore
import Testing

@testable import TerraneAWS

struct NetworkAccessTests {
    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)).tiers(.database, .cache)

    private func entries(_ network: Network) -> [String] {
        listedResources(network).compactMap { $0 as? EC2.NetworkACLEntry }.map { entry in
            let rule = entry.rule
            let ports = rule.traffic.ports.map(String.init(describing:)) ?? "all"
            return "\(entry.name.last) \(rule.action) \(rule.traffic.name) \(ports) \(rule.range)"
        }
    }

    @Test func databasesTalkToPrivateSubnetsAndToEachOtherAlone() {
        #expect(
            entries(network.accessList(.database, .privateSubnetsOnly)) == [
                "in-100 allow tcp 1024-65535 10.0.1.0/24", "in-110 allow tcp 1024-65535 10.0.2.0/24",
                "in-120 allow tcp 1024-65535 10.0.21.0/24", "in-130 allow tcp 1024-65535 10.0.22.0/24",
                "out-100 allow tcp 1024-65535 10.0.1.0/24", "out-110 allow tcp 1024-65535 10.0.2.0/24",
                "out-120 allow tcp 1024-65535 10.0.21.0/24", "out-130 allow tcp 1024-65535 10.0.22.0/24",
            ])
    }

    @Test func rulesKeepTheirOrder() {
        let network = network.accessList(
            .public,
            .rules([
                .deny(.inbound, .all, "203.0.113.0/24"), .allow(.inbound, .tcp(443), .anywhere),
                .allow(.outbound, .tcp(.ephemeral), .anywhere), .allow(.inbound, .udp(123), .anywhere),
            ]))
        #expect(
            entries(network) == [
                "in-100 deny -1 all 203.0.113.0/24", "in-110 allow tcp 443 0.0.0.0/0",
                "out-100 allow tcp 1024-65535 0.0.0.0/0", "in-120 allow udp 123 0.0.0.0/0",
            ])
    }

    @Test func everySubnetOfTheTierIsBehindTheList() {
        let names = listedNames(network.accessList(.cache, .privateSubnetsOnly))
        #expect(names.contains("shop/cache-a-acl") && names.contains("shop/cache-c-acl"))
        #expect(!names.contains("shop/database-a-acl"))
    }

    @Test func aTierHasOneList() {
        let once = network.accessList(.database, .privateSubnetsOnly)
        #expect(once.check().isEmpty)
        #expect(
            once.accessList(.database, .rules([])).check() == [.accessListTwice("shop", .database)])
    }

    @Test func aListNeedsItsTier() {
        let plain = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a))
        #expect(plain.accessList(.cache, .rules([])).check() == [.tierMissing("shop", .cache)])
        #expect(plain.tiers(.cache).accessList(.cache, .rules([])).check().isEmpty)
    }

    @Test func whatTalksToTheInternetIsNotClosed() {
        #expect(
            network.accessList(.private, .privateSubnetsOnly).check() == [.accessListTooStrict("shop", .private)])
        #expect(network.accessList(.private, .rules([])).check().isEmpty)
    }

    @Test func aListHasTwentyRulesInADirection() {
        func list(_ count: Int) -> Network {
            let rules = (1...count).map {
                EC2.NetworkACL.Rule.allow(.inbound, .tcp(PortRange(Port($0))), .anywhere)
            }
            return network.accessList(.private, .rules(rules))
        }
        #expect(list(20).check().isEmpty)
        #expect(list(21).check() == [.accessListTooLong("shop", .private, 21)])
    }
}
