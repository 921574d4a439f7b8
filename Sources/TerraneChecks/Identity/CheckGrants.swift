import TerraneAWS
import TerraneCore

/// No policy allows everything to everybody by accident ("Security best practices in IAM", AWS Identity and Access Management
/// User Guide).
func checkGrants(_ policies: [PolicyReading], in inventory: Inventory) -> [Diagnostic] {
    let ceilings = boundaries(in: inventory)
    let closed = bucketsWithoutPublicPolicies(in: inventory)
    return policies.flatMap { policy -> [Diagnostic] in
        switch policy.kind {
        case .identity:
            ceilings.contains(policy.item.name) ? [] : checkIdentityGrants(policy) + checkExceptions(policy)
        case .resource: checkResourceGrants(policy, closed: closed, in: inventory)
        case .trust: checkExceptions(policy)
        }
    }
}

/// Policies that say what others may allow at most, and so may allow everything themselves.
private func boundaries(in inventory: Inventory) -> Set<Name> {
    let bounded = inventory.all(IAM.Role.self) + inventory.all("aws_iam_user")
    return Set(bounded.compactMap { inventory.target(of: $0, "permissions_boundary")?.name })
}

/// A policy that denies something too is one that was thought about.
private func checkIdentityGrants(_ policy: PolicyReading) -> [Diagnostic] {
    guard policy.statements.allSatisfy({ $0.texts("Effect") != ["Deny"] }) else { return [] }
    let grantsAll = policy.statements.contains { statement in
        statement.allows && !statement.has("Condition") && statement.texts("Resource").contains("*")
            && statement.texts("Action").contains { $0 == "*" || $0 == "*:*" }
    }
    return grantsAll ? [.allowsEverything(policy)] : []
}

private func checkExceptions(_ policy: PolicyReading) -> [Diagnostic] {
    guard !policy.isChecked else { return [] }
    let allowsRest = policy.statements.contains { statement in
        statement.allows && statement.has("NotAction") && !statement.has("Condition")
            && (policy.kind == .trust || statement.texts("Resource").contains("*"))
    }
    return allowsRest ? [.allowsAllButSome(policy)] : []
}

// MARK: Policies of resources

private func checkResourceGrants(
    _ policy: PolicyReading, closed: Set<Name>, in inventory: Inventory
) -> [Diagnostic] {
    let isOpen = policy.statements.contains { $0.allows && $0.isForEverybody && !$0.has("Condition") }
    guard isOpen, policy.place.type != "aws_vpc_endpoint" else { return [] }
    if policy.place.type == "aws_s3_bucket_policy" {
        guard let bucket = inventory.target(of: policy.item, "bucket") else { return [] }
        return closed.contains(bucket.name) ? [.publicPolicyRefused(policy, bucket)] : []
    }
    return privateThings.contains(policy.place.type) ? [.openToEverybody(policy)] : []
}

/// What is hardly ever meant for everybody with an AWS account.
private let privateThings: Set = [
    "aws_kms_key", "aws_kms_replica_key", "aws_secretsmanager_secret_policy", "aws_sqs_queue_policy", "aws_sqs_queue",
    "aws_sns_topic_policy", "aws_sns_topic", "aws_backup_vault_policy",
]

/// Buckets on which Amazon S3 takes no public policy ("Blocking public access to your Amazon S3 storage").
private func bucketsWithoutPublicPolicies(in inventory: Inventory) -> Set<Name> {
    Set(
        inventory.all("aws_s3_bucket_public_access_block").filter { $0["block_public_policy"].flag == true }
            .compactMap { inventory.target(of: $0, "bucket")?.name })
}

extension Diagnostic {
    fileprivate static func allowsEverything(_ policy: PolicyReading) -> Diagnostic {
        .warning(
            "\(policy.title) allows every action on every resource",
            help: "Name the actions and resources that are needed, or deny beside it what must never happen.",
            at: policy.item.source)
    }

    fileprivate static func allowsAllButSome(_ policy: PolicyReading) -> Diagnostic {
        .warning(
            "\(policy.title) allows everything but some actions, without a condition",
            help: "That allows what AWS adds tomorrow too: list what is allowed, or deny all but that.",
            at: policy.item.source)
    }

    fileprivate static func openToEverybody(_ policy: PolicyReading) -> Diagnostic {
        .warning(
            "\(policy.title) lets everybody in, of every AWS account",
            help: "Name the principals, or ask in a condition for 'aws:SourceAccount', 'aws:SourceArn' or "
                + "'aws:PrincipalOrgID'.", at: policy.item.source)
    }

    fileprivate static func publicPolicyRefused(_ policy: PolicyReading, _ bucket: Inventory.Item) -> Diagnostic {
        .error(
            "\(policy.title) lets everybody in, and the bucket '\(bucket.name)' blocks public policies",
            help: "Amazon S3 refuses it with 'AccessDenied': name the principals, or serve the bucket through "
                + "CloudFront.", at: policy.item.source,
            notes: [Note("the bucket is declared here", at: bucket.source)])
    }
}
