public import TerraneCore

extension S3 {
    /// The rules by which a bucket forgets ("Managing the lifecycle of objects", Amazon S3 User Guide).
    public struct BucketLifecycle: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_lifecycle_configuration"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var rules: [LifecycleRule]

        public init(
            _ name: Name, of bucket: Bucket, rules: [LifecycleRule], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.rules = rules
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            repeated("rule", "LifecycleConfiguration/Rules", rules) { rule in
                row("id", "Id", rule.id)
                row("status", "Status", "Enabled")
                if rule.prefix.isEmpty {
                    terraformOnly("filter", because: "without a prefix CloudFormation's rule holds for all objects") {
                        row("prefix", "", "")
                    }
                } else {
                    row("filter/prefix", "Prefix", rule.prefix)
                }
                repeated("transition", "Transitions", rule.transitions) { transition in
                    row("days", "TransitionInDays", transition.age.inDays)
                    row("storage_class", "StorageClass", transition.storageClass)
                }
                if let age = rule.expiredAfter {
                    row("expiration/days", "ExpirationInDays", age.inDays)
                }
                repeated(
                    "noncurrent_version_transition", "NoncurrentVersionTransitions", rule.oldVersionTransitions
                ) { transition in
                    row("noncurrent_days", "TransitionInDays", transition.age.inDays)
                    row("storage_class", "StorageClass", transition.storageClass)
                }
                if let age = rule.oldVersionsAfter {
                    row(
                        "noncurrent_version_expiration/noncurrent_days", "NoncurrentVersionExpiration/NoncurrentDays",
                        age.inDays)
                }
                row(
                    "abort_incomplete_multipart_upload/days_after_initiation",
                    "AbortIncompleteMultipartUpload/DaysAfterInitiation", 7)
            }
        }

        public func check() -> [Diagnostic] {
            var seen: Set<String> = []
            return rules.flatMap { rule in
                rule.check() + (seen.insert(rule.id).inserted ? [] : [.lifecycleRuleTwice(rule.id)])
            }
        }
    }
}
