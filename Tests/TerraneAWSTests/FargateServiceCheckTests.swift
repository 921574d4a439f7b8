import TerraneCore
import Testing

@testable import TerraneAWS

/// Each mistake, and beside it what is like it and legal.
struct FargateServiceCheckTests {
    private let network = Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let target = TrafficTarget(group: "arn:group", listener: "alb/https")

    private func service(@ContainersBuilder _ containers: () -> [Container]) -> FargateService {
        FargateService(
            "api", in: network, cluster: FargateCluster("main"), size: .quarterCPU(.half), containers: containers)
    }

    private func container(_ name: String = "api", port: Port? = nil) -> Container {
        Container(name, image: .named("nginx"), port: port)
    }

    private func summaries(_ service: FargateService) -> [String] { service.check().map(\.summary) }

    private func late(_ name: Name) -> Value<String> {
        Value(
            .reference(
                Reference(
                    to: name, type: ECS.Cluster.type, attribute: Attribute("endpoint", .ref),
                    declaredAt: SourceLocation(file: "f", line: 1))))
    }

    @Test func aServiceNeedsAContainer() {
        #expect(service {}.check() == [.serviceWithoutContainers("api")])
        #expect(service { container() }.check().isEmpty)
    }

    @Test func behindALoadBalancerSomethingMustListen() {
        #expect(service { container() }.behind(target).check() == [.nothingListens("api")])
        #expect(service { container(port: 80) }.behind(target).check().isEmpty)
    }

    @Test func oneContainerMustBeEssential() {
        #expect(service { container().nonessential() }.check() == [.nothingEssential("api")])
        #expect(
            service {
                container()
                container("log").nonessential()
            }.check().isEmpty)
    }

    @Test func containersHaveDifferentNamesAndPorts() {
        let names = service {
            container()
            container()
        }
        #expect(summaries(names) == [Diagnostic.containerTwice("api", in: "api").summary])
        let ports = service {
            container(port: 80)
            container("b", port: 80)
        }
        #expect(summaries(ports) == [Diagnostic.portTwice(80, in: "api").summary])
        #expect(
            service {
                container(port: 80)
                container("b", port: 81)
                container("c")
                container("d")
            }.check().isEmpty)
    }

    @Test func aContainerIsToldANameOnce() {
        let twice = service {
            Container("api", image: .named("nginx")) {
                Variable("MODE", "a", file: "Stack.swift", line: 7)
                Secret("MODE", from: .secretsManager("arn:s"), file: "Stack.swift", line: 8)
            }
        }
        let first = SourceLocation(file: "Stack.swift", line: 7)
        #expect(
            twice.check() == [
                .settingTwice("MODE", first: first).located(at: SourceLocation(file: "Stack.swift", line: 8))
            ])
        let apart = service {
            Container("a", image: .named("nginx")) { Variable("MODE", "a") }
            Container("b", image: .named("nginx")) { Variable("MODE", "b") }
        }
        #expect(apart.check().isEmpty)
    }

    @Test func aPublishedValueMeansTheSameInAllContainers() {
        func pair(_ one: Name, _ other: Name) -> FargateService {
            service {
                Container("a", image: .named("nginx")) { Variable("CACHE", late(one)) }
                Container("b", image: .named("nginx")) { Variable("CACHE", late(other)) }
            }
        }
        #expect(pair("x", "y").check().count == 1)
        #expect(pair("x", "x").check().isEmpty)
        #expect(pair("x", "x").workload.publishedValues.count == 1)
    }

    @Test func aContainerWaitsForAnotherOneOfTheService() {
        let unknown = service {
            container().starting(after: "databse")
            container("database")
        }
        #expect(unknown.check().map(\.help) == ["Did you mean 'database'?"])
        #expect(service { container().starting(after: "api") }.check().count == 1)
        #expect(
            service {
                container().starting(after: "b")
                container("b")
            }.check().isEmpty)
    }

    @Test func whoWaitsForHealthNeedsAHealthCheck() {
        let blind = service {
            container().starting(after: "b", .healthy)
            container("b")
        }
        #expect(summaries(blind) == [Diagnostic.healthUnknown("b", wantedBy: "api").summary])
        let seeing = service {
            container().starting(after: "b", .healthy)
            container("b").healthCheck(.shell("true"))
        }
        #expect(seeing.check().isEmpty)
    }

    @Test func fargateWaitsTwoMinutesAtMost() {
        #expect(
            summaries(service { container().stopping(within: .seconds(121)) })
                == [Diagnostic.stopTimeout("api", .seconds(121)).summary])
        #expect(service { container().stopping(within: .minutes(2)) }.check().isEmpty)
    }

    @Test func healthChecksHaveBounds() {
        let wrong = container().healthCheck(
            .shell("true"), every: .seconds(4), timeout: .seconds(1), retries: 11, startPeriod: .seconds(301))
        #expect(service { wrong }.check().count == 4)
        let long = container().healthCheck(.shell("true"), every: .seconds(301), timeout: .seconds(61), retries: 0)
        #expect(service { long }.check().count == 3)
        let right = container().healthCheck(
            .shell("true"), every: .seconds(5), timeout: .seconds(2), retries: 10, startPeriod: .seconds(300))
        #expect(service { right }.check().isEmpty)
    }
}
