import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneCompiler

/// Deployments that go by alarms of the service itself.
@Suite struct RollbackAlarmTests {
    private struct Shop: Stack {
        let name: Name = "shop"
        let environment = DeploymentEnvironment.staging
        let region = Region.tokyo
        let account: AccountID? = "111122223333"
        var listsAlarm = true

        var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)) }
        var cluster: FargateCluster { FargateCluster("shop-cluster") }
        var topic: AlertTopic { AlertTopic("oncall", subscribers: ["ops": .email("ops@example.com")]) }
        var targets: ELB.TargetGroup {
            ELB.TargetGroup("targets", in: network.vpc, port: 3000, healthCheck: .http("/health"))
        }
        var balancer: LoadBalancer {
            LoadBalancer(
                "shop-balancer", in: network, certificate: "arn:aws:acm:ap-northeast-1:111122223333:certificate/a",
                to: targets, protectedBy: nil)
        }
        var web: FargateService {
            FargateService("web", in: network, cluster: cluster, size: .quarterCPU(.half)) {
                Container("web", image: .named("nginx"), port: 3000)
            }
            .behind(balancer.target)
            .deployed(.rolling(rollingBackOn: [full]))
            .scaling(2...4) {
                TargetTracking(.cpu, at: .percent(70))
                RequestTracking(1000, through: balancer, to: targets)
            }
        }
        var full: Alarm { Alarm("web-full", on: web.metrics.memory, above: .percent(90), notify: topic) }

        var body: Content {
            network
            cluster
            topic
            balancer
            web
            if listsAlarm { full }
        }
    }

    @Test func anAlarmOfTheServiceItselfClosesNoCycle() async {
        let result = await Compiler(targets: [.terraform, .cloudformation]).compile([Shop()])
        #expect(result.errors == [])
        let compute = result.text("shop/staging/terraform/compute.tf") ?? ""
        #expect(
            compute.contains(
                """
                  alarms {
                    alarm_names = [aws_cloudwatch_metric_alarm.web_full.alarm_name]
                    enable      = true
                    rollback    = true
                  }
                """), "\(compute)")
        let template = result.text("shop/staging/cloudformation/ap-northeast-1.template.json") ?? ""
        #expect(template.contains("\"AlarmNames\": [\n              {\n                \"Ref\": \"WebFull\""))
    }

    @Test func theAlarmNamesTheServiceWithoutReferringToIt() async {
        let result = await Compiler(targets: [.terraform]).compile([Shop()])
        let monitoring = result.text("shop/staging/terraform/monitoring.tf") ?? ""
        #expect(monitoring.contains("ServiceName = \"web\""))
        #expect(!monitoring.contains("aws_ecs_service"))
    }

    @Test func anAlarmThatIsNotListedIsAnError() async {
        let result = await Compiler(targets: [.terraform]).compile([Shop(listsAlarm: false)])
        #expect(result.errors.contains { $0.summary.contains("'web-full'") })
        #expect(result.artifacts.isEmpty)
    }
}
