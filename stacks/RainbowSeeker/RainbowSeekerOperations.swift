import Terrane

/// What operators of Rainbow Seeker run by hand, and what its developers run at their desks.
extension RainbowSeeker {
    var operations: OperationsScripts {
        OperationsScripts("rainbow-seeker-operations") {
            DeployScript(api, from: apiImages.repository, health: health)
            RollbackScript(api, health: health)
            HealthCheckScript(health)
            EmergencyStopScript(api)
            BackupScript(dumped, to: backups)
            RestoreScript(dumped, from: backups, restarting: api)
            DailyCheckScript(api, behind: balancer, health: health)
        }
    }

    private var health: SystemHealth { SystemHealth("https://\(plan.apiHost)/health") }

    private var dumped: DumpedDatabase { DumpedDatabase(database, password: databasePassword) }

    /// PostgreSQL and Redis of the versions in the cloud, and both services built from their source.
    var development: ComposeFile {
        ComposeFile("rainbow-seeker") {
            ComposeService.database(
                database.engine, name: "postgres", database: database.databaseName, user: database.user)
            ComposeService.cache(cache.engine, name: "redis")
            for container in api.containers {
                ComposeService(container, build: "../../backend")
                    .setting("NODE_ENV", "development")
                    .setting("DB_HOST", "postgres")
                    .setting("DB_PASSWORD", ComposeService.postgreSQLPassword)
                    .setting("REDIS_HOST", "redis")
                    .setting("ML_SYSTEM_URL", "http://ml-system:5000")
                    .after("postgres", "redis")
            }
            for container in learning.containers {
                ComposeService(container, build: "../../ml-system")
                    .setting("DB_HOST", "postgres")
                    .setting("DB_PASSWORD", ComposeService.postgreSQLPassword)
                    .after("postgres")
            }
        }
    }
}
