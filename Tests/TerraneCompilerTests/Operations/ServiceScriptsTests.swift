import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// The scripts that every service behind a load balancer needs.
@Suite struct ServiceScriptsTests {
    private struct Shop: Stack {
        let name: Name = "shop"
        let environment = DeploymentEnvironment.staging
        let region = Region.tokyo
        let account: AccountID? = "111122223333"
        var isCanary = false

        var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)) }
        var cluster: FargateCluster { FargateCluster("shop-cluster") }
        var images: ImageRepository { ImageRepository("shop-images", repositoryName: "shop") }
        var topic: AlertTopic { AlertTopic("oncall", subscribers: ["ops": .email("ops@example.com")]) }
        var full: Alarm { Alarm("full", on: web.metrics.memory, above: .percent(90), notify: topic) }
        var targets: ELB.TargetGroup {
            ELB.TargetGroup("targets", in: network.vpc, port: 3000, healthCheck: .http("/health"))
        }
        var balancer: LoadBalancer {
            LoadBalancer(
                "shop-balancer", in: network, certificate: "arn:aws:acm:ap-northeast-1:111122223333:certificate/a",
                to: isCanary ? .blueGreen(BlueGreenTargets(targets, shiftedBy: .codeDeploy)) : .targets(targets),
                protectedBy: nil)
        }
        var web: FargateService {
            let service = FargateService("web", in: network, cluster: cluster, size: .quarterCPU(.half)) {
                Container("web", image: .ecr(images.repository, tag: "first"), port: 3000)
            }
            .behind(balancer.target)
            return isCanary
                ? service.deployed(.canary(.percent(10), for: .minutes(5), rollingBackOn: [full])) : service
        }
        var body: Content {
            network
            cluster
            images
            topic
            full
            balancer
            web
            OperationsScripts("shop-operations") {
                ServiceScripts(
                    web, from: images.repository, behind: balancer,
                    health: SystemHealth("https://shop.example/health", within: .seconds(30)))
            }
        }
    }

    private func scripts(_ shop: Shop) async -> (names: Set<String>, compilation: Compilation) {
        let result = await Compiler(targets: [.operations]).compile([shop])
        let paths = result.artifacts.map(\.path).filter { $0.hasSuffix(".sh") }
        return (Set(paths.compactMap { $0.split(separator: "/").last.map(String.init) }), result)
    }

    @Test func aServiceOfECSIsDeployedAndRolledBack() async {
        let (names, result) = await scripts(Shop())
        #expect(result.errors == [])
        #expect(names == ["deploy.sh", "rollback.sh", "health-check.sh", "emergency-stop.sh", "daily-check.sh"])
        #expect(result.text("shop/operations/deploy.sh")?.contains("https://shop.example/health") == true)
    }

    @Test func codeDeployTakesBackWhatItDeploys() async {
        let (names, result) = await scripts(Shop(isCanary: true))
        #expect(result.errors == [])
        #expect(names == ["blue-green.sh", "health-check.sh", "emergency-stop.sh", "daily-check.sh"])
    }
}
