import TerraneAWS
import TerraneCore

/// A distribution may read the buckets that it answers from ("Restrict access to an Amazon S3 origin", Amazon CloudFront
/// Developer Guide). Of one that it may not read every request ends in 403.
func checkBucketOrigins(_ inventory: Inventory) -> [Diagnostic] {
    let closed = closedBuckets(in: inventory)
    let policies = Dictionary(
        inventory.policies(of: S3.BucketPolicy.self).compactMap { policy in
            inventory.target(of: policy.item, "bucket").map { ($0.name, policy) }
        }, uniquingKeysWith: { first, _ in first })
    return inventory.all(CloudFront.Distribution.self).flatMap { distribution in
        distribution.parts("origin").compactMap { origin -> Diagnostic? in
            guard let bucket = origin.values("domain_name").first.flatMap(inventory.target),
                bucket.type == S3.Bucket.type.terraform.typeName
            else { return nil }
            if !isSigned(origin) {
                return closed.contains(bucket.name) ? .bucketUnsigned(distribution, bucket) : nil
            }
            return policies[bucket.name].flatMap {
                letsCloudFrontIn($0) ? nil : .bucketRefuses(distribution, bucket, $0)
            }
        }
    }
}

/// Buckets that nobody reads without a signature.
private func closedBuckets(in inventory: Inventory) -> Set<Name> {
    Set(
        inventory.all(S3.PublicAccessBlock.self).filter { $0["restrict_public_buckets"].flag == true }
            .compactMap { inventory.target(of: $0, "bucket")?.name })
}

private func isSigned(_ origin: Inventory.Part) -> Bool {
    !origin["origin_access_control_id"].isAbsent || !origin["s3_origin_config/origin_access_identity"].isAbsent
}

/// An access identity, and whoever is known only once deployed, is taken for CloudFront.
private func letsCloudFrontIn(_ policy: PolicyReading) -> Bool {
    policy.statements.contains { statement in
        guard statement.allows, statement["Principal"] != nil else { return statement.has("NotPrincipal") }
        if statement.isForEverybody || !statement.principals("CanonicalUser").isEmpty { return true }
        let services = statement.principals("Service").map { statement.item.fact($0) }
        let identities = statement.principals("AWS").map { statement.item.fact($0) }
        return services.contains { $0.isLate || $0.text?.hasPrefix("cloudfront.amazonaws.com") == true }
            || identities.contains { $0.isLate || $0.text?.contains("cloudfront") == true }
    }
}

extension Diagnostic {
    fileprivate static func bucketUnsigned(_ distribution: Inventory.Item, _ bucket: Inventory.Item) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' reads the bucket '\(bucket.name)' as anybody would, and nobody may",
            help: "Give the origin an origin access control, and let CloudFront in by the bucket's policy.",
            at: distribution.source, notes: [Note("the bucket is declared here", at: bucket.source)])
    }

    fileprivate static func bucketRefuses(
        _ distribution: Inventory.Item, _ bucket: Inventory.Item, _ policy: PolicyReading
    ) -> Diagnostic {
        .error(
            "distribution '\(distribution.name)' reads the bucket '\(bucket.name)', whose policy does not let CloudFront in",
            help: "Allow 's3:GetObject' to 'cloudfront.amazonaws.com', on condition of the distribution's ARN.",
            at: distribution.source, notes: [Note("the policy is declared here", at: policy.item.source)])
    }
}
