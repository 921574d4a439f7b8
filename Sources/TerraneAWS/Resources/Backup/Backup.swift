public import TerraneCore

/// AWS Backup.
public enum Backup {
    /// Where recovery points are kept ("Backup vaults", AWS Backup Developer Guide).
    public struct Vault: Resource {
        public enum VaultName: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_backup_vault", cloudFormation: "AWS::Backup::BackupVault", area: .storage,
            tagging: .mapNamed("BackupVaultTags"), persistence: .retain)

        public var declaration: Declaration
        public var vaultName: String
        /// A key of one's own instead of the account's `aws/backup`.
        public var encryptionKey: Value<ARN>?

        public init(
            _ name: Name, vaultName: String? = nil, encryptedWith encryptionKey: Value<ARN>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.vaultName = vaultName ?? name.dashed
            self.encryptionKey = encryptionKey
        }

        public var id: Value<VaultName> { attribute("name", .ref, foreseen: Value(vaultName)) }
        public var arn: Value<ARN> { attribute("arn", .attribute("BackupVaultArn")) }

        public var properties: Properties {
            row("name", "BackupVaultName", vaultName)
            row("kms_key_arn", "EncryptionKeyArn", encryptionKey)
        }
    }

    /// When recovery points are made, and how long they are kept ("Backup plans", AWS Backup Developer Guide).
    public struct Plan: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_backup_plan", cloudFormation: "AWS::Backup::BackupPlan", area: .storage,
            tagging: .mapNamed("BackupPlanTags"))

        public var declaration: Declaration
        public var planName: String
        public var rules: [Rule]
        public var vault: Value<Vault.VaultName>
        /// Where copies go, in another region.
        public var copies: Value<ARN>?

        public init(
            _ name: Name, planName: String? = nil, _ rules: [Rule], into vault: Value<Vault.VaultName>,
            copiedTo copies: Value<ARN>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.planName = planName ?? name.dashed
            self.rules = rules
            self.vault = vault
            self.copies = copies
        }

        public var id: Value<ID> { attribute("id", .ref) }

        public var properties: Properties {
            row("name", "BackupPlan/BackupPlanName", planName)
            repeated("rule", "BackupPlan/BackupPlanRule", rules) { rule in
                row("rule_name", "RuleName", rule.label)
                row("target_vault_name", "TargetBackupVault", vault)
                row("schedule", "ScheduleExpression", rule.schedule.cron)
                row("schedule_expression_timezone", "ScheduleExpressionTimezone", rule.schedule.timeZone)
                row("start_window", "StartWindowMinutes", 60)
                row("completion_window", "CompletionWindowMinutes", rule.limit.inMinutes)
                row("enable_continuous_backup", "EnableContinuousBackup", rule.isContinuous ? true : nil)
                nested("lifecycle", "Lifecycle") { row("delete_after", "DeleteAfterDays", rule.retention.inDays) }
                repeated("copy_action", "CopyActions", copies.map { [$0] } ?? []) { copy in
                    row("destination_vault_arn", "DestinationBackupVaultArn", copy)
                    nested("lifecycle", "Lifecycle") { row("delete_after", "DeleteAfterDays", rule.retention.inDays) }
                }
            }
        }
    }

    /// When a recovery point is made, and how long it is kept.
    public struct Rule: Hashable, Sendable {
        public let label: String
        public let schedule: Schedule
        public let retention: TimeSpan
        /// Whether every moment of the retention can be restored, up to 35 days, where the resource offers it.
        public let isContinuous: Bool
        /// Within which time it must be done.
        let limit: TimeSpan

        public init(
            _ label: String, at schedule: Schedule, keep retention: TimeSpan, continuous isContinuous: Bool = false,
            within limit: TimeSpan = .hours(4)
        ) {
            self.label = label
            self.schedule = schedule
            self.retention = retention
            self.isContinuous = isContinuous
            self.limit = limit
        }

        /// Once an hour.
        public static func hourly(keep retention: TimeSpan) -> Rule {
            Rule("hourly", at: .everyHour, keep: retention)
        }

        /// Once a day, at an hour of UTC unless another zone is given.
        public static func daily(at hour: Int, in timeZone: String = "UTC", keep retention: TimeSpan) -> Rule {
            Rule("daily", at: .at(hour, in: timeZone), keep: retention)
        }
    }

    /// What a plan backs up ("Assigning resources to a backup plan", AWS Backup Developer Guide).
    public struct Selection: Resource {
        public static let type = ResourceType(
            terraform: "aws_backup_selection", cloudFormation: "AWS::Backup::BackupSelection", area: .storage)

        public var declaration: Declaration
        public var selectionName: String
        public var plan: Value<Plan.ID>
        public var resources: [Value<ARN>]
        public var role: Value<ARN>

        public init(
            _ name: Name, selectionName: String? = nil, of plan: Value<Plan.ID>, _ resources: [Value<ARN>],
            by role: Value<ARN>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.selectionName = selectionName ?? name.dashed
            self.plan = plan
            self.resources = resources
            self.role = role
        }

        public var properties: Properties {
            row("name", "BackupSelection/SelectionName", selectionName)
            row("plan_id", "BackupPlanId", plan)
            row("iam_role_arn", "BackupSelection/IamRoleArn", role)
            row("resources", "BackupSelection/Resources", resources)
        }
    }
}
