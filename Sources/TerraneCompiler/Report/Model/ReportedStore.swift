import TerraneChecks
package import TerraneCore

/// Something that keeps data: how they are backed up, protected and encrypted, and when it is worked on.
package struct ReportedStore: Sendable {
    package let name: Name
    package let source: SourceLocation
    package let kind: String
    package let backups: String
    package let encryption: String
    package let maintenance: String
    /// Whether the data survive the removal of the resource; nil for what counts as none.
    package let isProtected: Bool?
}

extension Inventory {
    func reportedStores() -> [ReportedStore] {
        items.compactMap { item in
            let (backups, encryption, maintenance): (String?, String?, String?)
            switch item.type {
            case "aws_db_instance", "aws_rds_cluster": (backups, encryption, maintenance) = database(item)
            case "aws_elasticache_replication_group": (backups, encryption, maintenance) = cache(item)
            case "mongodbatlas_advanced_cluster": (backups, encryption, maintenance) = atlas(item)
            case "aws_s3_bucket": (backups, encryption, maintenance) = bucket(item)
            case "aws_cloudwatch_log_group":
                (backups, encryption, maintenance) = (
                    item.words("retention_in_days").map { "kept \($0.days)" } ?? "kept for ever",
                    item.words("kms_key_id") ?? "by AWS", nil
                )
            default: return nil
            }
            return ReportedStore(
                name: item.name, source: item.source, kind: item.noun, backups: backups ?? "none",
                encryption: encryption ?? "none", maintenance: maintenance ?? "",
                isProtected: item.node.type.persistence.isStateful ? graph.protects(item.node) : nil)
        }
    }

    /// What AWS Backup makes of it.
    private func plans(for item: Item) -> [String] {
        referrers(of: item).filter { $0.type == "aws_backup_selection" }
            .compactMap { target(of: $0, "plan_id") }.flatMap { plan in
                plan.parts("rule").map { rule in
                    let schedule = rule.values("schedule").first.map { plan.words($0) } ?? "at times set by AWS"
                    let days = rule.values("lifecycle/delete_after").first.map { ", kept \(plan.words($0).days)" } ?? ""
                    return "by \(plan.name): \(schedule)\(days)"
                }
            }
    }

    private typealias Keeping = (String?, String?, String?)

    private func database(_ item: Item) -> Keeping {
        let window = item.words("backup_window") ?? item.words("preferred_backup_window")
        let days = item.words("backup_retention_period")
        let backups =
            days == "0"
            ? nil
            : days.map {
                "daily, kept \($0.days)" + (window.map { ", at \($0) UTC" } ?? "")
                    + "; any moment of them can be restored"
            }
        let key = item.words("kms_key_id") ?? "the AWS managed key"
        let isEncrypted = item["storage_encrypted"].flag != false
        return (
            ([item.words("replicate_source_db").map { "copy of \($0)" }, backups].compactMap(\.self) + plans(for: item))
                .joined(separator: "; ").nilIfEmpty,
            isEncrypted ? "at rest, with \(key)" : nil,
            item.words("maintenance_window") ?? item.words("preferred_maintenance_window") ?? "chosen by AWS"
        )
    }

    private func cache(_ item: Item) -> Keeping {
        let days = item.words("snapshot_retention_limit")
        let window = item.words("snapshot_window").map { ", at \($0) UTC" } ?? ""
        let sides = [
            item["at_rest_encryption_enabled"].flag == true ? "at rest" : nil,
            item["transit_encryption_enabled"].flag == true ? "in transit" : nil,
        ].compactMap(\.self)
        return (
            days == "0" ? nil : days.map { "daily, kept \($0.days)\(window)" },
            sides.isEmpty ? nil : sides.joined(separator: " and "), item.words("maintenance_window") ?? "chosen by AWS"
        )
    }

    /// Encryption of Atlas is always on ("Encryption at Rest", MongoDB Atlas documentation).
    private func atlas(_ item: Item) -> Keeping {
        let schedules = referrers(of: item).filter { $0.type == "mongodbatlas_cloud_backup_schedule" }
        let items = schedules.flatMap { schedule in
            ["hourly", "daily", "weekly", "monthly", "yearly"].flatMap { frequency in
                schedule.parts("policy_item_\(frequency)").map { part in
                    "\(frequency), kept \(part["retention_value"].integer.map(String.init) ?? "?") \(part["retention_unit"].text ?? "")"
                }
            }
        }
        let regions = schedules.flatMap { $0.values("copy_settings/region_name") }.map { item.words($0) }
        let copies = regions.isEmpty ? [] : ["copied to \(regions.joined(separator: ", "))"]
        let moments = item["pit_enabled"].flag == true ? ["any moment of the restore window"] : []
        let backups = (items + moments + copies).joined(separator: "; ")
        return (
            item["backup_enabled"].flag == true ? (backups.isEmpty ? "by Atlas" : backups) : nil,
            "at rest and in transit, by Atlas", "chosen by Atlas"
        )
    }

    private func bucket(_ item: Item) -> Keeping {
        let parts = referrers(of: item)
        func find(_ type: String) -> [Item] { parts.filter { $0.type == type } }
        let versions = find("aws_s3_bucket_versioning").contains {
            $0["versioning_configuration/status"].text == "Enabled"
        }
        let rules = find("aws_s3_bucket_lifecycle_configuration").flatMap { configuration in
            configuration.parts("rule").flatMap { rule in
                rule.values("expiration/days").map { "removed after \(configuration.words($0).days)" }
                    + rule.values("noncurrent_version_expiration/noncurrent_days").map {
                        "old versions kept \(configuration.words($0).days)"
                    }
            }
        }
        let copies = find("aws_s3_bucket_replication_configuration").flatMap { copy in
            copy.values("rule/destination/bucket").map { "copied to \(target(of: $0)?.name.path ?? copy.words($0))" }
        }
        let algorithms = find("aws_s3_bucket_server_side_encryption_configuration").flatMap { configuration in
            configuration.values("rule/apply_server_side_encryption_by_default/sse_algorithm").map {
                configuration.words($0)
            }
        }
        let kept = (versions ? ["versions"] : []) + rules.unique + copies + plans(for: item)
        return (
            kept.isEmpty ? nil : kept.joined(separator: "; "),
            algorithms.first.map { "at rest, \($0)" } ?? "at rest, by AWS", nil
        )
    }
}

extension String {
    /// A number of days in words.
    fileprivate var days: String { self == "1" ? "1 day" : "\(self) days" }

    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
