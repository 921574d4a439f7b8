import Terrane

/// Rainbow Seeker: tells people in Shiojiri when to look for a rainbow. An API on Fargate, a machine learning system
/// beside it, PostgreSQL, Redis, and photographs in S3.
///
/// The table below is what the environments differ in; everything else is the same in both.
struct RainbowSeeker: Stack {
    let name: Name = "rainbow-seeker"
    let environment: DeploymentEnvironment
    let region = Region.tokyo
    let account: AccountID?
    let plan: Plan

    /// What the environments differ in.
    struct Plan {
        var natGateways: Network.NATGateways
        var apiHost: String
        var assetsHost: String
        /// Behind physical names that are unique in the world.
        var suffix: String
        /// The branch that is released to it.
        var branch: String
        var tasks: ClosedRange<Int>
        var database: DatabaseInstanceClass
        var isMultiAZ: Bool
        var cache: CacheNode
        var clusterMode: CacheClusterMode
        var cacheReplicas: Int
    }

    static let production = RainbowSeeker(
        environment: .production, account: "555566667777",
        plan: Plan(
            natGateways: .perZone, apiHost: "api.rainbow-seeker.app", assetsHost: "assets.rainbow-seeker.app",
            suffix: "", branch: "main", tasks: 3...9, database: .r5(.large), isMultiAZ: true, cache: .r6g(.large),
            clusterMode: .shards(2), cacheReplicas: 1))

    /// One of everything, as small as it gets.
    static let staging = RainbowSeeker(
        environment: .staging, account: "666677778888",
        plan: Plan(
            natGateways: .single, apiHost: "api.staging.rainbow-seeker.app",
            assetsHost: "assets.staging.rainbow-seeker.app", suffix: "-staging", branch: "develop", tasks: 1...1,
            database: .t3(.micro), isMultiAZ: false, cache: .t3(.micro), clusterMode: .disabled, cacheReplicas: 0))

    var tags: [Tag] {
        [Tag("Project", "rainbow-seeker"), Tag("Environment", environment.name), Tag("ManagedBy", "terrane")]
    }

    var state: StateBackend {
        .s3(bucket: "rainbow-seeker-terraform-state", key: "\(environment.name)/terraform.tfstate", region: region)
    }

    var suppressions: [Suppression] { Accepted.findings(in: environment) }

    var body: Content {
        network
        edge
        data
        services
        traffic
        monitoring
        delivery
        operations
        if environment == .production { development }
    }
}

// MARK: Network

extension RainbowSeeker {
    var network: Network {
        Network(
            "rainbow-seeker", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: plan.natGateways
        )
        .tiers(.database, .cache)
        .flowLogs(.cloudWatch(keep: .threeMonths))
        .vpnGateway(routesTo: .private)
    }

    /// Who may connect to whom. Nothing else is open.
    @ContentBuilder var traffic: Content {
        Connection(from: balancer, to: api)
        Connection(from: api, to: learning)
        Connection(from: api, to: database)
        Connection(from: api, to: cache)
        Connection(from: learning, to: database)
        // Images, secrets, logs, the weather service, and Firebase.
        Connection(from: api, to: Internet(port: 443))
        Connection(from: learning, to: Internet(port: 443))
    }
}
