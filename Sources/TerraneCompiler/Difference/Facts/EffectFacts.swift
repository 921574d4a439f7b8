/// What services do when a property changes in place, from their documentation.
///
/// Paths are Terraform's, which typed and raw resources share. What is not here changes without anybody noticing, or nobody
/// wrote it down yet.
enum EffectFacts {
    /// What the rules say of a changed property: of each kind the first that holds, among those that say the most of it.
    static func rules(
        for type: String, of value: ChangedValue
    ) -> [(rule: EffectRule, certainty: Consequence.Certainty)] {
        let names = value.termNames
        let concerned = (byType[type, default: []] + sizes(names)).filter { $0.concerns(names) }
        return Dictionary(grouping: concerned, by: \.kind).sorted { $0.key < $1.key }.compactMap { _, rules in
            let depth = rules.map(\.path.count).max()
            return rules.lazy.filter { $0.path.count == depth }
                .compactMap { rule in rule.certainty(of: value).map { (rule, $0) } }.first
        }
    }

    private static let byType: [String: [EffectRule]] = {
        var table: [String: [EffectRule]] = [:]
        let data = dataLoss + backupsOfAtlas + protection + downtimeOfData
        for rule in data + downtimeOfServices + packets + exposure + monitoring {
            for type in rule.types { table[type, default: []].append(rule) }
        }
        return table
    }()

    static let databases = ["aws_db_instance", "aws_rds_cluster"]
    static let instances = ["aws_db_instance", "aws_rds_cluster_instance"]
    static let caches = ["aws_elasticache_replication_group", "aws_elasticache_cluster"]
    static let atlas = ["mongodbatlas_advanced_cluster", "mongodbatlas_cluster"]

    /// Properties that are a number or a size, whatever has them: more of it costs more.
    private static func sizes(_ names: [String]) -> [EffectRule] {
        guard let name = names.last, counts.contains(name) else { return [] }
        let whole = names.joined(separator: "/")
        return [
            EffectRule(
                [], whole, [.increases], .capacity, .will, "there is more of it, which costs more",
                rule: "more-capacity",
                authority: "AWS pricing by resource type"),
            EffectRule(
                [], whole, [.decreases], .capacity, .will, "there is less of it, which costs less",
                rule: "less-capacity",
                authority: "AWS pricing by resource type"),
            EffectRule(
                [], whole, [.anyway], .capacity, .will, "it is of another size, which costs more or less",
                rule: "other-capacity", authority: "AWS pricing by resource type"),
        ]
    }

    private static let counts: Set = [
        "desired_count", "num_cache_clusters", "num_node_groups", "replicas_per_node_group", "min_capacity",
        "max_capacity", "allocated_storage", "max_allocated_storage", "iops", "throughput", "instance_class",
        "node_type", "instance_type", "cpu", "memory", "node_count", "instance_size", "disk_size_gb", "multi_az",
        "retention_in_days", "backup_retention_period", "snapshot_retention_limit", "size",
        "performance_insights_retention_period", "read_capacity", "write_capacity", "storage_type",
    ]

    /// Types of which a single one is paid for by the hour or the month, used or not.
    static let paidByTheHour: Set = [
        "aws_nat_gateway", "aws_db_instance", "aws_rds_cluster_instance", "aws_elasticache_replication_group",
        "aws_elasticache_cluster", "aws_lb", "aws_vpc_endpoint", "aws_eip", "aws_kms_key", "aws_kms_replica_key",
        "aws_wafv2_web_acl", "aws_ecs_service", "aws_instance", "mongodbatlas_advanced_cluster", "mongodbatlas_cluster",
        "mongodbatlas_privatelink_endpoint", "aws_route53_health_check", "aws_secretsmanager_secret",
    ]
}

// MARK: What is stored

extension EffectFacts {
    fileprivate static let dataLoss: [EffectRule] = [
        EffectRule(
            databases, "backup_retention_period", [.becomes("0")], .dataLoss, .will,
            "all of its automated backups are deleted at once", rule: "backups-disabled",
            authority: "Disabling automated backups (Amazon RDS User Guide)"),
        EffectRule(
            databases, "backup_retention_period", [.decreases, .disappears], .dataLoss, .may,
            "backups older than the new retention are deleted", rule: "retention-shortened",
            authority: "Backup retention period (Amazon RDS User Guide)"),
        EffectRule(
            caches, "snapshot_retention_limit", [.becomes("0"), .disappears], .dataLoss, .may,
            "no more automatic backups are taken of it", rule: "backups-disabled",
            authority: "Scheduling automatic backups (Amazon ElastiCache User Guide)"),
        EffectRule(
            caches, "snapshot_retention_limit", [.decreases], .dataLoss, .may,
            "backups older than the new retention are deleted", rule: "retention-shortened",
            authority: "Scheduling automatic backups (Amazon ElastiCache User Guide)"),
        EffectRule(
            ["aws_cloudwatch_log_group"], "retention_in_days", [.decreases, .appears], .dataLoss, .will,
            "log events older than the new retention are deleted", rule: "retention-shortened",
            authority: "Change log data retention in CloudWatch Logs (Amazon CloudWatch Logs User Guide)"),
        EffectRule(
            ["aws_s3_bucket_versioning"], "versioning_configuration/status", [.becomes("Suspended"), .disappears],
            .dataLoss, .may, "what is overwritten or deleted is no longer kept", rule: "versioning-suspended",
            authority: "Using versioning in S3 buckets (Amazon S3 User Guide)"),
        EffectRule(
            ["aws_s3_bucket_lifecycle_configuration"], "rule/expiration/days", [.decreases, .appears], .dataLoss,
            .may,
            "objects expire that were kept", rule: "expiration-shortened",
            authority: "Expiring objects (Amazon S3 User Guide)"),
        EffectRule(
            ["aws_s3_bucket_lifecycle_configuration"], "rule/noncurrent_version_expiration/noncurrent_days",
            [.decreases, .appears], .dataLoss, .may, "older versions expire that were kept",
            rule: "expiration-shortened",
            authority: "Expiring objects (Amazon S3 User Guide)"),
        EffectRule(
            ["aws_s3_bucket_lifecycle_configuration"], "rule", [.anyway], .dataLoss, .may,
            "objects may expire that were kept", rule: "expiration-changed",
            authority: "Expiring objects (Amazon S3 User Guide)"),
        EffectRule(
            ["aws_ecr_lifecycle_policy"], "policy", [.anyway], .dataLoss, .may, "images may expire that were kept",
            rule: "expiration-changed", authority: "Lifecycle policies (Amazon ECR User Guide)"),
        EffectRule(
            ["aws_backup_plan"], "rule/lifecycle/delete_after", [.decreases], .dataLoss, .may,
            "further backups are kept for a shorter time", rule: "retention-shortened",
            authority: "Backup plan options and configuration (AWS Backup Developer Guide)"),
        EffectRule(
            ["aws_backup_plan"], "rule", [.shrinks], .dataLoss, .may, "fewer backups are taken",
            rule: "backups-removed",
            authority: "Backup plan options and configuration (AWS Backup Developer Guide)"),
        EffectRule(
            atlas, "backup_enabled", [.leaves("true")], .dataLoss, .may,
            "its cloud backups end, and those that there are go",
            rule: "backups-disabled", authority: "Back up your cluster (MongoDB Atlas documentation)"),
        EffectRule(
            atlas, "pit_enabled", [.leaves("true")], .dataLoss, .may,
            "it can no longer be restored to any point in time", rule: "backups-disabled",
            authority: "Continuous cloud backups (MongoDB Atlas documentation)"),
        EffectRule(
            ["mongodbatlas_cloud_backup_schedule"], "restore_window_days", [.decreases], .dataLoss, .will,
            "it can be restored to fewer days", rule: "retention-shortened",
            authority: "Manage backup policies (MongoDB Atlas documentation)"),
        EffectRule(
            ["aws_dynamodb_table"], "point_in_time_recovery/enabled", [.leaves("true")], .dataLoss, .may,
            "it can no longer be restored to any point in time", rule: "backups-disabled",
            authority: "Point-in-time recovery (Amazon DynamoDB Developer Guide)"),
    ]

    fileprivate static let backupsOfAtlas: [EffectRule] = ["hourly", "daily", "weekly", "monthly", "yearly"].flatMap {
        frequency in
        [
            EffectRule(
                ["mongodbatlas_cloud_backup_schedule"], "policy_item_\(frequency)/retention_value", [.decreases],
                .dataLoss, .may, "backups are kept for a shorter time", rule: "retention-shortened",
                authority: "Manage backup policies (MongoDB Atlas documentation)"),
            EffectRule(
                ["mongodbatlas_cloud_backup_schedule"], "policy_item_\(frequency)", [.disappears], .dataLoss, .may,
                "backups are taken less often", rule: "backups-removed",
                authority: "Manage backup policies (MongoDB Atlas documentation)"),
        ]
    }

    /// What keeps data from being lost by mistake.
    fileprivate static let protection: [EffectRule] = [
        EffectRule(
            databases + ["aws_rds_global_cluster"], "deletion_protection",
            [.leaves("true")], .dataLoss, .may, "AWS no longer refuses to delete it", rule: "protection-lifted",
            authority: "Deleting a DB instance (Amazon RDS User Guide)"),
        EffectRule(
            ["aws_lb"], "enable_deletion_protection", [.leaves("true")], .dataLoss, .may,
            "AWS no longer refuses to delete it", rule: "protection-lifted",
            authority: "Update attributes for your Application Load Balancer (Elastic Load Balancing User Guide)"),
        EffectRule(
            ["aws_dynamodb_table"], "deletion_protection_enabled", [.leaves("true")], .dataLoss, .may,
            "AWS no longer refuses to delete it", rule: "protection-lifted",
            authority: "Using deletion protection to protect your table (Amazon DynamoDB Developer Guide)"),
        EffectRule(
            atlas, "termination_protection_enabled", [.leaves("true")], .dataLoss, .may,
            "Atlas no longer refuses to terminate it", rule: "protection-lifted",
            authority: "Terminate one deployment (MongoDB Atlas documentation)"),
        EffectRule(
            databases, "skip_final_snapshot", [.becomes("true")], .dataLoss, .may,
            "no last snapshot is taken of it when it goes", rule: "final-snapshot-skipped",
            authority: "Deleting a DB instance (Amazon RDS User Guide)"),
        EffectRule(
            ["aws_s3_bucket"], "force_destroy", [.becomes("true")], .dataLoss, .may,
            "it goes with all its objects when it is removed", rule: "protection-lifted",
            authority: "Deleting a general purpose bucket (Amazon S3 User Guide)"),
        EffectRule(
            ["aws_ecr_repository"], "force_delete", [.becomes("true")], .dataLoss, .may,
            "it goes with all its images when it is removed", rule: "protection-lifted",
            authority: "Deleting an Amazon ECR private repository (Amazon ECR User Guide)"),
        EffectRule(
            ["aws_secretsmanager_secret"], "recovery_window_in_days", [.becomes("0")], .dataLoss, .may,
            "it cannot be recovered once it is removed", rule: "protection-lifted",
            authority: "Delete an AWS Secrets Manager secret (AWS Secrets Manager User Guide)"),
        EffectRule(
            ["aws_kms_key", "aws_kms_replica_key"], "deletion_window_in_days", [.decreases], .dataLoss, .may,
            "there is less time to think again when it is removed", rule: "protection-lifted",
            authority: "Deleting AWS KMS keys (AWS Key Management Service Developer Guide)"),
    ]
}
