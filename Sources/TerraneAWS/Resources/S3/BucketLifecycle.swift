public import TerraneCore

extension S3 {
    /// What becomes of objects as they grow old.
    public struct LifecycleRule: Hashable, Sendable {
        public let id: String
        /// After how long the current version moves to cheaper storage.
        public let archivedAfter: TimeSpan?
        /// After how long the current version goes.
        public let expiredAfter: TimeSpan?
        /// After how long an overwritten or deleted version goes.
        public let oldVersionsAfter: TimeSpan?

        public init(
            _ id: String, archivedAfter: TimeSpan? = nil, expiredAfter: TimeSpan? = nil,
            oldVersionsAfter: TimeSpan? = nil
        ) {
            self.id = id
            self.archivedAfter = archivedAfter
            self.expiredAfter = expiredAfter
            self.oldVersionsAfter = oldVersionsAfter
        }
    }

    /// The rules by which a bucket forgets.
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
                terraformOnly("filter", because: "without a prefix CloudFormation's rule holds for all objects") {
                    row("prefix", "", "")
                }
                if let age = rule.archivedAfter {
                    repeated("transition", "Transitions", [age]) { age in
                        row("days", "TransitionInDays", age.inDays)
                        row("storage_class", "StorageClass", "STANDARD_IA")
                    }
                }
                if let age = rule.expiredAfter {
                    row("expiration/days", "ExpirationInDays", age.inDays)
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
    }

    /// Who may do what with a bucket.
    public struct BucketPolicy: Resource {
        public static let type = ResourceType(
            terraform: "aws_s3_bucket_policy", cloudFormation: "AWS::S3::BucketPolicy", area: .storage)

        public var declaration: Declaration
        public var bucket: Value<String>
        public var policy: IAM.PolicyDocument

        public init(
            _ name: Name, of bucket: Value<String>, _ policy: IAM.PolicyDocument, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.policy = policy
        }

        public var properties: Properties {
            row("bucket", "Bucket", bucket)
            document("policy", "PolicyDocument", policy)
        }
    }
}
