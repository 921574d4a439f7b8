import TerraneChecks
import TerraneCore

/// What of a stack is a box of its picture, and where it stands.
struct ResourceSort: Sendable {
    enum Place: Sendable {
        /// Outside of everything: who comes from there.
        case outside
        case global(Picture.Column)
        /// In the subnets that it names.
        case network(Picture.Column)
        /// In the network, in none of its subnets.
        case gateway
        case region(Picture.Column)
        case partner(String)
    }

    let glyph: Glyph
    let kind: String
    let place: Place
    /// What several of them are called, where one box stands for all.
    var plural: String?

    /// Nil for what belongs to another box.
    init?(_ item: Inventory.Item, in inventory: Inventory) {
        guard let sort = ResourceSort.table[item.type], sort.applies(to: item, in: inventory) else { return nil }
        self = sort.placed(item)
    }

    init(_ glyph: Glyph, _ kind: String, _ place: Place, plural: String? = nil) {
        self.glyph = glyph
        self.kind = kind
        self.place = place
        self.plural = plural
    }

    private func applies(to item: Inventory.Item, in inventory: Inventory) -> Bool {
        switch item.type {
        case "aws_vpc_endpoint": item["vpc_endpoint_type"].text == "Interface"
        case "aws_route53_record": item.node.options.forEach == nil
        case "aws_ecs_task_definition":
            !inventory.referrers(of: item).contains { ResourceSort.runners.contains($0.type) }
        default: true
        }
    }

    /// Where the resource itself says where it stands.
    private func placed(_ item: Inventory.Item) -> ResourceSort {
        switch item.type {
        case "aws_wafv2_web_acl" where item["scope"].text == "CLOUDFRONT":
            ResourceSort(glyph, kind, .global(.front))
        case "aws_lambda_function" where !item.parts("vpc_config").isEmpty:
            ResourceSort(glyph, kind, .network(.compute))
        default: self
        }
    }

    private static let runners: Set<String> = [
        "aws_ecs_service", "aws_scheduler_schedule", "aws_cloudwatch_event_target",
    ]
}

extension ResourceSort {
    /// By Terraform type.
    private static let table: [String: ResourceSort] = {
        var table = network
        table.merge(regional) { first, _ in first }
        table.merge(outside) { first, _ in first }
        return table
    }()

    private static let network: [String: ResourceSort] = [
        "aws_lb": ResourceSort(.balancer, "Load balancer", .network(.door)),
        "aws_nat_gateway": ResourceSort(.nat, "NAT gateway", .network(.door), plural: "NAT gateways"),
        "aws_vpn_gateway": ResourceSort(.vpn, "VPN gateway", .gateway),
        "aws_vpc_peering_connection": ResourceSort(.peering, "VPC peering", .gateway),
        "aws_ec2_transit_gateway_vpc_attachment": ResourceSort(.peering, "Transit gateway", .gateway),
        "aws_ecs_service": ResourceSort(.service, "Fargate service", .network(.compute)),
        "aws_scheduler_schedule": ResourceSort(.schedule, "Scheduled task", .network(.compute)),
        "aws_ecs_task_definition": ResourceSort(.service, "Fargate task", .network(.compute)),
        "aws_instance": ResourceSort(.instance, "EC2 instance", .network(.compute)),
        "aws_autoscaling_group": ResourceSort(.instance, "EC2 instances", .network(.compute)),
        "aws_eks_cluster": ResourceSort(.service, "Kubernetes", .network(.compute)),
        "aws_db_instance": ResourceSort(.database, "RDS", .network(.data)),
        "aws_rds_cluster": ResourceSort(.cluster, "Aurora", .network(.data)),
        "aws_elasticache_replication_group": ResourceSort(.cache, "ElastiCache", .network(.data)),
        "aws_elasticache_cluster": ResourceSort(.cache, "ElastiCache", .network(.data)),
        "aws_opensearch_domain": ResourceSort(.database, "OpenSearch", .network(.data)),
        "aws_msk_cluster": ResourceSort(.queue, "Kafka", .network(.data)),
        "aws_mq_broker": ResourceSort(.queue, "Amazon MQ", .network(.data)),
        "aws_efs_file_system": ResourceSort(.bucket, "EFS", .network(.data)),
        "aws_vpc_endpoint": ResourceSort(.endpoint, "PrivateLink", .network(.data)),
    ]

    private static let regional: [String: ResourceSort] = [
        "aws_wafv2_web_acl": ResourceSort(.firewall, "Web firewall", .region(.front)),
        "aws_apigatewayv2_api": ResourceSort(.balancer, "API Gateway", .region(.front)),
        "aws_api_gateway_rest_api": ResourceSort(.balancer, "API Gateway", .region(.front)),
        "aws_lambda_function": ResourceSort(.function, "Lambda", .region(.compute)),
        "aws_sfn_state_machine": ResourceSort(.function, "Step Functions", .region(.compute)),
        "aws_s3_bucket": ResourceSort(.bucket, "S3 bucket", .region(.data)),
        "aws_dynamodb_table": ResourceSort(.database, "DynamoDB", .region(.data)),
        "aws_sqs_queue": ResourceSort(.queue, "SQS queue", .region(.data)),
        "aws_kinesis_stream": ResourceSort(.queue, "Kinesis", .region(.data)),
        "aws_sns_topic": ResourceSort(.topic, "SNS topic", .region(.door)),
        "aws_ecr_repository": ResourceSort(.registry, "Container images", .region(.front), plural: "repositories"),
        "aws_secretsmanager_secret": ResourceSort(.secret, "Secrets Manager", .region(.compute), plural: "secrets"),
        "aws_kms_key": ResourceSort(.key, "Encryption keys", .region(.compute), plural: "keys"),
        "aws_kms_replica_key": ResourceSort(.key, "Encryption keys", .region(.compute), plural: "keys"),
        "aws_cloudtrail": ResourceSort(.trail, "Audit trail", .region(.door)),
        "aws_backup_plan": ResourceSort(.backup, "Backup plan", .region(.data)),
        "aws_budgets_budget": ResourceSort(.budget, "Budgets", .region(.door), plural: "budgets"),
    ]

    private static let outside: [String: ResourceSort] = [
        "aws_route53_zone": ResourceSort(.names, "Route 53", .global(.front), plural: "records"),
        "aws_route53_record": ResourceSort(.names, "Route 53", .global(.front), plural: "records"),
        "aws_cloudfront_distribution": ResourceSort(.delivery, "CloudFront", .global(.door)),
        "aws_iam_openid_connect_provider": ResourceSort(.pipeline, "Deployment", .outside, plural: "GitHub Actions"),
        "mongodbatlas_advanced_cluster": ResourceSort(.document, "MongoDB", .partner("MongoDB Atlas")),
        "mongodbatlas_cluster": ResourceSort(.document, "MongoDB", .partner("MongoDB Atlas")),
        "datadog_monitor": ResourceSort(.watch, "Monitors", .partner("Datadog"), plural: "monitors"),
    ]
}
