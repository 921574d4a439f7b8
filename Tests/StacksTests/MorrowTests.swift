import TerraneCompiler
import TerraneTesting
import Testing

@testable import stacks

/// Facts of Morrow's deployment document, found in what the stack compiles to.
@Suite struct MorrowTests {
    @Test func everyEnvironmentCompilesWithoutARemark() async {
        for stack in [Morrow.production, Morrow.staging] {
            let diagnostics = await CompiledStack(stack).diagnostics
            #expect(diagnostics.isEmpty, "\(stack.environment): \(diagnostics)")
        }
    }

    /// "自動スケーリング": 2 to 10 tasks, 3 to begin with.
    @Test(arguments: [(Morrow.production, "2", "10", "3"), (Morrow.staging, "1", "2", "1")])
    func theNumberOfTasksIsTheEnvironments(
        stack: Morrow, minimum: String, maximum: String, desired: String
    ) async throws {
        let facts = try await GraphFacts(stack)
        let target = facts.differences(
            in: "morrow-backend/scaling/target",
            from: ["min_capacity | MinCapacity": minimum, "max_capacity | MaxCapacity": maximum])
        #expect(target + facts.differences(in: "morrow-backend", from: ["desired_count": desired]) == [])
    }

    /// "自動スケーリング": threshold and cooldowns in seconds of each trigger.
    @Test(arguments: [
        ("cpu-target", "predefined_metric_specification.predefined_metric_type", "ECSServiceAverageCPUUtilization"),
        (
            "requests-target", "customized_metric_specification.metrics.1.metric_stat.metric.metric_name",
            "RequestCountPerTarget"
        ),
    ])
    func theScalingPolicyFollowsTheDocumentsMetric(policy: String, path: String, metric: String) async throws {
        let facts = try await GraphFacts(Morrow.production)
        let differences = facts.differences(
            in: "morrow-backend/scaling/\(policy)",
            from: ["target_tracking_scaling_policy_configuration.\(path)": metric])
        #expect(differences == [])
    }

    @Test(arguments: [("cpu-target", "70", "300", "600"), ("requests-target", "1000", "180", "300")])
    func theScalingPolicyIsTheDocuments(policy: String, value: String, out: String, back: String) async throws {
        let facts = try await GraphFacts(Morrow.production)
        let terraform = "target_tracking_scaling_policy_configuration"
        let template = "TargetTrackingScalingPolicyConfiguration"
        let differences = facts.differences(
            in: "morrow-backend/scaling/\(policy)",
            from: [
                "\(terraform).target_value | \(template).TargetValue": value,
                "\(terraform).scale_out_cooldown | \(template).ScaleOutCooldown": out,
                "\(terraform).scale_in_cooldown | \(template).ScaleInCooldown": back,
            ])
        #expect(differences == [])
    }

    /// "カナリアデプロイメント": 5 % first, watched by the two alarms that take it back.
    @Test(arguments: [Morrow.production, Morrow.staging])
    func aNewVersionIsACanaryFirst(stack: Morrow) async throws {
        let facts = try await GraphFacts(stack)
        let config = facts.differences(
            in: "morrow-backend/deployment/config",
            from: [
                "compute_platform | ComputePlatform": "ECS",
                "traffic_routing_config.type | TrafficRoutingConfig.Type": "TimeBasedCanary",
                "traffic_routing_config.time_based_canary.percentage": "5",
                "TrafficRoutingConfig.TimeBasedCanary.CanaryPercentage": "5",
            ])
        let group = facts.differences(
            in: "morrow-backend/deployment/group",
            from: [
                "deployment_config_name | DeploymentConfigName": "{morrow-backend/deployment/config}",
                "deployment_style.deployment_type | DeploymentStyle.DeploymentType": "BLUE_GREEN",
                "auto_rollback_configuration.enabled | AutoRollbackConfiguration.Enabled": "true",
                "auto_rollback_configuration.events": "[DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM]",
                "AutoRollbackConfiguration.Events": "[DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM]",
                "alarm_configuration.enabled | AlarmConfiguration.Enabled": "true",
                "alarm_configuration.alarms": "[{morrow-error-rate}, {morrow-response-time}]",
                "AlarmConfiguration.Alarms.0.Name": "{morrow-error-rate}",
                "AlarmConfiguration.Alarms.1.Name": "{morrow-response-time}",
            ])
        let service = facts.differences(
            in: "morrow-backend", from: ["deployment_controller.type | DeploymentController.Type": "CODE_DEPLOY"])
        #expect(config + group + service == [])
    }

    /// "ブルーグリーンデプロイメント": two groups of tasks behind one listener, and what CodeDeploy is handed.
    @Test func bothColoursAreThere() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let pair = "load_balancer_info.target_group_pair_info.0"
        let differences = facts.differences(
            in: "morrow-backend/deployment/group",
            from: [
                "\(pair).target_group.0.name": "{morrow-backend/blue}",
                "\(pair).target_group.1.name": "{morrow-backend/green}",
                "\(pair).prod_traffic_route.listener_arns": "[{morrow-alb/https}]",
                "\(pair).test_traffic_route.listener_arns": "[{morrow-alb/test}]",
            ])
        #expect(differences == [])
        let compiled = await CompiledStack(Morrow.production, targets: [.ecs])
        #expect(compiled.text("ecs/morrow-backend.appspec.yaml")?.contains("ContainerPort: 8080") == true)
    }

    /// "アラート設定", first row: more than 1 % of the requests, minute by minute for five.
    @Test func theErrorRateIsWatched() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let rate = "100 * (FILL(targetErrors, 0) + FILL(balancerErrors, 0)) / requests"
        let differences = facts.differences(
            in: "morrow-error-rate",
            from: [
                "threshold | Threshold": "1", "comparison_operator | ComparisonOperator": "GreaterThanThreshold",
                "evaluation_periods | EvaluationPeriods": "5",
                "metric_query.0.expression | Metrics.0.Expression": rate,
                "metric_query.1.metric.metric_name": "HTTPCode_Target_5XX_Count",
                "metric_query.2.metric.metric_name": "HTTPCode_ELB_5XX_Count",
                "metric_query.3.metric.metric_name": "RequestCount",
                "metric_query.1.metric.period | Metrics.1.MetricStat.Period": "60",
                "metric_query.2.metric.period | Metrics.2.MetricStat.Period": "60",
                "metric_query.3.metric.period | Metrics.3.MetricStat.Period": "60",
            ])
        #expect(differences == [])
    }

    /// "アラート設定", the other rows: p99 over 500 ms, CPU over 80 % for 10 minutes, 80 % of the connections.
    @Test func whatElseIsWatchedIsTheDocuments() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let slow = facts.differences(
            in: "morrow-response-time",
            from: [
                "namespace | Namespace": "AWS/ApplicationELB", "metric_name | MetricName": "TargetResponseTime",
                "extended_statistic | ExtendedStatistic": "p99", "threshold | Threshold": "0.5",
            ])
        let busy = facts.differences(
            in: "morrow-cpu",
            from: [
                "namespace | Namespace": "AWS/ECS", "metric_name | MetricName": "CPUUtilization",
                "threshold | Threshold": "80", "evaluation_periods | EvaluationPeriods": "2", "period | Period": "300",
                "dimensions.ServiceName": "morrow-backend",
            ])
        // The most connections that PostgreSQL takes in the 16 GiB of an r6g.large.
        let full = facts.differences(
            in: "morrow-database-connections",
            from: [
                "threshold | Threshold": "80",
                "metric_query.0.expression | Metrics.0.Expression": "100 * connections / 1802",
                "metric_query.1.metric.metric_name": "DatabaseConnections",
                "metric_query.1.metric.dimensions.DBInstanceIdentifier": "{morrow-db}",
            ])
        #expect(slow + busy + full == [])
    }

    /// "CloudWatch メトリクス": what the application measures of itself, and the threshold of each.
    @Test(arguments: [
        ("morrow-api-response-time", "APIResponseTime", "200"), ("morrow-api-error-rate", "ErrorRate", "1"),
        ("morrow-api-database-connections", "DatabaseConnections", "80"),
    ])
    func theApplicationsFigureIsWatched(alarm: String, metric: String, threshold: String) async throws {
        let differences = try await GraphFacts(Morrow.production).differences(
            in: alarm,
            from: [
                "namespace | Namespace": "Morrow", "metric_name | MetricName": metric,
                "threshold | Threshold": threshold, "alarm_actions | AlarmActions": "[{morrow-alerts}]",
            ])
        #expect(differences == [])
    }

    /// "CDN設定": three patterns from /static of the API, with the managed policy CachingOptimized.
    @Test func theContentDeliveryIsTheDocuments() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let origin = facts.differences(
            in: "morrow-cdn/distribution",
            from: [
                "aliases | DistributionConfig.Aliases": "[cdn.morrow.app]",
                "origin.1.domain_name | DistributionConfig.Origins.1.DomainName": "api.morrow.app",
                "origin.1.origin_path | DistributionConfig.Origins.1.OriginPath": "/static",
            ])
        let cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
        let behaviors = ["*.js", "*.css", "*.png"].enumerated().flatMap { position, pattern in
            let terraform = "ordered_cache_behavior.\(position)"
            let template = "DistributionConfig.CacheBehaviors.\(position)"
            return facts.differences(
                in: "morrow-cdn/distribution",
                from: [
                    "\(terraform).path_pattern | \(template).PathPattern": pattern,
                    "\(terraform).target_origin_id | \(template).TargetOriginId": "api.morrow.app/static",
                    "\(terraform).cache_policy_id | \(template).CachePolicyId": cachingOptimized,
                ])
        }
        #expect(origin + behaviors == [])
        #expect(facts.attribute("ordered_cache_behavior.3.path_pattern", of: "morrow-cdn/distribution") == nil)
    }

    /// "証明書管理".
    @Test func theCertificateIsTheDocuments() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let differences = facts.differences(
            in: "morrow-certificate",
            from: [
                "domain_name | DomainName": "api.morrow.app",
                "subject_alternative_names | SubjectAlternativeNames": "[*.morrow.app]",
                "validation_method | ValidationMethod": "DNS",
            ])
        #expect(differences == [])
        #expect(facts.region(of: "morrow-cdn/certificate") == "us-east-1")
    }

    /// "バックアップ戦略": seven days of the database, and a copy of the files in another region.
    @Test func copiesAreKept() async throws {
        let facts = try await GraphFacts(Morrow.production)
        let database = facts.differences(
            in: "morrow-db", from: ["backup_retention_period | BackupRetentionPeriod": "7"])
        let replication = facts.differences(
            in: "morrow-files/replication",
            from: [
                "bucket": "{morrow-files}", "rule.0.status": "Enabled",
                "rule.0.destination.bucket": "{morrow-files/replica}",
                "ReplicationConfiguration.Rules.0.Status": "Enabled",
                "ReplicationConfiguration.Rules.0.Destination.Bucket": "{morrow-files/replica}",
            ])
        #expect(database + replication == [])
        #expect(facts.region(of: "morrow-files") == "ap-northeast-1")
        #expect(facts.region(of: "morrow-files/replica") == "ap-northeast-3")
    }

    @Test func stagingIsSmaller() async throws {
        let facts = try await GraphFacts(Morrow.staging)
        let differences = facts.differences(
            in: "morrow-db", from: ["instance_class | DBInstanceClass": "db.t4g.micro", "multi_az | MultiAZ": "false"])
        #expect(differences == [])
        #expect(facts.all("aws_nat_gateway").count == 1)
        #expect(facts.all("aws_s3_bucket_replication_configuration").isEmpty)
    }
}
