// MARK: Who gets in

extension EffectFacts {
    static let exposure: [EffectRule] =
        ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map { flag in
            EffectRule(
                ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"], flag,
                [.leaves("true")], .exposure, .may, "ACLs or policies may make the bucket public",
                rule: "public-access-allowed",
                authority: "Blocking public access to your Amazon S3 storage (Amazon S3 User Guide)")
        } + [
            EffectRule(
                instances, "publicly_accessible", [.becomes("true")], .exposure, .will, "it gets a public address",
                rule: "public-address", authority: "Working with a DB instance in a VPC (Amazon RDS User Guide)"),
            EffectRule(
                ["aws_ecs_service"], "network_configuration/assign_public_ip", [.becomes("true"), .becomes("ENABLED")],
                .exposure, .will, "its tasks get public addresses", rule: "public-address",
                authority: "Amazon ECS task networking options for Fargate (Amazon ECS Developer Guide)"),
            EffectRule(
                ["aws_subnet"], "map_public_ip_on_launch", [.becomes("true")], .exposure, .may,
                "what starts in it gets a public address", rule: "public-address",
                authority: "IP addressing for your VPCs and subnets (Amazon VPC User Guide)"),
            EffectRule(
                ["aws_lb"], "internal", [.leaves("true")], .exposure, .will, "it faces the Internet",
                rule: "internet-facing",
                authority: "Create an Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_wafv2_web_acl"], "default_action/allow", [.appears], .exposure, .will,
                "whatever no rule blocks is let through", rule: "firewall-opened",
                authority: "Setting the protection pack (web ACL) default action in AWS WAF (AWS WAF Developer Guide)"),
            EffectRule(
                ["aws_wafv2_web_acl", "aws_wafv2_rule_group"], "rule", [.anyway], .exposure, .may,
                "requests may be let through that were blocked", rule: "firewall-rules-changed",
                authority: "AWS WAF rules (AWS WAF Developer Guide)"),
            EffectRule(
                ["aws_lb_listener"], "protocol", [.becomes("HTTP")], .exposure, .will,
                "what clients send is no longer encrypted", rule: "encryption-ended",
                authority:
                    "Create an HTTPS listener for your Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_lb_listener"], "ssl_policy", [.anyway], .exposure, .may,
                "other versions of TLS and other ciphers are taken", rule: "tls-policy-changed",
                authority: "Security policies for your Application Load Balancer (Elastic Load Balancing User Guide)"),
            EffectRule(
                ["aws_cloudfront_distribution"], "web_acl_id", [.disappears], .exposure, .will,
                "requests are no longer filtered by a web ACL", rule: "firewall-removed",
                authority: "Use AWS WAF protections (Amazon CloudFront Developer Guide)"),
            EffectRule(
                ["aws_cloudfront_distribution"], "default_cache_behavior/viewer_protocol_policy",
                [.becomes("allow-all")], .exposure, .will, "what clients send need not be encrypted",
                rule: "encryption-ended",
                authority:
                    "Require HTTPS for communication between viewers and CloudFront (Amazon CloudFront Developer Guide)"
            ),
            EffectRule(
                ["aws_cloudfront_distribution"], "origin/custom_origin_config/origin_protocol_policy",
                [.becomes("http-only")], .exposure, .will, "what it asks its origin for is not encrypted",
                rule: "encryption-ended",
                authority:
                    "Require HTTPS for communication between CloudFront and your custom origin (Amazon CloudFront Developer Guide)"
            ),
            EffectRule(
                ["aws_cloudfront_distribution"], "viewer_certificate/minimum_protocol_version", [.anyway], .exposure,
                .may, "other versions of TLS and other ciphers are taken", rule: "tls-policy-changed",
                authority:
                    "Supported protocols and ciphers between viewers and CloudFront (Amazon CloudFront Developer Guide)"
            ),
            EffectRule(
                caches, "transit_encryption_enabled", [.leaves("true")], .exposure, .will,
                "what clients send is no longer encrypted", rule: "encryption-ended",
                authority: "ElastiCache in-transit encryption (TLS) (Amazon ElastiCache User Guide)"),
            EffectRule(
                ["aws_s3_bucket_acl"], "acl", [.becomes("public-read"), .becomes("public-read-write")], .exposure,
                .will,
                "anyone can read what is in it", rule: "bucket-opened",
                authority: "Access control list (ACL) overview (Amazon S3 User Guide)"),
        ]
}

// MARK: Who is told

extension EffectFacts {
    static let monitoring: [EffectRule] = [
        EffectRule(
            ["aws_cloudtrail"], "enable_logging", [.leaves("true")], .removal, .will,
            "what happens is no longer recorded", rule: "record-removed",
            authority: "Turning off logging for a trail (AWS CloudTrail User Guide)"),
        EffectRule(
            ["aws_cloudtrail"], "is_multi_region_trail", [.leaves("true")], .removal, .will,
            "what happens in other regions is no longer recorded", rule: "record-removed",
            authority: "Creating a trail (AWS CloudTrail User Guide)"),
        EffectRule(
            ["aws_lb"], "access_logs", [.disappears], .removal, .will, "requests are no longer recorded",
            rule: "record-removed",
            authority: "Access logs for your Application Load Balancer (Elastic Load Balancing User Guide)"),
        EffectRule(
            ["aws_lb"], "access_logs/enabled", [.leaves("true")], .removal, .will, "requests are no longer recorded",
            rule: "record-removed",
            authority: "Access logs for your Application Load Balancer (Elastic Load Balancing User Guide)"),
        EffectRule(
            ["aws_budgets_budget"], "limit_amount", [.increases], .removal, .may, "it warns later",
            rule: "alarm-loosened", authority: "Managing your costs with AWS Budgets (AWS Cost Management User Guide)"),
        EffectRule(
            ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"], "actions_enabled", [.becomes("false")],
            .removal, .will, "nobody is told any more when it rings", rule: "alarm-silenced",
            authority: "Using Amazon CloudWatch alarms (Amazon CloudWatch User Guide)"),
        EffectRule(
            ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"], "alarm_actions", [.shrinks], .removal,
            .may, "fewer are told when it rings", rule: "alarm-silenced",
            authority: "Using Amazon CloudWatch alarms (Amazon CloudWatch User Guide)"),
    ]
}
