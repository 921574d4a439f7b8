public import TerraneCore

extension Atlas {
    /// When a cluster is backed up and how long snapshots are kept ("Manage Backup Policies", MongoDB Atlas
    /// documentation).
    ///
    /// The targets differ in most of it: Terraform has a block for each frequency, CloudFormation a policy with a list
    /// of items, so each has its own rendering of the plan.
    public struct BackupSchedule: Resource {
        public static let type = ResourceType(
            terraform: "mongodbatlas_cloud_backup_schedule", cloudFormation: "MongoDB::Atlas::CloudBackupSchedule",
            area: .database)

        public var declaration: Declaration
        public var project: Value<Project.ID>
        public var cluster: Value<String>
        public var plan: AtlasBackupPlan
        /// When snapshots are taken.
        public var hour: Int = 17
        public var minute: Int = 0
        /// The zone of the cluster that is copied: Terraform's way to name it.
        public var zone: Value<String>
        /// The replication spec that is copied: CloudFormation's way to name it. Only the cluster itself tells it, so
        /// a template that creates the cluster has no copies until this is given.
        public var replicationSpec: Value<String>?
        public var profile: AtlasProfile

        /// The cluster must be listed too; this is created after it.
        public init(
            _ name: Name, of cluster: Cluster, _ plan: AtlasBackupPlan, replicationSpec: Value<String>? = nil,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.project = cluster.project
            self.cluster = cluster.reference
            self.plan = plan
            self.zone = cluster.zone
            self.replicationSpec = replicationSpec
            self.profile = cluster.profile
            self = after(cluster)
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("cluster_name", "ClusterName", cluster)
            row("reference_hour_of_day", "ReferenceHourOfDay", hour)
            row("reference_minute_of_hour", "ReferenceMinuteOfHour", minute)
            row("restore_window_days", "RestoreWindowDays", plan.restoreWindow?.inDays)
            row("auto_export_enabled", "AutoExportEnabled", false)
            terraformItems
            terraformCopies
            cloudFormationOnly("Policies", policies, because: "Terraform has a block for each frequency")
            cloudFormationOnly("CopySettings", copies, because: "it names the replication spec, Terraform the zone")
            profile.row
        }

        // MARK: Terraform

        @PropertiesBuilder private var terraformItems: Properties {
            for item in plan.items {
                terraformOnly(
                    "policy_item_\(item.frequency.rawValue)", because: "CloudFormation has one list of all items"
                ) {
                    BackupSchedule.only("frequency_interval", item.interval)
                    BackupSchedule.only("retention_unit", item.retention.unit)
                    BackupSchedule.only("retention_value", item.retention.count)
                }
            }
        }

        private var terraformCopies: Row {
            let tables = plan.copies.map { region in
                Properties {
                    BackupSchedule.only("cloud_provider", "AWS")
                    BackupSchedule.only("region_name", region.atlasName)
                    BackupSchedule.only("zone_id", zone)
                    BackupSchedule.only("frequencies", copiedFrequencies)
                    BackupSchedule.only("should_copy_oplogs", copiesOplogs)
                }
            }
            return Row(
                terraform: "copy_settings", cloudFormation: nil, form: .block, content: .repeated(tables),
                reason: "CloudFormation names the replication spec instead of the zone")
        }

        private static func only(_ terraform: String, _ value: some ExpressionConvertible) -> Row {
            terraformOnly(terraform, value, because: "part of a block that only Terraform has")
        }

        // MARK: CloudFormation

        private var policies: Expression {
            let items = plan.items.map { item in
                Expression.object([
                    .init("FrequencyType", .string(item.frequency.rawValue)),
                    .init("FrequencyInterval", .integer(item.interval)),
                    .init("RetentionUnit", .string(item.retention.unit)),
                    .init("RetentionValue", .integer(item.retention.count)),
                ])
            }
            return .list([.object([.init("PolicyItems", .list(items))])])
        }

        private var copies: Expression {
            guard let replicationSpec, !plan.copies.isEmpty else { return .null }
            return .list(
                plan.copies.map { region in
                    .object([
                        .init("CloudProvider", .string("AWS")),
                        .init("RegionName", .string(region.atlasName)),
                        .init("ReplicationSpecId", replicationSpec.expression),
                        .init("Frequencies", copiedFrequencies.expression),
                        .init("ShouldCopyOplogs", .boolean(copiesOplogs)),
                    ])
                })
        }

        // MARK: Both

        private var copiedFrequencies: [String] { plan.items.map { $0.frequency.rawValue.uppercased() } }

        /// Without the oplog a copy restores to snapshots only.
        private var copiesOplogs: Bool { plan.restoreWindow != nil }
    }
}
