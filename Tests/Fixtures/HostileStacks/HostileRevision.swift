import Terrane

/// A hostile text in what CodeDeploy is told of a revision: the function that it calls, the container that takes the traffic.
struct HostileRevision: HostileStack {
    let name: Name
    let text: String
    /// Whether it is the container's name; otherwise it is part of the function's ARN.
    let isContainer: Bool

    var texts: [String] { [text] }
    var mayBeRefused: Bool { true }

    private let network = Network("web", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c))
    private let firewall = Firewall("guard", rules: [.sqlInjection("SQL")])

    private var targets: ELB.TargetGroup {
        ELB.TargetGroup(
            "targets", in: network.vpc, port: 3000,
            healthCheck: .http("/health", every: .seconds(30), timeout: .seconds(5), healthy: 2, unhealthy: 5),
            draining: .seconds(300))
    }

    private var pair: BlueGreenTargets { BlueGreenTargets(targets, shiftedBy: .codeDeploy) }

    private var balancer: LoadBalancer {
        LoadBalancer(
            "alb", in: network, certificate: "arn:aws:acm:ap-northeast-1:111122223333:certificate/1",
            to: .blueGreen(pair), protectedBy: firewall)
    }

    private let cluster = FargateCluster("main")

    private var function: Value<ARN> {
        Value<String>("arn:aws:lambda:ap-northeast-1:111122223333:function:\(isContainer ? "x" : text)").as()
    }

    private var service: FargateService {
        FargateService("api", in: network, cluster: cluster, size: .quarterCPU(.half)) {
            Container(isContainer ? text : "api", image: .named("nginx"), port: 3000)
        }
        .behind(balancer.target)
        .deployed(.blueGreen(hooks: [DeploymentHook(.beforeAllowTraffic, calling: function)]))
    }

    init(name: Name, text: String, isContainer: Bool) {
        self.name = name
        self.text = text
        self.isContainer = isContainer
    }

    var body: Content {
        network
        firewall
        balancer
        cluster
        service
    }

    var expected: [Expected] {
        let path: [Expected.Step] =
            isContainer
            ? ["Resources", 0, "TargetService", "Properties", "LoadBalancerInfo", "ContainerName"]
            : ["Hooks", 0, "BeforeAllowTraffic"]
        let whole = isContainer ? text : "arn:aws:lambda:ap-northeast-1:111122223333:function:" + text
        return [found("ecs/api.appspec.yaml", path, whole)]
    }
}
