import Terrane

/// Morrow: a backend in Go for an app, PostgreSQL, Redis, and files in S3 that a CDN hands out. A new version of the
/// backend gets 5 % of the requests first.
///
/// The table below is what the environments differ in; everything else is the same in both.
struct Morrow: Stack {
    let name: Name = "morrow"
    let environment: DeploymentEnvironment
    let region = Region.tokyo
    let account: AccountID?
    let plan: Plan

    /// What the environments differ in.
    struct Plan {
        var natGateways: Network.NATGateways
        /// The zone, from which the hosts come.
        var domain: String
        /// Behind physical names that are unique in the world.
        var suffix: String
        /// The branch that is released to it.
        var branch: String
        var tasks: ClosedRange<Int>
        var usualTasks: Int
        var database: DatabaseInstanceClass
        var isMultiAZ: Bool
        var cache: CacheNode
        var cacheReplicas: Int
        /// Where a copy of the files is.
        var copies: Region?
    }

    static let production = Morrow(
        environment: .production, account: "777788889999",
        plan: Plan(
            natGateways: .perZone, domain: "morrow.app", suffix: "", branch: "main", tasks: 2...10,
            usualTasks: 3, database: .r6g(.large), isMultiAZ: true, cache: .t4g(.medium), cacheReplicas: 1,
            copies: .osaka))

    static let staging = Morrow(
        environment: .staging, account: "888899990000",
        plan: Plan(
            natGateways: .single, domain: "staging.morrow.app", suffix: "-staging", branch: "develop", tasks: 1...2,
            usualTasks: 1, database: .t4g(.micro), isMultiAZ: false, cache: .t4g(.micro), cacheReplicas: 0, copies: nil)
    )

    var tags: [Tag] {
        [Tag("Project", "morrow"), Tag("Environment", environment.name), Tag("ManagedBy", "terrane")]
    }

    var state: StateBackend {
        .s3(bucket: "morrow-terraform-state", key: "\(environment.name)/terraform.tfstate", region: region)
    }

    var suppressions: [Suppression] { Accepted.findings(in: environment) }

    var apiHost: String { "api.\(plan.domain)" }

    var body: Content {
        network
        edge
        data
        service
        traffic
        monitoring
        delivery
        operations
        if environment == .production { development }
    }
}

// MARK: Network

extension Morrow {
    var network: Network {
        Network("morrow", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c), natGateways: plan.natGateways)
            .tiers(.database, .cache)
            .flowLogs(.cloudWatch(keep: .threeMonths))
    }

    /// Who may connect to whom. Nothing else is open.
    @ContentBuilder var traffic: Content {
        Connection(from: balancer, to: backend)
        Connection(from: backend, to: database)
        Connection(from: backend, to: cache)
        // Images, secrets and logs.
        Connection(from: backend, to: Internet(port: 443))
    }
}
