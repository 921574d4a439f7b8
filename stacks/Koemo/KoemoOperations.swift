import Terrane

/// What operators of KOEMO run by hand, and what its developers run at their desks.
extension Koemo {
    @ContentBuilder var operations: Content {
        if environment == .production { platform }
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

/// How changes of KOEMO's infrastructure reach its accounts: planned in the pull request, applied from `main`.
extension Koemo {
    var platform: PlatformWorkflow {
        PlatformWorkflow(
            "koemo-platform",
            of: [Koemo.staging, Koemo.production, Koemo.standby].map { stack in
                PlatformDeployment(
                    stack, planRole: "koemo-plan", applyRole: "koemo-apply", variables: stack.inputs,
                    credentials: [
                        "MONGODB_ATLAS_CLIENT_ID": .secret("ATLAS_CLIENT_ID"),
                        "MONGODB_ATLAS_CLIENT_SECRET": .secret("ATLAS_CLIENT_SECRET"),
                    ])
            },
            preparedBy: ".ci/setup")
    }

    /// What an environment is told when it is deployed.
    private var inputs: WorkflowMap {
        let suffix = environment.name.uppercased()
        let common: WorkflowMap = [
            "hosted_zone_id": .variable("HOSTED_ZONE_ID"), "admin_addresses": .variable("ADMIN_ADDRESSES"),
            "alert_email": .variable("ALERT_EMAIL"),
        ]
        return common.merging(
            isStandby
                ? ["atlas_project_id": .variable("ATLAS_PROJECT_ID_\(suffix)")]
                : ["atlas_organization_id": .variable("ATLAS_ORGANIZATION_ID")])
    }
}
