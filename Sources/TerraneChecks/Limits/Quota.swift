import TerraneCore

/// How many of something a provider takes in one place.
struct Quota: Sendable {
    /// The type that has them.
    let type: String
    /// What they are, for people: "rules that come in".
    let things: String
    let limit: Int
    /// Whether AWS raises it when asked; its name in Service Quotas then.
    let adjustable: String?
    let page: String
    /// How many there are; nil when that is not known.
    let count: @Sendable (Inventory, Inventory.Item) -> Int?

    /// Blocks of the resource itself.
    static func blocks(
        _ path: String, of type: String, _ things: String, _ limit: Int, adjustable: String? = nil, page: String
    ) -> Quota {
        Quota(type: type, things: things, limit: limit, adjustable: adjustable, page: page) { $1.parts(path).count }
    }

    /// Members of a list.
    static func members(
        _ path: String, of type: String, _ things: String, _ limit: Int, plus: Int = 0, adjustable: String? = nil,
        page: String
    ) -> Quota {
        Quota(type: type, things: things, limit: limit, adjustable: adjustable, page: page) { _, item in
            item.values(path).first.map { $0.elements.count + plus }
        }
    }

    /// Other resources that refer to it.
    static func referrers(
        _ types: String..., by path: String, of type: String, _ things: String, _ limit: Int, adjustable: String? = nil,
        page: String
    ) -> Quota {
        Quota(type: type, things: things, limit: limit, adjustable: adjustable, page: page) { inventory, item in
            inventory.referrers(of: item).count { other in
                types.contains(other.type) && other.values(path).contains { $0.referred == item.name }
            }
        }
    }
}

extension Quota {
    static let all = network + balancing + compute + edge + others

    private static let vpc = "Amazon VPC quotas, Amazon VPC User Guide"
    private static let network = [
        Quota.referrers(
            "aws_vpc_security_group_ingress_rule", by: "security_group_id", of: "aws_security_group",
            "rules that come in",
            60, adjustable: "Inbound or outbound rules per security group", page: vpc),
        Quota.referrers(
            "aws_vpc_security_group_egress_rule", by: "security_group_id", of: "aws_security_group",
            "rules that go out",
            60, adjustable: "Inbound or outbound rules per security group", page: vpc),
        Quota.blocks(
            "ingress", of: "aws_security_group", "rules that come in", 60,
            adjustable: "Inbound or outbound rules per security group", page: vpc),
        Quota.referrers(
            "aws_subnet", by: "vpc_id", of: "aws_vpc", "subnets", 200, adjustable: "Subnets per VPC", page: vpc),
        Quota.referrers(
            "aws_nat_gateway", by: "subnet_id", of: "aws_subnet", "NAT gateways", 5,
            adjustable: "NAT gateways per Availability Zone", page: vpc),
    ]

    private static let elb = "Quotas for your Application Load Balancers, Elastic Load Balancing"
    private static let balancing = [
        Quota.referrers(
            "aws_lb_listener", by: "load_balancer_arn", of: "aws_lb", "listeners", 50,
            adjustable: "Listeners per Application Load Balancer", page: elb),
        Quota.referrers(
            "aws_lb_listener_rule", by: "listener_arn", of: "aws_lb_listener", "rules", 100,
            adjustable: "Rules per Application Load Balancer", page: elb),
        Quota.referrers(
            "aws_lb_listener_certificate", by: "listener_arn", of: "aws_lb_listener", "further certificates", 25,
            adjustable: "Certificates per Application Load Balancer", page: elb),
        Quota.members(
            "security_groups", of: "aws_lb", "security groups", 5, adjustable: "Security groups per network interface",
            page: vpc),
    ]

    private static let ecs = "Amazon ECS service quotas, Amazon ECS Developer Guide"
    private static let compute = [
        Quota(
            type: "aws_ecs_task_definition", things: "containers", limit: 10, adjustable: nil, page: ecs,
            count: { $1["container_definitions"].document?.elements.count }),
        Quota(
            type: "aws_ecs_task_definition", things: "bytes of container definitions", limit: 65_536, adjustable: nil,
            page: ecs, count: { $1["container_definitions"].document?.leastSize }),
        Quota.members(
            "network_configuration/security_groups", of: "aws_ecs_service", "security groups", 5, page: ecs),
        Quota.members("network_configuration/subnets", of: "aws_ecs_service", "subnets", 16, page: ecs),
        Quota.blocks("load_balancer", of: "aws_ecs_service", "target groups", 5, page: ecs),
        Quota.members(
            "layers", of: "aws_lambda_function", "layers", 5, page: "Lambda quotas, AWS Lambda Developer Guide"),
    ]

    private static let cloudFront = "Quotas, Amazon CloudFront Developer Guide"
    private static let edge = [
        Quota.blocks(
            "ordered_cache_behavior", of: "aws_cloudfront_distribution", "cache behaviors", 75,
            adjustable: "Cache behaviors per distribution", page: cloudFront),
        Quota.blocks(
            "origin", of: "aws_cloudfront_distribution", "origins", 100, adjustable: "Origins per distribution",
            page: cloudFront),
        Quota.members(
            "aliases", of: "aws_cloudfront_distribution", "alternate domain names", 100,
            adjustable: "Alternate domain names (CNAMEs) per distribution", page: cloudFront),
        Quota.members(
            "subject_alternative_names", of: "aws_acm_certificate", "domain names", 10, plus: 1,
            adjustable: "Domain names per ACM certificate", page: "Quotas, AWS Certificate Manager User Guide"),
    ]

    private static let logs = "CloudWatch Logs quotas, Amazon CloudWatch Logs User Guide"
    private static let others = [
        Quota.referrers(
            "aws_cloudwatch_log_subscription_filter", by: "log_group_name", of: "aws_cloudwatch_log_group",
            "subscription filters", 2, page: logs),
        Quota.referrers(
            "aws_cloudwatch_log_metric_filter", by: "log_group_name", of: "aws_cloudwatch_log_group", "metric filters",
            100, page: logs),
        Quota(
            type: "aws_cloudwatch_dashboard", things: "widgets", limit: 500, adjustable: nil,
            page: "CloudWatch service quotas, Amazon CloudWatch User Guide",
            count: { $1["dashboard_body"].document?["widgets"]?.elements.count }),
        Quota.blocks(
            "rule", of: "aws_s3_bucket_lifecycle_configuration", "lifecycle rules", 1000,
            page: "PutBucketLifecycleConfiguration, Amazon S3 API Reference"),
        Quota.referrers(
            "aws_cloudwatch_event_target", by: "rule", of: "aws_cloudwatch_event_rule", "targets", 5,
            page: "Amazon EventBridge quotas, Amazon EventBridge User Guide"),
    ]
}

extension Expression {
    /// The bytes that it has at least as JSON.
    fileprivate var leastSize: Int {
        switch self {
        case .object(let fields): fields.reduce(2) { $0 + $1.key.utf8.count + 4 + $1.value.leastSize } - 1
        case .list(let items): items.reduce(2) { $0 + $1.leastSize + 1 } - 1
        case .string(let text): text.utf8.count + 2
        default: 1
        }
    }
}
