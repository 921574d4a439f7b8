import Terrane

/// What operators of the affiliate system run by hand, and what its developers run at their desks.
extension Affiliate {
    @ContentBuilder var operations: Content {
        SecretsManager.Secret(
            "affiliate-slack-webhook", secretName: slackSecret, description: "The incoming webhook of #incidents")
        OperationsScripts("affiliate-operations") {
            BuildAndPushScript(images.repository)
            MigrationScript(
                ContainerCommand("php", "artisan", "migrate", "--force", in: "migrate"), beside: web,
                family: Value(migration.family), snapshotOf: .cluster(database.id.as()), telling: slack)
            DeployScript(web, from: images.repository, health: health, telling: slack)
            RollbackScript(web, health: health, telling: slack)
            HealthCheckScript(health)
            BackupScript(dumped, cache: cache.id.as(), to: backups)
            RestoreScript(
                dumped, from: backups,
                thenRunning: ContainerCommand("php", "artisan", "optimize:clear", in: "app"), restarting: web)
            DailyCheckScript(web, behind: balancer, health: health)
        }
        development
    }

    private var slackSecret: String { "affiliate-system/slack-webhook" }
    private var slack: SlackWebhook { SlackWebhook(webhook: Value(slackSecret)) }
    private var health: SystemHealth { SystemHealth("https://\(host)/health") }
    private var dumped: DumpedDatabase { DumpedDatabase(database, password: databasePassword) }

    /// MySQL and Redis of the versions in the cloud, and the web tier built from its source.
    private var development: ComposeFile {
        ComposeFile("affiliate-system") {
            ComposeService.database(
                database.engine.compatible, name: "mysql", database: database.databaseName, user: "affiliate")
            ComposeService.cache(cache.engine, name: "redis")
            for container in web.containers {
                ComposeService(container, build: "../..")
                    .setting("APP_ENV", "local")
                    .setting("DB_HOST", "mysql")
                    .setting("DB_READ_HOST", "mysql")
                    .setting("DB_USERNAME", "affiliate")
                    .setting("DB_PASSWORD", ComposeService.mySQLPassword)
                    .setting("REDIS_HOST", "redis")
                    .setting("REDIS_SCHEME", "tcp")
                    .after("mysql", "redis")
            }
        }
    }
}
