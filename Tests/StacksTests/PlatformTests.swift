import Foundation
import TerraneCompiler
import TerraneTesting
import Testing

@testable import stacks

/// Facts of the operations guide, found in what the reference platform compiles to.
@Suite struct PlatformTests {
    @Test func everyEnvironmentCompilesWithoutARemark() async {
        for stack in [Platform.production, Platform.staging, Platform.recovery] {
            let diagnostics = await CompiledStack(stack).diagnostics
            #expect(diagnostics.isEmpty, "\(stack.environment): \(diagnostics)")
        }
    }

    /// A metric alarm on one metric, as the guide's tables have them.
    struct Watched: Sendable {
        let alarm: String
        let metric: String
        let threshold: String
        var comparison = "GreaterThanThreshold"
        let periods: Int
        let seconds: Int
        let statistic: String
        var isCritical = false
    }

    /// §7, "CloudWatch Alarms", and what §4 warns of and takes back.
    @Test(arguments: [
        Watched(
            alarm: "platform-alarms-cpu", metric: "CPUUtilization", threshold: "80", periods: 2, seconds: 300,
            statistic: "Average"),
        Watched(
            alarm: "platform-alarms-errors", metric: "HTTPCode_Target_5XX_Count", threshold: "10", periods: 1, seconds: 60,
            statistic: "Sum", isCritical: true),
        Watched(
            alarm: "platform-alarms-healthy-tasks", metric: "HealthyHostCount", threshold: "2",
            comparison: "LessThanThreshold", periods: 1, seconds: 60, statistic: "Minimum", isCritical: true),
        Watched(
            alarm: "platform-alarms-memory", metric: "MemoryUtilization", threshold: "85", periods: 2, seconds: 300,
            statistic: "Average"),
        Watched(
            alarm: "platform-alarms-slow", metric: "TargetResponseTime", threshold: "1", periods: 3, seconds: 60,
            statistic: "p99"),
        Watched(
            alarm: "platform-too-slow", metric: "TargetResponseTime", threshold: "1", periods: 10, seconds: 60,
            statistic: "p99", isCritical: true),
        Watched(
            alarm: "platform-memory-full", metric: "MemoryUtilization", threshold: "90", periods: 2, seconds: 60,
            statistic: "Average", isCritical: true),
        Watched(
            alarm: "platform-web/scaling/cpu-above-85/alarm", metric: "CPUUtilization", threshold: "85", periods: 5,
            seconds: 60, statistic: "Average"),
    ])
    func theAlarmIsTheGuides(_ watched: Watched) async throws {
        let facts = try await GraphFacts(Platform.production)
        let isPercentile = watched.statistic.hasPrefix("p")
        let statistic = isPercentile ? "extended_statistic | ExtendedStatistic" : "statistic | Statistic"
        let differences = facts.differences(
            in: watched.alarm,
            from: [
                "metric_name | MetricName": watched.metric, "threshold | Threshold": watched.threshold,
                "comparison_operator | ComparisonOperator": watched.comparison,
                "evaluation_periods | EvaluationPeriods": "\(watched.periods)",
                "period | Period": "\(watched.seconds)", statistic: watched.statistic,
            ])
        #expect(differences == [])
        let tellsPager = facts.attribute("alarm_actions", of: watched.alarm)?.contains("{platform-oncall/critical}")
        #expect(tellsPager == watched.isCritical)
    }

    /// §7, the last row of the table: 80 % of the most connections that PostgreSQL takes in 16 GiB.
    @Test func connectionsAreWatched() async throws {
        let differences = try await GraphFacts(Platform.production).differences(
            in: "platform-alarms-connections",
            from: [
                "threshold | Threshold": "80", "evaluation_periods | EvaluationPeriods": "1",
                "metric_query.0.expression | Metrics.0.Expression": "100 * connections / 1802",
                "metric_query.1.metric.metric_name": "DatabaseConnections",
                "alarm_actions | AlarmActions": "[{platform-oncall/alerts}]",
            ])
        #expect(differences == [])
    }

    /// §4, rows one and five: more than 5 % of errors for 5 minutes, more than half of the targets ill for one.
    @Test func sharesAreWatched() async throws {
        let facts = try await GraphFacts(Platform.production)
        let errors = facts.differences(
            in: "platform-error-rate",
            from: [
                "threshold | Threshold": "5", "evaluation_periods | EvaluationPeriods": "5",
                "metric_query.1.metric.metric_name": "HTTPCode_Target_5XX_Count",
                "metric_query.2.metric.metric_name": "HTTPCode_ELB_5XX_Count",
                "metric_query.3.metric.metric_name": "RequestCount",
                "metric_query.3.metric.period | Metrics.3.MetricStat.Period": "60",
            ])
        let ill = facts.differences(
            in: "platform-ill",
            from: [
                "threshold | Threshold": "50", "evaluation_periods | EvaluationPeriods": "1",
                "comparison_operator | ComparisonOperator": "GreaterThanThreshold",
                "metric_query.1.metric.metric_name": "UnHealthyHostCount",
                "metric_query.1.metric.period | Metrics.1.MetricStat.Period": "60",
            ])
        #expect(errors + ill == [])
    }

    /// §4: the alarms that take a deployment back, whether CodeDeploy makes it or ECS itself.
    @Test(arguments: [
        (Platform.production, "platform-web/deployment/group", "alarm_configuration.alarms"),
        (Platform.staging, "platform-web", "alarms.alarm_names"),
        (Platform.recovery, "platform-web", "alarms.alarm_names"),
    ])
    func theAlarmsTakeADeploymentBack(stack: Platform, deployment: String, path: String) async throws {
        let alarms = try await GraphFacts(stack).attribute(path, of: deployment) ?? ""
        for alarm in ["platform-error-rate", "platform-too-slow", "platform-memory-full", "platform-ill"] {
            #expect(alarms.contains("{\(alarm)}"), "\(alarm)")
        }
    }

    /// §4, rows three and four: memory and CPU add tasks first.
    @Test func pressureAddsTasks() async throws {
        let facts = try await GraphFacts(Platform.production)
        let memory = facts.differences(
            in: "platform-web/scaling/memory-target",
            from: [
                "target_tracking_scaling_policy_configuration.target_value": "85",
                "TargetTrackingScalingPolicyConfiguration.TargetValue": "85",
            ])
        let step = facts.differences(
            in: "platform-web/scaling/cpu-above-85",
            from: [
                "policy_type | PolicyType": "StepScaling",
                "step_scaling_policy_configuration.step_adjustment.0.scaling_adjustment": "2",
                "StepScalingPolicyConfiguration.StepAdjustments.0.ScalingAdjustment": "2",
            ])
        let trigger = facts.differences(
            in: "platform-web/scaling/cpu-above-85/alarm",
            from: ["alarm_actions | AlarmActions": "[{platform-web/scaling/cpu-above-85}]"])
        #expect(memory + step + trigger == [])
    }

    /// §1: network, cluster, scaling at 70 % of CPU with 300 s of cooldown, rolling updates of 100 to 200 %.
    @Test func theCoreResourcesAreTheGuides() async throws {
        let facts = try await GraphFacts(Platform.production)
        let network = facts.differences(in: "platform/vpc", from: ["cidr_block | CidrBlock": "10.0.0.0/16"])
        let zones = ["a", "c"].flatMap { zone in
            facts.differences(in: "platform/private-\(zone)", from: ["availability_zone": "ap-northeast-1\(zone)"])
        }
        let cluster = facts.differences(
            in: "platform-cluster", from: ["setting.0.name": "containerInsights", "setting.0.value": "enabled"])
        let target = facts.differences(
            in: "platform-web/scaling/target",
            from: ["min_capacity | MinCapacity": "2", "max_capacity | MaxCapacity": "10"])
        let configuration = "target_tracking_scaling_policy_configuration"
        let policy = facts.differences(
            in: "platform-web/scaling/cpu-target",
            from: [
                "\(configuration).target_value": "70", "\(configuration).scale_out_cooldown": "300",
                "\(configuration).scale_in_cooldown": "300",
            ])
        let rolling = try await GraphFacts(Platform.staging).differences(
            in: "platform-web",
            from: [
                "deployment_minimum_healthy_percent | DeploymentConfiguration.MinimumHealthyPercent": "100",
                "deployment_maximum_percent | DeploymentConfiguration.MaximumPercent": "200",
                "deployment_circuit_breaker.rollback": "true",
            ])
        #expect(network + zones + cluster + target + policy + rolling == [])
    }

    /// §3, "ローテーション", in days.
    @Test(arguments: [
        ("platform-database/rotation", "{platform-database}", "90"),
        ("platform-api-keys/rotation", "{platform-api-keys}", "180"),
        ("platform-jwt-secret/rotation", "{platform-jwt-secret}", "365"),
        ("platform-encryption-keys/rotation", "{platform-encryption-keys}", "365"),
    ])
    func theSecretIsRotated(rotation: String, secret: String, days: String) async throws {
        for stack in [Platform.production, Platform.staging] {
            let facts = try await GraphFacts(stack)
            let differences = facts.differences(
                in: rotation,
                from: [
                    "secret_id | SecretId": secret,
                    "rotation_rules.automatically_after_days | RotationRules.AutomaticallyAfterDays": days,
                ])
            #expect(differences == [])
            #expect(facts.attribute("manage_master_user_password", of: "platform-database") == "true")
        }
    }

    /// §5, "バックアップポリシー": the database daily for 30 days, files hourly for 7, old versions for 90.
    @Test func backupsAreKeptAsLongAsTheGuideSays() async throws {
        let facts = try await GraphFacts(Platform.production)
        let database = facts.differences(
            in: "platform-database", from: ["backup_retention_period | BackupRetentionPeriod": "30"])
        let plan = facts.differences(
            in: "platform-files-backup",
            from: [
                "rule.0.schedule | BackupPlan.BackupPlanRule.0.ScheduleExpression": "cron(0 * ? * * *)",
                "rule.0.lifecycle.delete_after | BackupPlan.BackupPlanRule.0.Lifecycle.DeleteAfterDays": "7",
            ])
        let selection = facts.differences(
            in: "platform-files-backup/selection",
            from: ["resources | BackupSelection.Resources": "[{platform-files}]"])
        let versions =
            facts.differences(
                in: "platform-files/versioning", from: ["versioning_configuration.status": "Enabled"])
            + facts.differences(
                in: "platform-files/lifecycle", from: ["rule.0.noncurrent_version_expiration.noncurrent_days": "90"])
        #expect(database + plan + selection + versions == [])
    }

    /// §5: logs for 90 days, wherever they are.
    @Test func logsAreKeptForNinetyDays() async throws {
        for stack in [Platform.production, Platform.staging, Platform.recovery] {
            let groups = try await GraphFacts(stack).all("aws_cloudwatch_log_group")
            #expect(groups.count >= 3)
            for group in groups {
                #expect(group["retention_in_days"] == "90", "\(group["name"] ?? "?")")
                #expect(group["RetentionInDays"] == "90", "\(group["name"] ?? "?")")
            }
        }
    }

    /// §5, "Level 3": a copy of the database and a name that leads to another region.
    @Test func anotherRegionStandsBy() async throws {
        let facts = try await GraphFacts(Platform.recovery)
        let database = facts.differences(
            in: "platform-database",
            from: [
                "replicate_source_db | SourceDBInstanceIdentifier":
                    "arn:{partition}:rds:ap-northeast-1:222233334444:db:platform-database"
            ])
        let service = facts.differences(in: "platform-web", from: ["desired_count | DesiredCount": "0"])
        let name = facts.differences(
            in: "platform-door/name/a", from: ["failover_routing_policy.type | Failover": "SECONDARY"])
        let primary = try await GraphFacts(Platform.production).differences(
            in: "platform-door/name/a", from: ["failover_routing_policy.type | Failover": "PRIMARY"])
        #expect(database + service + name + primary == [])
        #expect(facts.region(of: "platform-database") == "ap-northeast-3")
    }

    /// §3, "環境変数体系".
    @Test func theServiceHasTheGuidesVariables() async throws {
        let compiled = await CompiledStack(Platform.production, targets: [.ecs])
        let task = try #require(compiled.text("ecs/platform-web.task-definition.json"))
        for variable in [
            "PORT", "NODE_ENV", "APP_NAME", "DB_HOST", "DB_PORT", "DB_NAME", "REDIS_HOST", "REDIS_PORT", "AWS_REGION",
            "S3_BUCKET",
        ] {
            #expect(task.contains(#""name": "\#(variable)""#), "\(variable)")
        }
    }

    /// §7, "通知チャネル": Slack and e-mail learn of everything, PagerDuty of what is critical.
    @Test func theChannelsAreTheGuides() async throws {
        let facts = try await GraphFacts(Platform.production)
        let slack = facts.differences(
            in: "platform-oncall/alerts/slack",
            from: ["sns_topic_arns | SnsTopicArns": "[{platform-oncall/alerts}]"])
        let mail = facts.differences(
            in: "platform-oncall/alerts/oncall",
            from: ["topic_arn | TopicArn": "{platform-oncall/alerts}", "protocol | Protocol": "email"])
        let pager = facts.differences(
            in: "platform-oncall/critical/pager",
            from: ["topic_arn | TopicArn": "{platform-oncall/critical}", "protocol | Protocol": "https"])
        #expect(slack + mail + pager == [])
    }
}
