// MARK: What is unavailable for a while

extension EffectFacts {
    static let downtimeOfData: [EffectRule] = [
        EffectRule(
            instances, "instance_class", [.anyway], .downtime, .will,
            "it moves to another class, and is unavailable meanwhile: at once with apply_immediately or CloudFormation, "
                + "else in its maintenance window", rule: "database-restarted",
            authority: "Settings for DB instances (Amazon RDS User Guide)"),
        EffectRule(
            databases + ["aws_rds_cluster_instance", "aws_rds_global_cluster"], "engine_version", [.anyway], .downtime,
            .will, "its engine is upgraded, and it is unavailable meanwhile; there is no way back but from a snapshot",
            rule: "engine-upgraded", authority: "Upgrading a DB instance engine version (Amazon RDS User Guide)"),
        EffectRule(
            databases, "port", [.anyway], .downtime, .will, "it is restarted, and clients find it at another port",
            rule: "database-restarted", authority: "Settings for DB instances (Amazon RDS User Guide)"),
        EffectRule(
            databases, "parameter_group_name", [.anyway], .downtime, .may,
            "other parameters hold, static ones after a reboot", rule: "reboot-needed",
            authority: "DB parameter groups for Amazon RDS DB instances (Amazon RDS User Guide)"),
        EffectRule(
            databases, "db_cluster_parameter_group_name", [.anyway], .downtime, .may,
            "other parameters hold, static ones after a reboot", rule: "reboot-needed",
            authority: "DB cluster parameter groups for Amazon Aurora DB clusters (Amazon Aurora User Guide)"),
        EffectRule(
            ["aws_db_parameter_group", "aws_rds_cluster_parameter_group"], "parameter", [.anyway], .downtime, .may,
            "static parameters hold after a reboot, dynamic ones at once", rule: "reboot-needed",
            authority: "Working with parameter groups (Amazon RDS User Guide)"),
        EffectRule(
            instances, "multi_az", [.leaves("true")], .downtime, .may,
            "when its zone fails, nothing takes over", rule: "standby-removed",
            authority: "Multi-AZ DB instance deployments (Amazon RDS User Guide)"),
        EffectRule(
            instances, "storage_type", [.anyway], .downtime, .may, "its storage is changed, and is slower meanwhile",
            rule: "storage-modified",
            authority: "Working with storage for Amazon RDS DB instances (Amazon RDS User Guide)"),
        EffectRule(
            databases + caches + ["aws_rds_cluster_instance"], "apply_immediately", [.becomes("true")], .downtime, .may,
            "changes are made at once, not in the maintenance window", rule: "applied-immediately",
            authority: "Using the schedule modifications setting (Amazon RDS User Guide)"),
        EffectRule(
            databases + caches + ["aws_lb", "aws_vpc_endpoint"], "vpc_security_group_ids", [.anyway], .downtime,
            .may, "connections that the other groups let through are refused", rule: "groups-changed",
            authority: "Controlling access with security groups (Amazon RDS User Guide)"),
        EffectRule(
            caches + ["aws_vpc_endpoint"], "security_group_ids", [.anyway], .downtime, .may,
            "connections that the other groups let through are refused", rule: "groups-changed",
            authority: "Security groups (Amazon VPC User Guide)"),
        EffectRule(
            caches, "node_type", [.anyway], .downtime, .may,
            "its nodes are replaced one by one, and connections break at the switch", rule: "nodes-replaced",
            authority: "Scaling Valkey or Redis OSS (Amazon ElastiCache User Guide)"),
        EffectRule(
            caches, "engine_version", [.anyway], .downtime, .may,
            "its engine is upgraded node by node, and connections break at the switch", rule: "engine-upgraded",
            authority: "Version management for ElastiCache (Amazon ElastiCache User Guide)"),
        EffectRule(
            caches, "parameter_group_name", [.anyway], .downtime, .may, "some parameters hold after a reboot",
            rule: "reboot-needed",
            authority: "Configuring engine parameters using parameter groups (Amazon ElastiCache User Guide)"),
        EffectRule(
            caches, "multi_az_enabled", [.leaves("true")], .downtime, .may,
            "when its zone fails, nothing takes over", rule: "standby-removed",
            authority: "Minimizing downtime in ElastiCache by using Multi-AZ (Amazon ElastiCache User Guide)"),
        EffectRule(
            ["aws_db_instance"], "allocated_storage", [.decreases], .downtime, .will,
            "RDS refuses: storage only grows", rule: "refused",
            authority: "Settings for DB instances (Amazon RDS User Guide)"),
        EffectRule(
            ["aws_db_instance"], "manage_master_user_password", [.leaves("true")], .downtime, .may,
            "RDS deletes the secret with its password, which others may read", rule: "password-moved",
            authority: "Password management with Amazon RDS and AWS Secrets Manager (Amazon RDS User Guide)"),
        EffectRule(
            caches, "automatic_failover_enabled", [.leaves("true")], .downtime, .may,
            "when its primary node fails, nothing takes over", rule: "standby-removed",
            authority: "Minimizing downtime in ElastiCache by using Multi-AZ (Amazon ElastiCache User Guide)"),
        EffectRule(
            caches, "num_cache_clusters", [.decreases], .downtime, .may,
            "replicas are deleted, and connections to them break", rule: "replicas-removed",
            authority: "Decreasing the number of replicas (Amazon ElastiCache User Guide)"),
        EffectRule(
            atlas, "mongo_db_major_version", [.anyway], .downtime, .may,
            "its nodes are upgraded one by one, each with an election", rule: "engine-upgraded",
            authority: "Upgrade major MongoDB version for a cluster (MongoDB Atlas documentation)"),
        EffectRule(
            atlas, "paused", [.becomes("true")], .downtime, .will, "nothing can connect to it", rule: "paused",
            authority: "Pause one cluster (MongoDB Atlas documentation)"),
        EffectRule(
            atlas, "replication_specs", [.anyway], .downtime, .may,
            "its nodes are replaced one by one, each with an election", rule: "nodes-replaced",
            authority: "Modify a cluster (MongoDB Atlas documentation)"),
        EffectRule(
            ["aws_kms_key", "aws_kms_replica_key"], "is_enabled", [.becomes("false")], .downtime, .will,
            "nothing that it encrypts can be read", rule: "key-disabled",
            authority: "Enable and disable keys (AWS Key Management Service Developer Guide)"),
    ]

    static let downtimeOfServices: [EffectRule] =
        [
            EffectRule(
                ["aws_ecs_service"], "desired_count", [.becomes("0")], .downtime, .will,
                "none of its tasks runs any more",
                rule: "scaled-to-zero", authority: "Service definition parameters (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_appautoscaling_target"], "min_capacity", [.becomes("0")], .downtime, .may,
                "all of its tasks may be stopped", rule: "scaled-to-zero",
                authority: "Register a scalable target (Application Auto Scaling User Guide)"),
            EffectRule(
                ["aws_ecs_service"], "deployment_minimum_healthy_percent", [.decreases], .downtime, .may,
                "a deployment may stop more tasks before new ones run", rule: "deployment-limits-widened",
                authority: "Service definition parameters (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_ecs_service"], "health_check_grace_period_seconds", [.decreases, .disappears], .downtime, .may,
                "tasks that start slowly may be stopped as unhealthy", rule: "grace-period-shortened",
                authority: "Service definition parameters (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_ecs_service"], "load_balancer", [.anyway], .downtime, .may,
                "its tasks are registered elsewhere, and a deployment begins", rule: "targets-moved",
                authority: "Service definition parameters (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_ecs_service"], "network_configuration", [.anyway], .downtime, .may,
                "all of its tasks are replaced by new ones in a deployment", rule: "tasks-replaced",
                authority: "Service definition parameters (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_instance"], "instance_type", [.anyway], .downtime, .will, "it is stopped and started again",
                rule: "instance-restarted", authority: "Change the instance type (Amazon EC2 User Guide)"),
            EffectRule(
                ["aws_lb_listener"], "port", [.anyway], .downtime, .will, "nothing answers at the old port any more",
                rule: "listener-moved",
                authority: "Listeners for your Application Load Balancers (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb_listener"], "protocol", [.anyway], .downtime, .may,
                "clients that speak the old protocol get no answer",
                rule: "listener-changed",
                authority: "Listeners for your Application Load Balancers (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb_listener"], "default_action", [.anyway], .downtime, .may, "requests go elsewhere",
                rule: "requests-routed-elsewhere",
                authority: "Listener rules for your Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb_listener"], "certificate_arn", [.anyway], .downtime, .may, "clients see another certificate",
                rule: "certificate-changed",
                authority: "SSL certificates for your Application Load Balancer (Elastic Load Balancing User Guide)"),
        ]
        + ["action", "condition", "priority"].map { path in
            EffectRule(
                ["aws_lb_listener_rule"], path, [.anyway], .downtime, .may, "requests go elsewhere",
                rule: "requests-routed-elsewhere",
                authority: "Listener rules for your Application Load Balancer (Elastic Load Balancing User Guide)")
        } + [
            EffectRule(
                ["aws_lb_target_group"], "health_check", [.anyway], .downtime, .may,
                "targets may be found unhealthy, and get no requests", rule: "health-check-changed",
                authority:
                    "Health checks for Application Load Balancer target groups (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb"], "security_groups", [.anyway], .downtime, .may,
                "connections that the other groups let through are refused", rule: "groups-changed",
                authority: "Security groups for your Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb"], "subnets", [.anyway], .downtime, .may, "connections through the zones that it leaves break",
                rule: "zones-changed",
                authority: "Availability Zones for your Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_route53_record"], "records", [.anyway], .downtime, .may,
                "clients go elsewhere once what they remember expires", rule: "record-changed",
                authority: "Editing records (Amazon Route 53 Developer Guide)"),
            EffectRule(
                ["aws_route53_record"], "alias", [.anyway], .downtime, .may,
                "clients go elsewhere once what they remember expires", rule: "record-changed",
                authority: "Editing records (Amazon Route 53 Developer Guide)"),
            EffectRule(
                ["aws_cloudfront_distribution"], "enabled", [.becomes("false")], .downtime, .will,
                "nobody is answered by it any more", rule: "distribution-disabled",
                authority: "Update a distribution (Amazon CloudFront Developer Guide)"),
            EffectRule(
                ["aws_cloudfront_distribution"], "aliases", [.shrinks], .downtime, .will,
                "it no longer answers under a name that is gone", rule: "alias-removed",
                authority: "Use custom URLs by adding alternate domain names (Amazon CloudFront Developer Guide)"),
            EffectRule(
                ["aws_cloudfront_distribution"], "origin", [.anyway], .downtime, .may, "requests go to another origin",
                rule: "requests-routed-elsewhere",
                authority: "Update a distribution (Amazon CloudFront Developer Guide)"),
            EffectRule(
                ["aws_route"], "", [.anyway], .downtime, .may, "packets go another way", rule: "route-changed",
                authority: "Configure route tables (Amazon VPC User Guide)"),
            EffectRule(
                ["aws_vpc_endpoint"], "private_dns_enabled", [.leaves("true")], .downtime, .may,
                "calls of the service go through the Internet again, where there is a way", rule: "endpoint-bypassed",
                authority: "Access an AWS service using an interface VPC endpoint (AWS PrivateLink Guide)"),
            EffectRule(
                packetRules, "", [.anyway], .downtime, .may,
                "connections that only the old rule let through are refused",
                rule: "rule-changed", authority: "Security group rules (Amazon VPC User Guide)"),
            EffectRule(
                ["aws_wafv2_web_acl"], "default_action/block", [.appears], .downtime, .will,
                "whatever no rule allows is blocked", rule: "firewall-closed",
                authority: "Setting the protection pack (web ACL) default action in AWS WAF (AWS WAF Developer Guide)"),
            EffectRule(
                ["aws_vpc"], "enable_dns_support", [.leaves("true")], .downtime, .will,
                "names are no longer resolved in it", rule: "names-disabled",
                authority: "DNS attributes for your VPC (Amazon VPC User Guide)"),
        ]

    /// A rule that says another range or other ports, by whether it lets more in or less.
    static let packets: [EffectRule] =
        [("cidr_ipv4", true), ("cidr_ipv6", true), ("from_port", false), ("to_port", true)].flatMap { path, isWider in
            [
                EffectRule(
                    packetRules, path, [isWider ? .decreases : .increases, .turns, .disappears], .downtime, .may,
                    "connections that only the old rule let through are refused", rule: "rule-changed",
                    authority: "Security group rules (Amazon VPC User Guide)"),
                EffectRule(
                    packetRules, path, [isWider ? .increases : .decreases, .turns, .appears], .permissions, .may,
                    "it lets connections through that it did not", rule: "rule-widened",
                    authority: "Security group rules (Amazon VPC User Guide)"),
            ]
        }

    /// What lets packets in or out.
    private static let packetRules = [
        "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_security_group_rule",
        "aws_network_acl_rule",
    ]
}
