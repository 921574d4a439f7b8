import TerraneCompiler
import TerraneTesting
import Testing

@testable import stacks

/// Facts of the affiliate system's deployment manual, found in what the stack compiles to.
@Suite struct AffiliateTests {
    @Test func itCompilesWithoutARemark() async {
        let diagnostics = await CompiledStack(Affiliate.production).diagnostics
        #expect(diagnostics.isEmpty, "\(diagnostics)")
    }

    /// `module "aurora"`.
    @Test func theClusterIsTheDocuments() async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let differences = facts.differences(
            in: "affiliate-system-aurora",
            from: [
                "cluster_identifier | DBClusterIdentifier": "affiliate-system-aurora",
                "engine | Engine": "aurora-mysql", "database_name | DatabaseName": "affiliate_production",
                "master_username | MasterUsername": "admin", "storage_encrypted | StorageEncrypted": "true",
                "backup_retention_period | BackupRetentionPeriod": "30",
                "preferred_backup_window | PreferredBackupWindow": "03:00-04:00",
                "enabled_cloudwatch_logs_exports | EnableCloudwatchLogsExports": "[audit, error, slowquery]",
                "skip_final_snapshot": "false", "apply_immediately": "false",
            ])
        #expect(differences == [])
        #expect(
            facts.attribute("engine_version", of: "affiliate-system-aurora")?.hasPrefix("8.0.mysql_aurora.3.") == true)
        #expect(facts.all("aws_rds_cluster").count == 1)
        #expect(facts.all("aws_rds_cluster_instance").count == 3)
    }

    @Test(arguments: [("writer", "db.r6g.2xlarge"), ("reader1", "db.r6g.xlarge"), ("reader2", "db.r6g.xlarge")])
    func theInstanceIsTheDocuments(instance: String, size: String) async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let differences = facts.differences(
            in: "affiliate-system-aurora/\(instance)",
            from: [
                "cluster_identifier | DBClusterIdentifier": "{affiliate-system-aurora}",
                "instance_class | DBInstanceClass": size,
                "auto_minor_version_upgrade | AutoMinorVersionUpgrade": "true",
                "performance_insights_enabled | EnablePerformanceInsights": "true",
                "publicly_accessible | PubliclyAccessible": "false",
                // The writer is the first to take over again.
                "promotion_tier | PromotionTier": instance == "writer" ? "0" : "1",
            ])
        #expect(differences == [])
    }

    /// `module "redis"`: three nodes, which are one shard of a primary and two replicas.
    @Test func theCacheIsTheDocuments() async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let differences = facts.differences(
            in: "affiliate-redis",
            from: [
                "replication_group_id | ReplicationGroupId": "affiliate-redis", "engine | Engine": "redis",
                "engine_version | EngineVersion": "7.0", "node_type | CacheNodeType": "cache.r6g.xlarge",
                "num_node_groups | NumNodeGroups": "1", "replicas_per_node_group | ReplicasPerNodeGroup": "2",
                "parameter_group_name | CacheParameterGroupName": "default.redis7.cluster.on", "port | Port": "6379",
                "automatic_failover_enabled | AutomaticFailoverEnabled": "true",
                "multi_az_enabled | MultiAZEnabled": "true",
                "at_rest_encryption_enabled | AtRestEncryptionEnabled": "true",
                "transit_encryption_enabled | TransitEncryptionEnabled": "true",
                "snapshot_retention_limit | SnapshotRetentionLimit": "5",
                "snapshot_window | SnapshotWindow": "03:00-05:00",
            ])
        #expect(differences == [])
    }

    /// The `autoscaling` block that Terraform does not know, as a target and a policy.
    @Test func theServiceScalesAsTheDocumentSays() async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let target = facts.differences(
            in: "affiliate-web/scaling/target",
            from: [
                "min_capacity | MinCapacity": "3", "max_capacity | MaxCapacity": "20",
                "scalable_dimension | ScalableDimension": "ecs:service:DesiredCount",
                "resource_id | ResourceId": "service/{affiliate-system-cluster}/{affiliate-web}",
            ])
        let terraform = "target_tracking_scaling_policy_configuration"
        let template = "TargetTrackingScalingPolicyConfiguration"
        let metric = "predefined_metric_specification.predefined_metric_type"
        let policy = facts.differences(
            in: "affiliate-web/scaling/cpu-target",
            from: [
                "policy_type | PolicyType": "TargetTrackingScaling",
                "\(terraform).target_value | \(template).TargetValue": "70",
                "\(terraform).\(metric)": "ECSServiceAverageCPUUtilization",
                "\(template).PredefinedMetricSpecification.PredefinedMetricType": "ECSServiceAverageCPUUtilization",
            ])
        #expect(target + policy == [])
    }

    /// `aws_ecs_service.web`, and the health check of its image.
    @Test func theServiceIsTheDocuments() async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let service = facts.differences(
            in: "affiliate-web",
            from: [
                "name | ServiceName": "affiliate-web", "cluster | Cluster": "{affiliate-system-cluster}",
                "desired_count": "3", "load_balancer.0.container_name | LoadBalancers.0.ContainerName": "app",
                "load_balancer.0.container_port | LoadBalancers.0.ContainerPort": "80",
                "capacity_provider_strategy.0.capacity_provider": "FARGATE",
            ])
        let zones = ["a", "c", "d"].flatMap { zone in
            facts.differences(
                in: "affiliate-system/private-\(zone)", from: ["availability_zone": "ap-northeast-1\(zone)"])
        }
        #expect(service + zones == [])
        #expect(facts.attribute("launch_type", of: "affiliate-web") == nil)
        let compiled = await CompiledStack(Affiliate.production, targets: [.ecs])
        let task = try #require(compiled.text("ecs/affiliate-web.task-definition.json"))
        #expect(task.contains(#""php artisan health:check || exit 1""#))
        #expect(compiled.text("ecs/affiliate-migration.task-definition.json")?.contains("migrate") == true)
    }

    /// "CloudWatch ダッシュボード": three widgets with titles, metrics, statistics and query.
    @Test(arguments: ["dashboard_body", "DashboardBody"])
    func theDashboardIsTheDocuments(body: String) async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let widgets = "\(body).widgets"
        let service = "\(widgets).0.properties"
        let database = "\(widgets).1.properties"
        let differences = facts.differences(
            in: "affiliate-board",
            from: [
                "\(widgets).0.type": "metric", "\(service).title": "ECS Resource Utilization",
                "\(service).metrics.0.0": "AWS/ECS", "\(service).metrics.0.1": "CPUUtilization",
                "\(service).metrics.0.6.stat": "Average", "\(service).metrics.0.6.period": "300",
                "\(service).metrics.1.1": "MemoryUtilization", "\(service).metrics.1.6.stat": "Average",
                "\(widgets).1.type": "metric", "\(database).title": "RDS Performance",
                "\(database).metrics.0.0": "AWS/RDS", "\(database).metrics.0.1": "DatabaseConnections",
                "\(database).metrics.0.4.stat": "Sum", "\(database).metrics.0.4.period": "300",
                "\(database).metrics.1.1": "CPUUtilization", "\(database).metrics.1.4.stat": "Average",
                "\(database).metrics.2.1": "FreeableMemory", "\(database).metrics.2.4.stat": "Average",
                "\(widgets).2.type": "log", "\(widgets).2.properties.title": "Error Logs",
                "\(widgets).2.properties.query":
                    "SOURCE '{affiliate-web/logs}' | filter @message like /ERROR/ | stats count() by bin(5m)",
            ])
        let logs = facts.differences(
            in: "affiliate-web/logs", from: ["name | LogGroupName": "/aws/ecs/affiliate-system"])
        #expect(differences + logs == [])
        #expect(facts.attribute("\(widgets).3.type", of: "affiliate-board") == nil)
    }

    /// `datadog/monitors.yaml`, word for word.
    @Test(arguments: [
        (
            "affiliate-high-error-rate", "High Error Rate", "avg(last_5m):sum:api.errors{env:production} > 100",
            "エラー率が異常に高くなっています\n@slack-oncall @pagerduty", "[env:production, severity:critical]"
        ),
        (
            "affiliate-response-time", "API Response Time",
            "avg(last_10m):avg:api.response_time{env:production} > 1000",
            "APIレスポンスタイムが1秒を超えています\n@slack-engineering", "[env:production, severity:warning]"
        ),
        (
            "affiliate-connection-pool", "Database Connection Pool",
            "avg(last_5m):avg:mysql.performance.threads_connected{*} / avg:mysql.performance.max_connections{*} > 0.8",
            "データベース接続プールが80%を超えています\n@slack-oncall", nil
        ),
    ])
    func theMonitorIsTheDocuments(
        monitor: String, title: String, query: String, message: String, tags: String?
    ) async throws {
        let facts = try await GraphFacts(Affiliate.production)
        let differences = facts.differences(
            in: monitor,
            from: [
                "name | Name": title, "type | Type": "metric alert", "query | Query": query,
                "message | Message": message,
            ])
        #expect(differences == [])
        #expect(facts.attribute("tags", of: monitor) == tags)
        #expect(facts.attribute("Tags", of: monitor) == tags)
        #expect(facts.all("datadog_monitor").count == 3)
    }
}
