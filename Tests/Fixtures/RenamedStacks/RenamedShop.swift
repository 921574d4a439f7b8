import Terrane

/// A system before and after its parts were given other names.
struct RenamedShop: Stack {
    enum Stage: String, CaseIterable {
        case before
        /// Terraform moves, CloudFormation keeps its logical IDs.
        case after
        /// CloudFormation is asked for other logical IDs too.
        case refactored
    }

    let stage: Stage
    let name: Name = "shop"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"

    private let network = Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single)
    private let cluster = FargateCluster("shop-cluster", clusterName: "shop")

    private var logicalID: FormerName.LogicalID { stage == .refactored ? .refactored : .kept }

    private var sessions: RedisCache {
        let name = stage == .before ? "shop-sessions" : Name("shop-cache", physical: "shop-sessions")
        let cache = RedisCache(name, in: network, node: .t4g(.small), replicas: 1)
        return stage == .before ? cache : cache.renamed(from: "shop-sessions", logicalID: logicalID)
    }

    /// It was renamed twice since it was deployed.
    private var api: FargateService {
        let name = stage == .before ? "shop-api" : Name("shop-web", physical: "shop-api")
        let service = FargateService(name, in: network, cluster: cluster, size: .halfCPU(gibibytes: .one)) {
            Container("api", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80) {
                Variable("REDIS_URL", "rediss://\(sessions.primaryEndpoint):6379")
            }
        }
        guard stage != .before else { return service }
        return service.renamed(from: "shop-backend", logicalID: logicalID).renamed(from: "shop-api")
    }

    /// Two instances, which move together.
    private var queues: RawResource {
        let queues = RawResource(
            stage == .before ? "jobs" : "tasks", terraform: "aws_sqs_queue", in: .compute
        ) { row("name", Expression.iteration(["value"])) }
        .forEach(.object([.init("mail", .string("mail")), .init("print", .string("print"))]))
        return stage == .before ? queues : queues.renamed(from: "jobs")
    }

    var body: Content {
        network
        cluster
        sessions
        api
        queues
        Connection(from: api, to: sessions)
        Connection(from: api, to: Internet())
    }
}
