/// The scripts that operators run, as Mustache templates. They are built into the program, which needs no file beside it.
public enum OperationsTemplate: String, CaseIterable, Sendable {
    case backup
    case blueGreen = "blue-green"
    case buildAndPush = "build-and-push"
    case codeDeploy = "code-deploy"
    case dailyCheck = "daily-check"
    case deploy
    case disasterRecovery = "disaster-recovery"
    case dnsFailover = "dns-failover"
    case emergencyStop = "emergency-stop"
    case healthCheck = "health-check"
    case migrate
    case recoveryDrill = "recovery-drill"
    case restore
    case restoreDatabase = "restore-database"
    case rollback
    case weeklyCheck = "weekly-check"

    public var text: String {
        switch self {
        case .backup: decode(PackageResources.backup_sh_mustache)
        case .blueGreen: decode(PackageResources.blue_green_sh_mustache)
        case .buildAndPush: decode(PackageResources.build_and_push_sh_mustache)
        case .codeDeploy: decode(PackageResources.code_deploy_sh_mustache)
        case .dailyCheck: decode(PackageResources.daily_check_sh_mustache)
        case .deploy: decode(PackageResources.deploy_sh_mustache)
        case .disasterRecovery: decode(PackageResources.disaster_recovery_sh_mustache)
        case .dnsFailover: decode(PackageResources.dns_failover_sh_mustache)
        case .emergencyStop: decode(PackageResources.emergency_stop_sh_mustache)
        case .healthCheck: decode(PackageResources.health_check_sh_mustache)
        case .migrate: decode(PackageResources.migrate_sh_mustache)
        case .recoveryDrill: decode(PackageResources.recovery_drill_sh_mustache)
        case .restore: decode(PackageResources.restore_sh_mustache)
        case .restoreDatabase: decode(PackageResources.restore_database_sh_mustache)
        case .rollback: decode(PackageResources.rollback_sh_mustache)
        case .weeklyCheck: decode(PackageResources.weekly_check_sh_mustache)
        }
    }
}

/// The functions that scripts share: `{{> head}}` in a template, once, and whichever else it uses.
public enum OperationsPart: String, CaseIterable, Sendable {
    case aws, database, dns, head, health, poll, scratch, service, slack, snapshot, task

    public var text: String {
        switch self {
        case .aws: decode(PackageResources.aws_sh_mustache)
        case .database: decode(PackageResources.database_sh_mustache)
        case .dns: decode(PackageResources.dns_sh_mustache)
        case .head: decode(PackageResources.head_sh_mustache)
        case .health: decode(PackageResources.health_sh_mustache)
        case .poll: decode(PackageResources.poll_sh_mustache)
        case .scratch: decode(PackageResources.scratch_sh_mustache)
        case .service: decode(PackageResources.service_sh_mustache)
        case .slack: decode(PackageResources.slack_sh_mustache)
        case .snapshot: decode(PackageResources.snapshot_sh_mustache)
        case .task: decode(PackageResources.task_sh_mustache)
        }
    }
}

private func decode(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
