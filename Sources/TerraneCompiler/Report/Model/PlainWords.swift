import TerraneChecks
import TerraneCore

/// What a type of resource is called by people who know the trade and not the type, and the properties that tell one from
/// another.
struct PlainWords {
    /// A property among words: `kept {retention_in_days} days`. A path by itself stands for its value.
    struct Fact: ExpressibleByStringLiteral {
        let before: String
        let path: String
        let after: String

        init(stringLiteral text: String) {
            let parts = text.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
            let rest =
                parts.count > 1 ? parts[1].split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false) : []
            before = rest.count > 1 ? String(parts[0]) : ""
            path = rest.count > 1 ? String(rest[0]) : text
            after = rest.count > 1 ? String(rest[1]) : ""
        }
    }

    let noun: String
    let facts: [Fact]

    init(_ noun: String, _ facts: Fact...) {
        self.noun = noun
        self.facts = facts
    }
}

extension Inventory.Item {
    /// What it is, in words: `subnet 10.0.1.0/24, ap-northeast-1a`.
    var plainWords: String {
        let words = PlainWords.byType[type] ?? PlainWords(fallbackNoun)
        let facts = words.facts.compactMap { fact -> String? in
            guard let value = self.words(fact.path), value.utf8.count <= PlainWords.limit else { return nil }
            return fact.before + value + fact.after
        }
        return facts.isEmpty ? words.noun : words.noun + " " + facts.joined(separator: ", ")
    }

    /// What the type is called, without the rest.
    var noun: String { PlainWords.byType[type]?.noun ?? fallbackNoun }

    /// `AWS::EC2::VPCGatewayAttachment` is called "VPCGatewayAttachment (EC2)".
    private var fallbackNoun: String {
        let parts = node.type.displayName.split(separator: ":").map(String.init)
        return parts.count > 2 ? "\(parts[2]) (\(parts[1]))" : node.type.displayName
    }
}

extension PlainWords {
    /// A value longer than this tells nobody what a resource is.
    fileprivate static let limit = 80

    /// By Terraform type.
    static let byType: [String: PlainWords] = [
        "aws_acm_certificate": PlainWords("TLS certificate", "for {domain_name}"),
        "aws_acm_certificate_validation": PlainWords("wait for a certificate"),
        "aws_appautoscaling_policy": PlainWords("scaling policy", "policy_type"),
        "aws_appautoscaling_scheduled_action": PlainWords("scaling by the clock"),
        "aws_appautoscaling_target": PlainWords("scaling range", "from {min_capacity} on", "up to {max_capacity}"),
        "aws_backup_plan": PlainWords("backup plan"),
        "aws_backup_selection": PlainWords("what a backup plan covers"),
        "aws_backup_vault": PlainWords("backup vault"),
        "aws_budgets_budget": PlainWords("budget", "time_unit"),
        "aws_budgets_budget_action": PlainWords("brake on spending"),
        "aws_chatbot_slack_channel_configuration": PlainWords("notices to Slack"),
        "aws_cloudfront_distribution": PlainWords("content delivery", "for {aliases}"),
        "aws_cloudfront_origin_access_control": PlainWords("access of content delivery to a bucket"),
        "aws_cloudtrail": PlainWords("audit trail of the account"),
        "aws_cloudwatch_composite_alarm": PlainWords("alarm over other alarms"),
        "aws_cloudwatch_dashboard": PlainWords("dashboard"),
        "aws_cloudwatch_log_group": PlainWords("log", "kept {retention_in_days} days"),
        "aws_cloudwatch_log_metric_filter": PlainWords("metric from a log"),
        "aws_cloudwatch_log_subscription_filter": PlainWords("stream of a log to somewhere else"),
        "aws_cloudwatch_metric_alarm": PlainWords("alarm"),
        "aws_cloudwatch_query_definition": PlainWords("saved query of logs"),
        "aws_codedeploy_app": PlainWords("application of CodeDeploy"),
        "aws_codedeploy_deployment_config": PlainWords("how fast traffic moves in a deployment"),
        "aws_codedeploy_deployment_group": PlainWords("deployments of a service"),
        "aws_db_instance": PlainWords("database", "engine", "engine_version", "instance_class"),
        "aws_db_parameter_group": PlainWords("settings of a database", "family"),
        "aws_db_subnet_group": PlainWords("subnets that a database may be in"),
        "aws_default_security_group": PlainWords("the network's default security group, emptied"),
        "aws_ecr_lifecycle_policy": PlainWords("which container images are kept"),
        "aws_ecr_replication_configuration": PlainWords("copies of container images in other regions"),
        "aws_ecr_repository": PlainWords("container images"),
        "aws_ecs_cluster": PlainWords("cluster of containers"),
        "aws_ecs_cluster_capacity_providers": PlainWords("what a cluster runs on", "capacity_providers"),
        "aws_ecs_service": PlainWords("service", "of {desired_count} tasks"),
        "aws_ecs_task_definition": PlainWords("task definition", "of {cpu} CPU units", "{memory} MiB"),
        "aws_eip": PlainWords("public address"),
        "aws_elasticache_parameter_group": PlainWords("settings of a cache", "family"),
        "aws_elasticache_replication_group": PlainWords("cache", "engine", "engine_version", "node_type"),
        "aws_elasticache_subnet_group": PlainWords("subnets that a cache may be in"),
        "aws_elasticache_user": PlainWords("user of a cache"),
        "aws_elasticache_user_group": PlainWords("users of a cache"),
        "aws_flow_log": PlainWords("record of the network's traffic", "traffic_type"),
        "aws_iam_openid_connect_provider": PlainWords("trust in identities", "of {url}"),
        "aws_iam_policy": PlainWords("permissions that can be attached"),
        "aws_iam_role": PlainWords("role"),
        "aws_iam_role_policy": PlainWords("permissions of a role"),
        "aws_iam_role_policy_attachment": PlainWords("permissions attached to a role"),
        "aws_internet_gateway": PlainWords("the network's way to the Internet"),
        "aws_kms_alias": PlainWords("name of an encryption key", "name"),
        "aws_kms_key": PlainWords("encryption key"),
        "aws_kms_replica_key": PlainWords("copy of an encryption key"),
        "aws_lambda_permission": PlainWords("permission to call a function"),
        "aws_lb": PlainWords("load balancer", "load_balancer_type"),
        "aws_lb_listener": PlainWords("listener", "protocol", "port"),
        "aws_lb_listener_certificate": PlainWords("further certificate of a listener"),
        "aws_lb_listener_rule": PlainWords("rule of a listener", "with priority {priority}"),
        "aws_lb_target_group": PlainWords("targets of a load balancer", "protocol", "port"),
        "aws_nat_gateway": PlainWords("NAT gateway: private subnets' way out"),
        "aws_network_acl": PlainWords("network access list"),
        "aws_network_acl_rule": PlainWords("rule of a network access list", "rule_number"),
        "aws_rds_cluster": PlainWords("database cluster", "engine", "engine_version"),
        "aws_rds_cluster_instance": PlainWords("instance of a database cluster", "instance_class"),
        "aws_rds_cluster_parameter_group": PlainWords("settings of a database cluster", "family"),
        "aws_rds_global_cluster": PlainWords("database cluster across regions"),
        "aws_route": PlainWords("route", "to {destination_cidr_block}"),
        "aws_route53_health_check": PlainWords("health check from outside", "type", "resource_path"),
        "aws_route53_record": PlainWords("DNS record", "type", "name"),
        "aws_route53_zone": PlainWords("DNS zone", "name"),
        "aws_route_table": PlainWords("route table"),
        "aws_route_table_association": PlainWords("which routes a subnet has"),
        "aws_s3_bucket": PlainWords("bucket", "bucket"),
        "aws_s3_bucket_lifecycle_configuration": PlainWords("what becomes of old objects of a bucket"),
        "aws_s3_bucket_ownership_controls": PlainWords("who owns the objects of a bucket"),
        "aws_s3_bucket_policy": PlainWords("who may use a bucket"),
        "aws_s3_bucket_public_access_block": PlainWords("refusal of public access to a bucket"),
        "aws_s3_bucket_replication_configuration": PlainWords("copies of a bucket elsewhere"),
        "aws_s3_bucket_server_side_encryption_configuration": PlainWords("encryption of a bucket"),
        "aws_s3_bucket_versioning": PlainWords("versions of a bucket's objects", "versioning_configuration/status"),
        "aws_scheduler_schedule": PlainWords("schedule", "schedule_expression"),
        "aws_secretsmanager_random_password": PlainWords("password made at random"),
        "aws_secretsmanager_secret": PlainWords("secret", "name"),
        "aws_secretsmanager_secret_policy": PlainWords("who may read a secret"),
        "aws_secretsmanager_secret_rotation": PlainWords(
            "rotation of a secret", "every {rotation_rules/automatically_after_days} days"),
        "aws_secretsmanager_secret_version": PlainWords("value of a secret", "of version {secret_string_wo_version}"),
        "aws_security_group": PlainWords("security group"),
        "aws_service_discovery_private_dns_namespace": PlainWords("private names", "name"),
        "aws_service_discovery_service": PlainWords("private name of a service", "name"),
        "aws_sns_topic": PlainWords("topic for notices"),
        "aws_sns_topic_policy": PlainWords("who may publish to a topic"),
        "aws_sns_topic_subscription": PlainWords("receiver of a topic", "protocol"),
        "aws_ssm_parameter": PlainWords("parameter", "name"),
        "aws_subnet": PlainWords("subnet", "cidr_block", "availability_zone"),
        "aws_vpc": PlainWords("private network", "cidr_block"),
        "aws_vpc_endpoint": PlainWords("private way to a service", "{service_name}"),
        "aws_vpc_peering_connection": PlainWords("connection to another network"),
        "aws_vpc_security_group_egress_rule": PlainWords("what may leave a security group"),
        "aws_vpc_security_group_ingress_rule": PlainWords("what may enter a security group"),
        "aws_vpn_gateway": PlainWords("VPN gateway"),
        "aws_vpn_gateway_route_propagation": PlainWords("routes that a VPN announces"),
        "aws_wafv2_ip_set": PlainWords("addresses that a firewall knows"),
        "aws_wafv2_regex_pattern_set": PlainWords("patterns that a firewall knows"),
        "aws_wafv2_rule_group": PlainWords("rules of a firewall"),
        "aws_wafv2_web_acl": PlainWords("web application firewall", "scope"),
        "aws_wafv2_web_acl_association": PlainWords("what a firewall stands before"),
        "aws_wafv2_web_acl_logging_configuration": PlainWords("log of a firewall"),
        "datadog_monitor": PlainWords("Datadog monitor", "type"),
        "datadog_service_level_objective": PlainWords("Datadog service level objective"),
        "mongodbatlas_advanced_cluster": PlainWords("MongoDB Atlas cluster", "cluster_type", "mongo_db_major_version"),
        "mongodbatlas_alert_configuration": PlainWords("MongoDB Atlas alert"),
        "mongodbatlas_cloud_backup_schedule": PlainWords("backups of a MongoDB Atlas cluster"),
        "mongodbatlas_database_user": PlainWords("user of a MongoDB Atlas project"),
        "mongodbatlas_privatelink_endpoint": PlainWords("private link of a MongoDB Atlas project"),
        "mongodbatlas_privatelink_endpoint_service": PlainWords("joining of a private link"),
        "mongodbatlas_project": PlainWords("MongoDB Atlas project", "name"),
    ]
}
