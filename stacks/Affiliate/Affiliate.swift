import Terrane

/// The affiliate system: a web tier in PHP behind CloudFront, Aurora MySQL, Redis for sessions, cache and queue, files in
/// S3. Its document has one environment.
struct Affiliate: Stack {
    let name: Name = "affiliate-system"
    let environment = DeploymentEnvironment.production
    let region = Region.tokyo
    let account: AccountID? = "123456789012"

    static let production = Affiliate()

    var tags: [Tag] { [Tag("Environment", "production"), Tag("Project", "affiliate-system")] }

    var state: StateBackend {
        .s3(bucket: "affiliate-system-terraform-state", key: "production/terraform.tfstate", region: region)
    }

    var suppressions: [Suppression] { Accepted.findings(in: environment) + Accepted.plainTargets }

    /// Where the world finds it, and where CloudFront finds the load balancer.
    let host = "api.affiliate-system.com"
    let originHost = "origin.affiliate-system.com"

    var body: Content {
        network
        edge
        data
        service
        traffic
        monitoring
        delivery
        operations
    }
}

// MARK: Network

extension Affiliate {
    var network: Network {
        Network("affiliate-system", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c, .d), natGateways: .perZone)
            .tiers(.database, .cache)
            .flowLogs(.cloudWatch(keep: .threeMonths))
    }

    /// Who may connect to whom. Nothing else is open.
    @ContentBuilder var traffic: Content {
        Connection(from: balancer, to: web)
            .suppressing("CKV_AWS_260", on: EC2.IngressRule.self, because: "From the load balancer alone")
        Connection(from: web, to: database)
        Connection(from: web, to: cache)
        Connection(from: migration, to: database)
        // Images, secrets, logs, and the services that the application calls.
        Connection(from: web, to: Internet(port: 443))
        Connection(from: migration, to: Internet(port: 443))
    }
}
