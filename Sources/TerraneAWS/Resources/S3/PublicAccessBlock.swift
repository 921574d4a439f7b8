public import TerraneCore

extension S3 {
    /// Refuses whatever would make a bucket public ("Blocking public access to your Amazon S3 storage", Amazon S3
    /// User Guide).
    public struct PublicAccessBlock: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_public_access_block"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket

        public init(_ name: Name, of bucket: Bucket, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            row("block_public_acls", "PublicAccessBlockConfiguration/BlockPublicAcls", true)
            row("block_public_policy", "PublicAccessBlockConfiguration/BlockPublicPolicy", true)
            row("ignore_public_acls", "PublicAccessBlockConfiguration/IgnorePublicAcls", true)
            row("restrict_public_buckets", "PublicAccessBlockConfiguration/RestrictPublicBuckets", true)
        }
    }
}
