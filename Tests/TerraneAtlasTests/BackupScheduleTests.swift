import TerraneCore
import Testing

@testable import TerraneAtlas

struct BackupScheduleTests {
    private func schedule(_ plan: AtlasBackupPlan = Fixture.backups, spec: Value<String>? = "spec") -> Atlas.BackupSchedule {
        let cluster = Atlas.Cluster(
            "koemo", in: "project", tier: .m30, storage: .gibibytes(40), regions: [.init(.tokyo, electable: 3)])
        return Atlas.BackupSchedule("koemo/backups", of: cluster, plan, replicationSpec: spec)
    }

    @Test func terraformHasABlockForEachFrequency() {
        let rows = DataTable(schedule()).terraform
        #expect(rows["policy_item_hourly/retention_value"] == .integer(1))
        #expect(rows["policy_item_weekly/retention_unit"] == .string("weeks"))
        #expect(rows["policy_item_monthly/retention_value"] == .integer(12))
        #expect(rows["policy_item_yearly/retention_value"] == nil)
        #expect(rows["copy_settings[0]/region_name"] == .string("US_WEST_2"))
        #expect(rows["copy_settings[1]/region_name"] == .string("AP_NORTHEAST_3"))
    }

    @Test func cloudFormationHasOneListOfItems() {
        let text = String(describing: DataTable(schedule()).cloudFormation["Policies"] as Any)
        for frequency in ["hourly", "daily", "weekly", "monthly"] { #expect(text.contains("\"\(frequency)\"")) }
        #expect(!text.contains("yearly"))
    }

    @Test func cloudFormationCopiesOnceTheReplicationSpecIsKnown() {
        #expect(DataTable(schedule(spec: nil)).cloudFormation["CopySettings"] == nil)
        #expect(DataTable(schedule()).cloudFormation["CopySettings"] != nil)
    }

    @Test func eachPropertyChangesBothDialects() {
        let changes: [(inout Atlas.BackupSchedule) -> Void] = [
            { $0.project = "other" },
            { $0.cluster = "other" },
            { $0.hour = 3 },
            { $0.minute = 15 },
            { $0.plan.items[0] = .init(frequency: .hourly, interval: 2, retention: .days(1)) },
            { $0.plan.items[0] = .init(frequency: .hourly, interval: 1, retention: .days(2)) },
            { $0.plan.items[0] = .init(frequency: .hourly, interval: 1, retention: .weeks(1)) },
            { $0.plan.items.removeLast() },
            { $0.plan.restoreWindow = nil },
            { $0.plan.copies = [.oregon] },
            // The two ways to say what is copied.
            { ($0.zone, $0.replicationSpec) = ("zone", "other") },
        ]
        let before = DataTable(schedule())
        for (number, change) in changes.enumerated() {
            var changed = schedule()
            change(&changed)
            let after = DataTable(changed)
            #expect(after.terraform != before.terraform, "change \(number), Terraform")
            #expect(after.cloudFormation != before.cloudFormation, "change \(number), CloudFormation")
        }
    }

    @Test func thePlanOfKoemoIsNoError() {
        #expect(Fixture.backups.problems.isEmpty)
        #expect(AtlasBackupPlan.keeping(daily: .days(7), monthly: .months(12), yearly: .years(1)).problems.isEmpty)
        #expect(Fixture.backups.every(6, .hourly).problems.isEmpty)
    }

    @Test func aPlanThatKeepsNothingIsAnError() {
        #expect(AtlasBackupPlan.keeping().problems == ["keep nothing"])
    }

    @Test func rareSnapshotsAreKeptLonger() {
        let plan = AtlasBackupPlan.keeping(hourly: .days(7), daily: .days(2))
        #expect(plan.problems == ["keep daily snapshots for less time than hourly ones"])
    }

    @Test func aRestoreWindowLongerThanTheHourlySnapshotsIsAnError() {
        let plan = AtlasBackupPlan.keeping(hourly: .days(1), daily: .days(7), anyPoint: .days(2))
        #expect(plan.problems.count == 1)
        #expect(Fixture.cluster(backups: plan).check() == [.atlasBackups("koemo", plan.problems[0])])
    }

    @Test func aRestoreWindowOfAnHourIsAnError() {
        #expect(AtlasBackupPlan.keeping(hourly: .days(1), anyPoint: .hours(1)).problems.count == 1)
    }

    @Test func weeklySnapshotsAreKeptAWeek() {
        #expect(AtlasBackupPlan.keeping(weekly: .days(6)).problems.count == 1)
        #expect(AtlasBackupPlan.keeping(weekly: .days(7)).problems.isEmpty)
        #expect(AtlasBackupPlan.keeping(monthly: .days(30)).problems.count == 1)
        #expect(AtlasBackupPlan.keeping(monthly: .months(1)).problems.isEmpty)
    }

    @Test func anHourlySnapshotEveryFiveHoursIsAnError() {
        #expect(Fixture.backups.every(5, .hourly).problems.count == 1)
    }
}
