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
        var duty: DNSRecord.Role = .only
        /// Whether the traffic moves to a second set of tasks, rather than tasks being replaced some at a time.
        var isBlueGreen = false
    }

    static let production = Platform(
        environment: .production, region: .tokyo, account: "222233334444",
        plan: Plan(
            natGateways: .perZone, host: "www.platform.example.com", suffix: "", tasks: 2...10, database: .r6g(.large),
            duty: .primary(healthPath: "/health"), isBlueGreen: true))

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
    var suppressions: [Suppression] { Accepted.findings(in: environment) + Accepted.plainTargets }
    var state: StateBackend {
        .s3(bucket: "platform-state", key: "\(environment.name)/terraform.tfstate", region: .tokyo)
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
        for server in [database, cache, Internet(port: 443)] as [any Connectable] { Connection(from: web, to: server) }
        monitoring
        operations
    }

    var network: Network {
        Network("platform", cidr: plan.cidr, zones: plan.zones, natGateways: plan.natGateways)
            .tiers(.database, .cache).flowLogs(.cloudWatch(keep: .threeMonths))
    }

    var door: PublicDoor {
        PublicDoor(
            "platform-door", at: plan.host, in: Parameter("hosted_zone_id").value, of: network,
            to: plan.isBlueGreen ? .blueGreen(BlueGreenTargets(targets, shiftedBy: .codeDeploy)) : .targets(targets),
            role: plan.duty, logs: .kept(in: "platform-logs\(plan.suffix)", for: .days(90)),
            isProtected: environment.isProduction)
    }

    var targets: ELB.TargetGroup {
        ELB.TargetGroup("platform-web-targets", in: network.vpc, port: 3000, healthCheck: .http("/health"))
    }

    // MARK: The service

    var fargate: FargateCluster { FargateCluster("platform-cluster") }
    var images: ImageRepository { ImageRepository("platform-images", repositoryName: "platform") }

    var web: FargateService {
        FargateService(
            "platform-web", in: network, cluster: fargate, size: .halfCPU(gibibytes: .one),
            names: .init(executionRole: "platform-web-execution\(plan.suffix)", taskRole: "platform-web\(plan.suffix)"),
            logRetention: .threeMonths,
            permissions: [.managing(files), .listing(files)] + (isRecovery ? [] : [primary.readingSecret]),
            deployedBy: .workflow
        ) {
            Container("web", image: .ecr(images.repository, tag: "latest"), port: 3000) {
                Variable("NODE_ENV", Value(environment.isProduction ? "production" : environment.name))
                Variable("APP_NAME", "platform")
                Variable("PORT", "3000")
                Variable("DB_HOST", "\(database.endpoint)")
                Variable("DB_PORT", "5432")
                Variable("DB_NAME", "platform")
                if !isRecovery {
                    Variable("DB_SECRET_ARN", "\(primary.managedSecret)")
                    for (variable, secret) in secrets { Secret(variable, from: secret) }
                }
                Variable("REDIS_HOST", "\(cache.endpoint)")
                Variable("REDIS_PORT", "6379")
                Variable("AWS_REGION", Value(region.rawValue))
                Variable("S3_BUCKET", files.deployedName)
            }
            .healthCheck(.http("/health"), startPeriod: .seconds(60))
        }
        .behind(door.balancer.target)
        .deployed(
            plan.isBlueGreen
                ? .blueGreen(rollingBackOn: rollbackAlarms, keepingOldTasksFor: .minutes(15))
                : .rolling(rollingBackOn: rollbackAlarms)
        )
        .scaling(plan.tasks) {
            TargetTracking(.cpu, at: .percent(70), scaleOutCooldown: .seconds(300), scaleInCooldown: .seconds(300))
            TargetTracking(.memory, at: .percent(85))
            CPUStep(.above(.percent(85)), for: .minutes(5), add: 2)
        }
        .standingBy(isRecovery)
    }

    // MARK: What it remembers, how long copies are kept, how secrets change

    @ContentBuilder var data: Content {
        if isRecovery {
            key
            replica
        } else {
            primary
            for (_, secret) in secrets { secret }
            BackupPlan("platform-files-backup", of: [files.arn], rules: [.hourly(keep: .days(7))])
            AuditTrail("platform-audit", bucketName: "platform-audit\(plan.suffix)", logs: .threeMonths)
        }
        cache
        files
    }

    var database: any DatabaseServer { isRecovery ? replica : primary }

    var primary: RelationalDatabase {
        RelationalDatabase(
            "platform-database", in: network, engine: .postgreSQL(.v16), instance: plan.database,
            storage: .gibibytes(100, upTo: 500), databaseName: "platform", isMultiAZ: environment.isProduction,
            credentials: .managed(rotatedEvery: .days(90)), backups: .daily(keep: .days(30), between: .utc(17)),
            isProtected: environment.isProduction)
    }

    var replica: DatabaseReplica {
        DatabaseReplica(
            "platform-database", of: Platform.production.primary, account: "222233334444", region: .tokyo, in: network,
            encryptedWith: key.arn)
    }

    private var key: EncryptionKey { EncryptionKey("platform-key") }
    var cache: RedisCache {
        RedisCache("platform-cache", in: network, node: .t4g(.small), replicas: environment.isProduction ? 1 : 0)
    }

    /// Files, and configuration, of which old versions are kept for 90 days.
    var files: PrivateBucket {
        PrivateBucket(
            "platform-files", bucketName: "platform-files\(plan.suffix)",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(90))])
    }

    private var secrets: KeyValuePairs<String, ManagedSecret> {
        [
            "JWT_SECRET": secret("jwt-secret", every: .days(365)), "API_KEYS": secret("api-keys", every: .days(180)),
            "ENCRYPTION_KEYS": secret("encryption-keys", every: .days(365)),
        ]
    }

    private func secret(_ part: String, every interval: TimeSpan) -> ManagedSecret {
        let rotator = Parameter<ARN>("rotation_function", description: "The function that makes new values of secrets")
        return ManagedSecret(
            Name("platform-\(part)"), secretName: "platform/\(part)", description: "The \(part) of the platform",
            rotation: .every(interval, function: rotator.value))
    }

    // MARK: Who learns of what, what takes a deployment back, what operators run by hand

    var oncall: AlertRouting { AlertRouting(asking: "platform-oncall") }

    @ContentBuilder var monitoring: Content {
        oncall
        rollbackAlarms
        ServiceAlarms("platform-alarms", of: web, behind: door.balancer, on: database.metrics, notify: oncall)
    }

    /// What takes a deployment back. Memory and CPU add tasks first, which is the scaling of the service.
    var rollbackAlarms: [Alarm] {
        let metrics = door.balancer.metrics
        return [
            alarm("error-rate", metrics.errorRate, above: .percent(5), for: .minutes(5)),
            alarm("too-slow", metrics.responseTime.statistic(.p99), above: .milliseconds(1000), for: .minutes(10)),
            alarm("memory-full", web.metrics.memory, above: .percent(90), for: .minutes(2)),
            alarm("ill", metrics.unhealthyShare, above: .percent(50), for: .minutes(1)),
        ]
    }

    private func alarm(_ part: String, _ metric: Metric, above threshold: Threshold, for duration: TimeSpan) -> Alarm {
        Alarm(Name("platform-\(part)"), on: metric.every(.minutes(1)), above: threshold, for: duration, notify: oncall)
    }

    @ContentBuilder var operations: Content {
        if !isRecovery { delivery }
        OperationsScripts("platform-operations") {
            ServiceScripts(web, from: images.repository, behind: door.balancer, health: health)
            if isRecovery {
                DisasterRecoveryScript(
                    starting: 2, of: web, promoting: .instance(replica.id.as()), answering: publicName, health: health)
            } else {
                DatabaseRestoreScript(.instance(primary.id.as()))
                RecoveryDrillScript(.instance(primary.id.as()), objective: .hours(1))
            }
            if environment == .production { DNSFailoverScript(publicName) }
        }
        if environment == .production { [development, PlatformTeam.workflow] as [any Element] }
    }

    private var health: SystemHealth { SystemHealth("https://\(plan.host)/health", within: .seconds(60)) }
    private var publicName: FailoverName { FailoverName(plan.host, in: "platform.example.com") }

    private var delivery: ServiceDelivery {
        ServiceDelivery(
            "platform-delivery", of: web, called: "Platform", from: "yourcompany/platform",
            branch: environment == .production ? "main" : "develop", images: images, in: self, at: plan.host
        ) { Job.nodeTests("lint", "test:coverage") }
    }

    private var development: ComposeFile {
        ComposeFile(
            "platform", for: web, build: "../..", beside: .postgreSQL("16", name: "postgres", database: "platform"),
            .cache(cache.engine, name: "redis"),
            settings: ["NODE_ENV": "development", "DB_HOST": "postgres", "REDIS_HOST": "redis"])
    }
}
