import TerraneCore

/// Where policy documents stand on the graph, and what kind each is.
struct PolicyPlace: Sendable {
    /// Who a policy is about, which decides its grammar ("Policies and permissions in AWS IAM", AWS Identity and Access
    /// Management User Guide).
    enum Kind: Sendable {
        /// What an identity may do: it names no principal.
        case identity
        /// Who may do what to one resource: it names its principals.
        case resource
        /// Who may take on a role: it names its principals, and no resource but the role itself.
        case trust
    }

    /// What the type calls the resource.
    let type: String
    let path: String
    let kind: Kind
    /// The prefixes of the actions that the service takes in it; nil where that is not known.
    var services: Set<String>?
    /// How large it may be, in characters, white space aside where IAM counts so.
    var limit: Int?

    static let all: [PolicyPlace] = identities + [trust] + resources

    /// "IAM and AWS STS quotas", AWS Identity and Access Management User Guide.
    private static let identities: [PolicyPlace] = [
        PolicyPlace(type: "aws_iam_policy", path: "policy", kind: .identity, limit: 6_144),
        PolicyPlace(type: "aws_iam_role_policy", path: "policy", kind: .identity, limit: 10_240),
        PolicyPlace(type: "aws_iam_role", path: "inline_policy/policy", kind: .identity, limit: 10_240),
        PolicyPlace(type: "aws_iam_group_policy", path: "policy", kind: .identity, limit: 5_120),
        PolicyPlace(type: "aws_iam_user_policy", path: "policy", kind: .identity, limit: 2_048),
        PolicyPlace(type: "aws_ssoadmin_permission_set_inline_policy", path: "inline_policy", kind: .identity),
    ]

    /// Quota "Role trust policy length", which an account may raise to 4,096.
    private static let trust = PolicyPlace(
        type: "aws_iam_role", path: "assume_role_policy", kind: .trust, limit: 2_048)

    /// "Bucket policies for Amazon S3", "Amazon SNS access control", "Resource quotas" of AWS KMS, …
    private static let resources: [PolicyPlace] = [
        PolicyPlace(
            type: "aws_s3_bucket_policy", path: "policy", kind: .resource, services: ["s3", "s3express"],
            limit: 20_480),
        PolicyPlace(type: "aws_sns_topic_policy", path: "policy", kind: .resource, services: ["sns"]),
        PolicyPlace(type: "aws_sns_topic", path: "policy", kind: .resource, services: ["sns"]),
        PolicyPlace(type: "aws_sqs_queue_policy", path: "policy", kind: .resource, services: ["sqs"]),
        PolicyPlace(type: "aws_sqs_queue", path: "policy", kind: .resource, services: ["sqs"]),
        PolicyPlace(type: "aws_kms_key", path: "policy", kind: .resource, services: ["kms"], limit: 32_768),
        PolicyPlace(type: "aws_kms_replica_key", path: "policy", kind: .resource, services: ["kms"], limit: 32_768),
        PolicyPlace(type: "aws_ecr_repository_policy", path: "policy", kind: .resource, services: ["ecr"]),
        PolicyPlace(type: "aws_secretsmanager_secret_policy", path: "policy", kind: .resource, limit: 20_480),
        PolicyPlace(type: "aws_backup_vault_policy", path: "policy", kind: .resource),
        PolicyPlace(type: "aws_efs_file_system_policy", path: "policy", kind: .resource),
        PolicyPlace(type: "aws_vpc_endpoint", path: "policy", kind: .resource),
        PolicyPlace(type: "aws_cloudwatch_log_resource_policy", path: "policy_document", kind: .resource),
        PolicyPlace(type: "aws_cloudwatch_event_bus_policy", path: "policy", kind: .resource),
    ]
}
