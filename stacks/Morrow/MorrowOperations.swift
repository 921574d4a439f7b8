import Terrane

/// What operators of Morrow run by hand, and what its developers run at their desks.
extension Morrow {
    var operations: OperationsScripts {
        OperationsScripts("morrow-operations") {
            CodeDeployScript(
                backend, application: backend.codeDeployApplication, group: backend.codeDeployGroup, health: health)
            HealthCheckScript(health)
            DatabaseRestoreScript(.instance(database.id.as()))
            DailyCheckScript(backend, behind: balancer, health: health)
        }
    }

    private var health: SystemHealth {
        SystemHealth("https://\(apiHost)/health", within: .seconds(30), every: .seconds(5))
    }

    /// PostgreSQL and Redis of the versions in the cloud; backend and app built from their source.
    var development: ComposeFile {
        ComposeFile("morrow") {
            ComposeService.database(
                database.engine, name: "postgres", database: database.databaseName, user: database.user)
            ComposeService.cache(cache.engine, name: "redis")
            for container in backend.containers {
                ComposeService(container, build: "../../backend")
                    .setting("DB_HOST", "postgres")
                    .setting("DB_PASSWORD", ComposeService.postgreSQLPassword)
                    .setting("REDIS_HOST", "redis")
                    .after("postgres", "redis")
            }
            ComposeService("frontend", build: "../../frontend", port: 3000)
                .setting("REACT_NATIVE_PACKAGER_HOSTNAME", "0.0.0.0")
        }
    }
}
