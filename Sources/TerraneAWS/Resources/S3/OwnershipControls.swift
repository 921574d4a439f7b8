public import TerraneCore

extension S3 {
    /// Whose the objects of a bucket are.
    public enum Ownership: String, Hashable, Sendable, ExpressionConvertible {
        /// The bucket's account's, all of them; access lists mean nothing.
        case bucketOwnerEnforced = "BucketOwnerEnforced"
        /// The bucket's account's when the writer gives them up, as the log delivery of CloudFront does.
        case bucketOwnerPreferred = "BucketOwnerPreferred"
        case objectWriter = "ObjectWriter"
    }

    /// Makes the bucket's account the owner of every object, and access lists of objects void, unless told otherwise
    /// ("Controlling ownership of objects", Amazon S3 User Guide).
    public struct OwnershipControls: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_ownership_controls"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var ownership: Ownership

        public init(
            _ name: Name, of bucket: Bucket, _ ownership: Ownership = .bucketOwnerEnforced, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.ownership = ownership
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            repeated("rule", "OwnershipControls/Rules", [ownership]) { ownership in
                row("object_ownership", "ObjectOwnership", ownership)
            }
        }
    }
}
