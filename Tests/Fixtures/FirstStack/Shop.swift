import Terrane
import TerraneCLI

struct Shop: Stack {
    let name: Name = "shop"
    let environment: DeploymentEnvironment
    let region = Region.tokyo
    let account: AccountID? = "111122223333"
    let tags = [Tag("Project", "shop")]

    var network: Network {
        Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
            .flowLogs(.cloudWatch(keep: .oneMonth))
    }
    var sessions: RedisCache { RedisCache("shop-sessions", in: network, node: .t4g(.small), replicas: 1) }
    var cluster: FargateCluster { FargateCluster("shop-cluster", clusterName: "shop") }
    var api: FargateService {
        FargateService("shop-api", in: network, cluster: cluster, size: .halfCPU(gibibytes: .one)) {
            Container("api", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80) {
                Variable("REDIS_URL", "rediss://\(sessions.primaryEndpoint):6379")
            }
        }
    }

    var body: Content {
        network
        sessions
        cluster
        api
        Connection(from: api, to: sessions)
        Connection(from: api, to: Internet())
    }
}

@main struct Stacks: StackProgram {
    static var stacks: [any Stack] {
        Shop(environment: .staging)
        Shop(environment: .production)
    }
}
