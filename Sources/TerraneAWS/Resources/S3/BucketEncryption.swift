public import TerraneCore

extension S3 {
    /// Whose key encrypts what is stored.
    public enum Encryption: Hashable, Sendable {
        /// Amazon S3's own key.
        case s3Managed
        /// A key of AWS KMS, asked once for each bucket and not once for each object.
        case kms(Value<ARN>)
    }

    /// Encrypts what is stored ("Setting default server-side encryption behavior for Amazon S3 buckets", Amazon S3 User
    /// Guide).
    public struct BucketEncryption: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_server_side_encryption_configuration"),
            cloudFormation: .part(of: "AWS::S3::Bucket"), area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var encryption: Encryption

        public init(
            _ name: Name, of bucket: Bucket, _ encryption: Encryption = .s3Managed, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.encryption = encryption
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            repeated("rule", "BucketEncryption/ServerSideEncryptionConfiguration", [encryption]) { encryption in
                nested("apply_server_side_encryption_by_default", "ServerSideEncryptionByDefault") {
                    switch encryption {
                    case .s3Managed:
                        row("sse_algorithm", "SSEAlgorithm", "AES256")
                    case .kms(let key):
                        row("sse_algorithm", "SSEAlgorithm", "aws:kms")
                        row("kms_master_key_id", "KMSMasterKeyID", key)
                    }
                }
                if encryption != .s3Managed { row("bucket_key_enabled", "BucketKeyEnabled", true) }
            }
        }
    }
}
