import Terrane

/// How short a new system is: a service behind a public door, with a database, a cache and alarms.
struct ShortStack: Stack {
    let name: Name = "shop"
    let environment = DeploymentEnvironment.staging
    let region = Region.tokyo
    let account: AccountID? = "111122223333"

    var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)).tiers(.database, .cache) }
    var targets: ELB.TargetGroup { ELB.TargetGroup("shop-targets", in: network.vpc, port: 80, healthCheck: .http("/")) }
    var logs: AccessLogs { .kept(in: "shop-alb-logs", for: .days(90)) }
    var door: PublicDoor {
        PublicDoor("shop-door", at: "shop.example", in: "Z0SHOP", of: network, to: .targets(targets), logs: logs)
    }

    var orders: RelationalDatabase {
        RelationalDatabase(
            "shop-orders", in: network, engine: .postgreSQL(.v16), instance: .t4g(.medium),
            storage: .gibibytes(20, upTo: 100), databaseName: "shop")
    }
    var cache: RedisCache { RedisCache("shop-cache", in: network, node: .t4g(.small), replicas: 1) }

    var cluster: FargateCluster { FargateCluster("shop-cluster") }
    var nginx: Container { Container("nginx", image: .named("public.ecr.aws/nginx/nginx:1.27"), port: 80) }
    var web: FargateService {
        FargateService("shop-web", in: network, cluster: cluster, size: .halfCPU(gibibytes: .one)) { nginx }
            .behind(door.balancer.target)
    }
    var oncall: AlertRouting { AlertRouting(asking: "shop-oncall") }

    var body: Content {
        [network, door, orders, cache, cluster, web, oncall, Connection(from: web, to: Internet())]
        [Connection(from: door.balancer, to: web), Connection(from: web, to: orders), Connection(from: web, to: cache)]
        ServiceAlarms("shop-alarms", of: web, behind: door.balancer, on: orders.metrics, notify: oncall)
    }
}
