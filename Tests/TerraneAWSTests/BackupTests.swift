import TerraneCore
import Testing

@testable import TerraneAWS

/// AWS Backup: vaults, plans, and what they back up.
struct BackupTests {
    private func backups(
        of resources: [Value<ARN>] = ["arn:bucket"], _ rules: Backup.Rule..., copiedTo region: Region? = nil
    ) -> BackupPlan {
        BackupPlan("nightly", of: resources, rules: rules, copiedTo: region)
    }

    // MARK: Rows

    @Test func aVaultIsKept() {
        #expect(
            bilingual(Backup.Vault("vault", encryptedWith: "arn:key")) == """
                name | BackupVaultName = "vault"
                kms_key_arn | EncryptionKeyArn = "arn:key"
                """)
        #expect(Backup.Vault.type.persistence == .retain)
        expectEachChangeToShow(
            Backup.Vault("vault"),
            [
                Change("vaultName") { $0.vaultName = "other" },
                Change("encryptionKey") { $0.encryptionKey = "arn:key" },
            ])
    }

    @Test func aPlanHasARuleForEachAge() {
        let plan = Backup.Plan(
            "plan", [.daily(at: 3, in: "Asia/Tokyo", keep: .days(30))], into: "vault", copiedTo: "arn:copies")
        let right = "BackupPlan/BackupPlanRule[0]"
        #expect(
            bilingual(plan) == """
                name | BackupPlan/BackupPlanName = "plan"
                rule[0]/rule_name | \(right)/RuleName = "daily"
                rule[0]/target_vault_name | \(right)/TargetBackupVault = "vault"
                rule[0]/schedule | \(right)/ScheduleExpression = "cron(0 3 ? * * *)"
                rule[0]/schedule_expression_timezone | \(right)/ScheduleExpressionTimezone = "Asia/Tokyo"
                rule[0]/start_window | \(right)/StartWindowMinutes = 60
                rule[0]/completion_window | \(right)/CompletionWindowMinutes = 240
                rule[0]/lifecycle/delete_after | \(right)/Lifecycle/DeleteAfterDays = 30
                rule[0]/copy_action[0]/destination_vault_arn | \(right)/CopyActions[0]/DestinationBackupVaultArn = "arn:copies"
                rule[0]/copy_action[0]/lifecycle/delete_after | \(right)/CopyActions[0]/Lifecycle/DeleteAfterDays = 30
                """)
    }

    @Test func eachPropertyOfAPlanShows() {
        let rule = Backup.Rule("r", at: .everyHour, keep: .days(7))
        expectEachChangeToShow(
            Backup.Plan("plan", [rule], into: "vault"),
            [
                Change("planName") { $0.planName = "other" }, Change("vault") { $0.vault = "other" },
                Change("copies") { $0.copies = "arn:copies" }, Change("rules") { $0.rules = [] },
                Change("rules") { $0.rules = [Backup.Rule("s", at: .everyHour, keep: .days(7))] },
                Change("rules") { $0.rules = [Backup.Rule("r", at: .at(1), keep: .days(7))] },
                Change("rules") { $0.rules = [Backup.Rule("r", at: .everyHour, keep: .days(8))] },
                Change("rules") { $0.rules = [Backup.Rule("r", at: .everyHour, keep: .days(7), continuous: true)] },
                Change("rules") { $0.rules = [Backup.Rule("r", at: .everyHour, keep: .days(7), within: .hours(8))] },
            ])
    }

    @Test func aSelectionSaysWhatIsBackedUpAndByWhom() {
        let selection = Backup.Selection("selection", of: "plan-1", ["arn:bucket"], by: "arn:role")
        #expect(
            bilingual(selection) == """
                name | BackupSelection/SelectionName = "selection"
                plan_id | BackupPlanId = "plan-1"
                iam_role_arn | BackupSelection/IamRoleArn = "arn:role"
                resources | BackupSelection/Resources = ["arn:bucket"]
                """)
        expectEachChangeToShow(
            selection,
            [
                Change("selectionName") { $0.selectionName = "other" }, Change("plan") { $0.plan = "plan-2" },
                Change("resources") { $0.resources = [] }, Change("role") { $0.role = "arn:other" },
            ])
    }

    // MARK: The plan of a stack

    @Test func aPlanBringsAVaultARoleAndASelection() {
        #expect(
            listedNames(backups(.hourly(keep: .days(7)))) == [
                "nightly/vault", "nightly/role", "nightly/backups", "nightly/restores", "nightly/bucket-backups",
                "nightly/bucket-restores", "nightly", "nightly/selection",
            ])
    }

    @Test func copiesGoIntoAVaultInAnotherRegion() {
        let plan = backups(.hourly(keep: .days(7)), copiedTo: .osaka)
        let copies = listedResources(plan).first { $0.name == "nightly/copies" }
        #expect(copies?.declaration.options.region == .osaka)
        let rows = table(of: "nightly", in: plan)
        #expect(
            rows?.terraform["rule[0]/copy_action[0]/destination_vault_arn"]?.target?.terraform == "nightly/copies.arn")
        #expect(
            rows?.cloudFormation["BackupPlan/BackupPlanRule[0]/CopyActions[0]/DestinationBackupVaultArn"]?.target?
                .cloudFormation == "nightly/copies.BackupVaultArn")
    }

    @Test func onlyAWSBackupOfThisAccountTakesTheRoleOn() {
        let role = table(of: "nightly/role", in: backups(.hourly(keep: .days(7))))
        for trust in [role?.terraform["assume_role_policy"], role?.cloudFormation["AssumeRolePolicyDocument"]] {
            #expect(trust?.shortText.contains("Principal: {Service: \"backup.amazonaws.com\"}") == true)
            #expect(trust?.shortText.contains("aws:SourceAccount: <account>") == true)
        }
    }

    @Test func aPlanOfNothingIsAnError() {
        #expect(backups().check() == [.backupOfNothing("nightly")])
        #expect(backups(of: [], .hourly(keep: .days(7))).check() == [.backupOfNothing("nightly")])
        #expect(problems(of: backups(.hourly(keep: .days(7)))).isEmpty)
    }

    @Test(arguments: [TimeSpan.hours(12), .hours(36), .days(0)])
    func partsOfADayAreAnError(retention: TimeSpan) {
        #expect(backups(.hourly(keep: retention)).check() == [.backupRetention("nightly", "hourly")])
    }

    @Test func aDayIsEnough() {
        #expect(backups(.hourly(keep: .days(1))).check().isEmpty)
    }

    @Test func everyMomentCanBeRestoredFor35Days() {
        func continuous(_ retention: TimeSpan) -> [Diagnostic] {
            backups(Backup.Rule("any", at: .everyHour, keep: retention, continuous: true)).check()
        }
        #expect(continuous(.days(36)) == [.continuousRetention("nightly", "any")])
        #expect(continuous(.days(35)).isEmpty)
        #expect(backups(.daily(at: 1, keep: .days(36))).check().isEmpty)
    }
}
