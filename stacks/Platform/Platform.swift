import Terrane

/// The reference platform: one web service with a database, a cache and a bucket, run as the operations guide wants every
/// system to be run.
struct Platform: Stack {
    let name: Name = "platform"
    let environment: DeploymentEnvironment
    let region: Region
    let account: AccountID?
    let plan: Plan

    /// What the environments differ in.
    struct Plan {
        var cidr: CIDR = "10.0.0.0/16"
        var zones: Zones = .tokyo(.a, .c)
        var natGateways: Network.NATGateways = .single
        var host: String
        /// Behind physical names that are unique in an account or in the world.
        var suffix: String
        var tasks: ClosedRange<Int>
        var database: DatabaseInstanceClass
        var cacheReplicas = 0
        var duty: DNSRecord.Role = .only
        /// Whether the traffic moves to a second set of tasks, rather than tasks being replaced some at a time.
        var isBlueGreen = false
    }

    static let production = Platform(
        environment: .production, region: .tokyo, account: "222233334444",
        plan: Plan(
            natGateways: .perZone, host: "www.platform.example.com", suffix: "", tasks: 2...10, database: .r6g(.large),
            cacheReplicas: 1, duty: .primary(healthPath: "/health"), isBlueGreen: true))

    static let staging = Platform(
        environment: .staging, region: .tokyo, account: "333344445555",
        plan: Plan(host: "staging.platform.example.com", suffix: "-staging", tasks: 2...4, database: .t4g(.medium)))

    /// Another region, with a copy of the database that follows production's.
    static let recovery = Platform(
        environment: DeploymentEnvironment("recovery", isProduction: true), region: .osaka, account: "222233334444",
        plan: Plan(
            cidr: "10.1.0.0/16", zones: .osaka(.a, .b), host: "www.platform.example.com", suffix: "-recovery",
            tasks: 2...10, database: .r6g(.large), duty: .secondary))

    var tags: [Tag] { [Tag("Project", "platform"), Tag("Environment", environment.name)] }
    var suppressions: [Suppression] { Accepted.findings(in: environment) }
    var state: StateBackend {
        .s3(bucket: "platform-terraform-state", key: "\(environment.name)/terraform.tfstate", region: .tokyo)
    }
    var isRecovery: Bool { environment == Platform.recovery.environment }

    var body: Content {
        network
        door
        data
        fargate
        images
        web
        Connection(from: door.balancer, to: web)
        Connection(from: web, to: database)
        Connection(from: web, to: cache)
        Connection(from: web, to: Internet(port: 443))
        monitoring
        operations
    }

    var network: Network {
        Network("platform", cidr: plan.cidr, zones: plan.zones, natGateways: plan.natGateways)
            .tiers(.database, .cache)
            .flowLogs(.cloudWatch(keep: .threeMonths))
    }

    var door: PublicDoor {
        PublicDoor(
            "platform-door", at: plan.host,
            in: Parameter("hosted_zone_id", description: "The zone of platform.example.com").value,
            of: network,
            to: plan.isBlueGreen ? .blueGreen(BlueGreenTargets(targets, shiftedBy: .codeDeploy)) : .targets(targets),
            role: plan.duty, logs: .kept(in: "platform-logs\(plan.suffix)", for: .days(90)),
            isProtected: environment.isProduction
        )
        .suppressing("CKV_AWS_378", on: ELB.TargetGroup.self, because: "TLS ends at the load balancer")
    }

    var targets: ELB.TargetGroup {
        ELB.TargetGroup("platform-web-targets", in: network.vpc, port: 3000, healthCheck: .http("/health"))
    }
}

// MARK: The service

extension Platform {
    var fargate: FargateCluster {
        FargateCluster("platform-cluster", clusterName: Value("platform-\(environment.name)"))
    }
    var images: ImageRepository { ImageRepository("platform-images", repositoryName: "platform") }

    var web: FargateService {
        let web = FargateService(
            "platform-web", in: network, cluster: fargate, size: .halfCPU(gibibytes: .one),
            names: .init(executionRole: "platform-web-execution\(plan.suffix)", taskRole: "platform-web\(plan.suffix)"),
            logRetention: .threeMonths, permissions: [.managing(files), .listing(files)] + readSecrets,
            deployedBy: .workflow
        ) {
            Container("web", image: .ecr(images.repository, tag: "latest"), port: 3000) {
                Variable("NODE_ENV", Value(environment.isProduction ? "production" : environment.name))
                Variable("APP_NAME", "platform")
                Variable("PORT", "3000")
                Variable("DB_HOST", "\(databaseHost)")
                Variable("DB_PORT", "5432")
                Variable("DB_NAME", "platform")
                if !isRecovery { Variable("DB_SECRET_ARN", "\(primary.managedSecret)") }
                Variable("REDIS_HOST", "\(cache.endpoint)")
                Variable("REDIS_PORT", "6379")
                Variable("AWS_REGION", Value(region.rawValue))
                Variable("S3_BUCKET", files.deployedName)
            }
            .healthCheck(.http("/health"), startPeriod: .seconds(60))
        }
        .behind(door.balancer.target)
        .deployed(
            plan.isBlueGreen ? .blueGreen(rollingBackOn: rollbackAlarms) : .rolling(rollingBackOn: rollbackAlarms))
        return isRecovery
            ? web.standingBy()
            : web.scaling(plan.tasks) {
                TargetTracking(.cpu, at: .percent(70), scaleOutCooldown: .seconds(300), scaleInCooldown: .seconds(300))
                TargetTracking(.memory, at: .percent(85))
                CPUStep(.above(.percent(85)), for: .minutes(5), add: 2)
            }
    }

    private var readSecrets: [IAM.Statement] {
        isRecovery
            ? [] : [.allow("secretsmanager:GetSecretValue", on: [primary.managedSecret], id: "ReadDatabasePassword")]
    }
}
