import Terrane

/// What operators of KOEMO run by hand, and what its developers run at their desks.
extension Koemo {
    @ContentBuilder var operations: Content {
        if isStandby {
            OperationsScripts("koemo-operations") {
                DisasterRecoveryScript(starting: 3, of: backend, answering: apiName, health: apiHealth)
                RollbackScript(backend, health: apiHealth)
                HealthCheckScript(apiHealth)
                EmergencyStopScript(backend)
            }
        } else {
            OperationsScripts("koemo-operations") {
                DeployScript(backend, from: images.repository, health: apiHealth)
                RollbackScript(backend, health: apiHealth)
                HealthCheckScript(apiHealth)
                EmergencyStopScript(backend)
                BackupScript(.mongoDB(connection: Value(mongoDB.secretName)), to: backups)
                RestoreScript(.mongoDB(connection: Value(mongoDB.secretName)), from: backups, restarting: backend)
                DailyCheckScript(backend, behind: balancer, health: apiHealth)
                WeeklyCheckScript(backend, images: images.repository, backups: backups)
                if environment == .production { DNSFailoverScript(apiName) }
            }
        }
    }

    private var apiHealth: SystemHealth {
        SystemHealth("https://\(plan.apiHost)/health", within: .minutes(5), every: .seconds(30))
    }

    private var apiName: FailoverName { FailoverName(plan.apiHost, in: "koemo.app") }

    /// MongoDB and Redis of the versions in the cloud, and the backend built from its source.
    var development: ComposeFile {
        ComposeFile("koemo") {
            ComposeService.mongoDB("8.0", name: "database")
            ComposeService.cache(sessions.engine, name: "sessions")
            for container in backend.containers {
                ComposeService(container, build: "../../backend")
                    .setting("NODE_ENV", "development")
                    .setting("MONGODB_URI", "mongodb://database:27017/koemo")
                    .setting("REDIS_URL", "redis://sessions:6379")
                    .after("database", "sessions")
            }
        }
    }
}
