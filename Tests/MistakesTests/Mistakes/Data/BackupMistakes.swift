import Terrane

extension Mistake {
    static var backups: [Mistake] { [ruleTwice, vaultName, coldStorage, startWindow, secretName] }

    private static func plan(
        _ rules: [Backup.Rule], file: String = #fileID, line: Int = #line
    ) -> BackupPlan {
        BackupPlan("nightly", of: ["arn:aws:s3:::shop-files"], rules: rules, file: file, line: line)
    }

    private static var ruleTwice: Mistake {
        Mistake(
            "InvalidParameterValueException: Duplicate rule name in the backup plan",
            "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html", .graph,
            caughtBy: "backup-rule-twice"
        ) {
            plan([.daily(at: 1, keep: .days(7)), .daily(at: 13, keep: .days(7))])  // mistake
        } legal: {
            plan([.daily(at: 1, keep: .days(7)), Backup.Rule("noon", at: .at(13), keep: .days(7))])
        }
    }

    private static var vaultName: Mistake {
        Mistake(
            "InvalidParameterValueException: Invalid backup vault name",
            "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html", .graph,
            caughtBy: "vault-name"
        ) {
            Backup.Vault("vault", vaultName: "shop backups")  // mistake
        } legal: {
            Backup.Vault("vault", vaultName: "shop-backups")
        }
    }

    private static func rawPlan(
        start: Int = 60, cold: Int? = nil, delete: Int = 365, file: String = #fileID, line: Int = #line
    ) -> RawResource {
        RawResource("nightly", type: Backup.Plan.type, file: file, line: line) {
            row("name", "BackupPlan/BackupPlanName", "nightly")
            repeated("rule", "BackupPlan/BackupPlanRule", [start]) { start in
                row("rule_name", "RuleName", "daily")
                row("target_vault_name", "TargetBackupVault", "Default")
                row("schedule", "ScheduleExpression", "cron(0 1 * * ? *)")
                row("start_window", "StartWindowMinutes", start)
                row("completion_window", "CompletionWindowMinutes", 480)
                nested("lifecycle", "Lifecycle") {
                    row("cold_storage_after", "MoveToColdStorageAfterDays", cold)
                    row("delete_after", "DeleteAfterDays", delete)
                }
            }
        }
    }

    private static var coldStorage: Mistake {
        Mistake(
            "Invalid lifecycle. DeleteAfterDays must be greater than MoveToColdStorageAfterDays by 90 days",
            "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html", .graph,
            caughtBy: "cold-storage"
        ) {
            rawPlan(cold: 30, delete: 60)  // mistake
        } legal: {
            rawPlan(cold: 30, delete: 120)
        }
    }

    private static var startWindow: Mistake {
        Mistake(
            "InvalidParameterValueException: StartWindowMinutes must be at least 60 minutes",
            "https://github.com/hashicorp/terraform-provider-aws/issues/8794", .graph, caughtBy: "start-window"
        ) {
            rawPlan(start: 30)  // mistake
        } legal: {
            rawPlan(start: 60)
        }
    }

    private static var secretName: Mistake {
        Mistake(
            "ValidationException: Invalid name. Must be a valid name containing alphanumeric characters, or any of /_+=.@-!",
            "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html", .graph,
            caughtBy: "secret-name"
        ) {
            GeneratedPassword("password", secretName: "shop password", description: "Of the shop")  // mistake
        } legal: {
            GeneratedPassword("password", secretName: "shop/password", description: "Of the shop")
        }
    }
}
