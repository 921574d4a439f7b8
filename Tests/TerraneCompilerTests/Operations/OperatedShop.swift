import TerraneAWS
import TerraneCore

@testable import TerraneCompiler

/// A shop with every script there is.
struct OperatedShop: Stack {
    let name: Name = "shop"
    var environment: DeploymentEnvironment = .production
    var region: Region { .tokyo }
    var account: AccountID? { "111122223333" }

    static func compiled() async -> Compilation {
        await Compiler(targets: [.operations, .ecs, .compose]).compile([
            OperatedShop(), OperatedShop(environment: .staging),
        ])
    }

    var network: Network { Network("shop", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)) }
    var cluster: FargateCluster { FargateCluster("shop-cluster", clusterName: Value("shop-\(environment.name)")) }
    var images: ImageRepository { ImageRepository("shop-images", repositoryName: "shop") }
    var backups: PrivateBucket { PrivateBucket("shop-backups") }
    var web: FargateService { service("web") }
    var green: FargateService { service("web-green") }

    func service(_ name: Name) -> FargateService {
        FargateService(name, in: network, cluster: cluster, size: .quarterCPU(.half)) {
            Container("app", image: .ecr(images.repository, tag: "first"), port: 8080) {
                Variable("MODE", "it's $5")
            }
        }
        .scaling(2...4) { TargetTracking(.cpu, at: .percent(70)) }
    }

    func targets(_ name: Name) -> ELB.TargetGroup {
        ELB.TargetGroup(
            name, in: network.vpc, port: 8080,
            healthCheck: .http(
                "/health", every: .seconds(30), timeout: .seconds(5), healthy: 2, unhealthy: 5))
    }

    var balancer: LoadBalancer {
        LoadBalancer(
            "shop-balancer", in: network, certificate: "arn:aws:acm:ap-northeast-1:111122223333:certificate/a",
            to: targets("blue"), protectedBy: nil)
    }

    var health: SystemHealth { SystemHealth("https://shop.example/health", within: .seconds(30), every: .seconds(10)) }
    var slack: SlackWebhook { SlackWebhook(webhook: "shop/slack") }
    var name2: FailoverName { FailoverName("www.shop.example", in: "shop.example") }
    var mysql: DumpedDatabase { .mySQL(.cluster("shop-db"), name: "shop", secret: "shop/db") }

    var body: Content {
        network
        cluster
        images
        backups
        web
        green
        balancer
        targets("green")
        OperationsScripts("shop-operations") {
            DeployScript(web, from: images.repository, health: health, telling: slack)
            RollbackScript(web, health: health, telling: slack)
            HealthCheckScript(health)
            BuildAndPushScript(images.repository, context: "./web")
            BlueGreenScript(
                blue: .init(web, targets("blue")), green: .init(green, targets("green")), behind: balancer, tasks: 4,
                health: health, watching: .seconds(30), telling: slack)
            CodeDeployScript(web, application: "shop", group: "shop-web", health: health).named("canary")
            MigrationScript(
                ContainerCommand("php", "artisan", "migrate", "--force", in: "app"),
                undoneBy: ContainerCommand("php", "artisan", "migrate:rollback", "--force", in: "app"), beside: web,
                snapshotOf: .cluster("shop-db"), telling: slack)
            BackupScript(
                .postgreSQL(.instance("shop-db"), name: "shop"), folders: ["/srv/up loads"], cache: "shop-cache",
                to: backups)
            BackupScript(mysql, to: backups).named("backup-mysql")
            BackupScript(.mongoDB(connection: "shop/mongo"), to: backups).named("backup-mongo")
            RestoreScript(
                mysql, folders: ["/srv/uploads"], from: backups,
                thenRunning: ContainerCommand("php", "artisan", "cache:clear", in: "app"), restarting: web)
            DatabaseRestoreScript(.instance("shop-db"))
            DatabaseRestoreScript(.cluster("shop-aurora")).named("restore-aurora")
            RecoveryDrillScript(.instance("shop-db"), objective: .hours(1))
            RecoveryDrillScript(.cluster("shop-aurora"), objective: .hours(1)).named("drill-aurora")
            DisasterRecoveryScript(
                starting: 3, of: web, promoting: .instance("shop-replica"), answering: name2, health: health,
                telling: slack)
            DNSFailoverScript(name2)
            EmergencyStopScript(web, telling: slack)
            DailyCheckScript(web, behind: balancer, health: health)
            WeeklyCheckScript(web, images: images.repository, backups: backups)
        }
    }
}
