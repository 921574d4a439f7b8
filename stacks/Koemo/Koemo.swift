import Terrane

/// KOEMO: a calling app for phones, its backend on Fargate, its data in MongoDB Atlas.
///
/// The table below is what the environments differ in; everything else is the same in all of them.
struct Koemo: Stack {
    let name: Name = "koemo"
    let environment: DeploymentEnvironment
    let region: Region
    let account: AccountID?
    let plan: Plan

    /// What the environments differ in.
    struct Plan {
        var cidr: CIDR
        var zones: Zones
        var natGateways: Network.NATGateways
        var cluster: String
        var apiHost: String
        var assetsHost: String
        /// Behind physical names that are unique in an account or in the world.
        var suffix: String
        var tasks: Tasks
        var cacheReplicas: Int
        var databaseTier: ClusterTier
        var analyticsNodes: Int
        var duty: DNSRecord.Role
    }

    /// How many tasks of the backend run.
    enum Tasks {
        case between(ClosedRange<Int>)
        /// Between so many in working hours, none after.
        case workingHours(ClosedRange<Int>)
        /// None until a failover.
        case standingBy
    }

    static let production = Koemo(
        environment: .production, region: .tokyo, account: "111122223333",
        plan: Plan(
            cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .perZone, cluster: "koemo-production",
            apiHost: "api.koemo.app", assetsHost: "assets.koemo.app", suffix: "", tasks: .between(3...10),
            cacheReplicas: 2, databaseTier: .m30, analyticsNodes: 1, duty: .primary(healthPath: "/health")))

    static let staging = Koemo(
        environment: .staging, region: .tokyo, account: "444455556666",
        plan: Plan(
            cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: .single, cluster: "koemo-staging",
            apiHost: "api.staging.koemo.app", assetsHost: "assets.staging.koemo.app", suffix: "-staging",
            tasks: .workingHours(1...2), cacheReplicas: 0, databaseTier: .m10, analyticsNodes: 0, duty: .only))

    /// The second region of the disaster-recovery plan: everything but the data, and no task until a failover.
    static let standby = Koemo(
        environment: DeploymentEnvironment("standby", isProduction: true), region: .oregon, account: "111122223333",
        plan: Plan(
            cidr: "10.1.0.0/16", zones: .oregon(.a, .b), natGateways: .single, cluster: "koemo-disaster-recovery",
            apiHost: "api.koemo.app", assetsHost: "assets.koemo.app", suffix: "-standby", tasks: .standingBy,
            cacheReplicas: 0, databaseTier: .m30, analyticsNodes: 0, duty: .secondary))

    var tags: [Tag] {
        [Tag("Project", "koemo"), Tag("Environment", environment.name), Tag("ManagedBy", "terrane")]
    }

    var state: StateBackend {
        .s3(bucket: "koemo-terraform-state", key: "\(environment.name)/terraform.tfstate", region: .tokyo)
    }

    var suppressions: [Suppression] { Accepted.findings(in: environment) }

    /// Whether this is where the users are, or would be: the standby leans on what production owns.
    var isStandby: Bool { environment == Koemo.standby.environment }

    var body: Content {
        network
        edge
        sessions
        database
        service
        traffic
        monitoring
        operations
        if environment == .production {
            delivery
            development
            spending
        }
    }
}

// MARK: Network

extension Koemo {
    var network: Network {
        Network("koemo", cidr: plan.cidr, zones: plan.zones, natGateways: plan.natGateways)
            .flowLogs(.cloudWatch(keep: .threeMonths))
    }

    /// Who may connect to whom. Nothing else is open.
    @ContentBuilder var traffic: Content {
        Connection(from: balancer, to: backend)
        Connection(from: backend, to: sessions)
        Connection(from: backend, to: databaseLink)
            .suppressing(
                "CKV_AWS_25", on: EC2.IngressRule.self, because: "From the security group of the backend alone")
        // Images, secrets, logs, and the services that the application calls.
        Connection(from: backend, to: Internet(port: 443))
    }
}
