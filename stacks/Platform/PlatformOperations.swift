import Terrane

/// Who learns of what, what takes a deployment back, how a change arrives, and what operators run by hand.
extension Platform {
    var oncall: AlertRouting {
        AlertRouting(
            "platform-oncall",
            every: [
                "slack": .slack(
                    workspace: Parameter("slack_workspace", description: "The Slack workspace's ID").value,
                    channel: Parameter("slack_channel", description: "The ID of #alerts").value),
                "oncall": .email(Parameter("alert_email", description: "Who is on call").value),
            ],
            critical: ["pager": .pagerDuty(integrationURL: Parameter("pager_url", sensitive: true))])
    }

    @ContentBuilder var monitoring: Content {
        oncall
        rollbackAlarms
        Alarm(
            "platform-cpu", on: web.metrics.cpu, above: .percent(80), for: .minutes(10), severity: .warning,
            notify: oncall)
        Alarm(
            "platform-memory", on: web.metrics.memory, above: .percent(85), for: .minutes(10), severity: .warning,
            notify: oncall)
        Alarm("platform-errors", on: metrics.targetErrors.every(.minutes(1)), above: 10, notify: oncall)
        Alarm("platform-healthy-hosts", on: metrics.healthyTargets.every(.minutes(1)), below: 2, notify: oncall)
        Alarm(
            "platform-connections", on: databaseMetrics.connectionShare, above: .percent(80), severity: .warning,
            notify: oncall)
        Alarm(
            "platform-slow", on: responseTime, above: .milliseconds(1000), for: .minutes(3), severity: .warning,
            notify: oncall)
    }

    private var metrics: LoadBalancer.Metrics { door.balancer.metrics }
    private var responseTime: Metric { metrics.responseTime.statistic(.p99).every(.minutes(1)) }

    /// The guide's thresholds. Memory and CPU add tasks first, which is the scaling of the service.
    var rollbackAlarms: [Alarm] {
        [
            Alarm(
                "platform-error-rate", on: metrics.errorRate.every(.minutes(1)), above: .percent(5), for: .minutes(5),
                notify: oncall),
            Alarm("platform-too-slow", on: responseTime, above: .milliseconds(1000), for: .minutes(10), notify: oncall),
            Alarm(
                "platform-memory-full", on: web.metrics.memory.every(.minutes(1)), above: .percent(90),
                for: .minutes(2), notify: oncall),
            Alarm("platform-ill", on: metrics.unhealthyShare.every(.minutes(1)), above: .percent(50), notify: oncall),
        ]
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
        if environment == .production { development }
    }

    private var health: SystemHealth { SystemHealth("https://\(plan.host)/health", within: .seconds(60)) }
    private var publicName: FailoverName { FailoverName(plan.host, in: "platform.example.com") }

    private var delivery: ServiceDelivery {
        ServiceDelivery(
            "platform-delivery", of: web, called: "Platform", from: "yourcompany/platform",
            branch: environment == .production ? "main" : "develop", images: images, in: self, at: plan.host
        ) {
            Job("test", timeout: .minutes(20)) {
                Checkout()
                SetupNode("22")
                Run("Install dependencies", "npm ci")
                Run(
                    "Lint, test with coverage, and audit",
                    "npm run lint && npm run test:coverage && npm audit --audit-level=high")
            }
        }
    }

    private var development: ComposeFile {
        ComposeFile("platform") {
            ComposeService.postgreSQL(primary.engine.majorVersion, name: "postgres", database: "platform")
            ComposeService.cache(cache.engine, name: "redis")
            for container in web.containers {
                ComposeService(container, build: "../..")
                    .setting("NODE_ENV", "development")
                    .setting("DB_HOST", "postgres")
                    .setting("REDIS_HOST", "redis")
                    .after("postgres", "redis")
            }
        }
    }
}
