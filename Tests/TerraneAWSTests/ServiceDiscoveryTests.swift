import TerraneCore
import Testing

@testable import TerraneAWS

/// Names by which services find each other.
struct ServiceDiscoveryTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let namespace = ServiceDiscovery.PrivateNamespace("names", domain: "shop.internal", in: "vpc-1")

    private var service: FargateService {
        FargateService("api", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half)) {
            Container("api", image: .named("nginx"), port: 3000)
        }
    }

    @Test func aNamespaceIsAZoneOfANetwork() {
        #expect(
            bilingual(namespace) == """
                name | Name = "shop.internal"
                vpc | Vpc = "vpc-1"
                """)
        expectEachChangeToShow(
            namespace,
            [Change("domain") { $0.domain = "other.internal" }, Change("vpc") { $0.vpc = "vpc-2" }])
    }

    @Test func aNameIsAnsweredWithTheAddressesOfTasksThatECSCallsWell() {
        let entry = ServiceDiscovery.Service("entry", label: "api", in: namespace)
        #expect(
            bilingual(entry) == """
                name | Name = "api"
                dns_config/namespace_id | DnsConfig/NamespaceId = <names: id, Ref>
                dns_config/routing_policy | DnsConfig/RoutingPolicy = "MULTIVALUE"
                dns_config/dns_records[0]/type | DnsConfig/DnsRecords[0]/Type = "A"
                dns_config/dns_records[0]/ttl | DnsConfig/DnsRecords[0]/TTL = 10
                health_check_custom_config/failure_threshold | HealthCheckCustomConfig/FailureThreshold = 1
                """)
        expectEachChangeToShow(
            entry,
            [
                Change("label") { $0.label = "other" },
                Change("namespace") {
                    $0.namespace = ServiceDiscovery.PrivateNamespace("other", domain: "a.internal", in: "vpc-1")
                },
            ])
    }

    @Test func aNamespaceNeedsAName() {
        let wrong = ServiceDiscovery.PrivateNamespace("names", domain: "shop internal", in: "vpc-1")
        #expect(wrong.check() == [.malformedHost("shop internal")])
        #expect(namespace.check().isEmpty)
    }

    @Test func aServiceIsFoundByItsName() {
        let found = service.discoverable(as: "api", in: namespace)
        #expect(found.host == "api.shop.internal")
        #expect(listedNames(found).contains("api/discovery"))
        let rows = table(of: "api", in: found)
        #expect(rows?.terraform["service_registries[0]/registry_arn"]?.target?.terraform == "api/discovery.arn")
        #expect(rows?.cloudFormation["ServiceRegistries[0]/RegistryArn"]?.target?.cloudFormation == "api/discovery.Arn")
        #expect(problems(of: found).isEmpty)
    }

    @Test func aServiceThatNobodyLooksForHasNoName() {
        #expect(service.host == nil)
        #expect(!listedNames(service).contains("api/discovery"))
        let rows = table(of: "api", in: service)
        #expect(rows?.terraform.keys.contains { $0.hasPrefix("service_registries") } == false)
        #expect(rows?.cloudFormation.keys.contains { $0.hasPrefix("ServiceRegistries") } == false)
    }
}
