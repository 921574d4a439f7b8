public import TerraneCore

extension S3 {
    /// Makes the bucket's account the owner of every object, and access lists of objects void ("Controlling
    /// ownership of objects", Amazon S3 User Guide).
    public struct OwnershipControls: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_ownership_controls"), cloudFormation: .part(of: "AWS::S3::Bucket"),
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
            repeated("rule", "OwnershipControls/Rules", ["BucketOwnerEnforced"]) { ownership in
                row("object_ownership", "ObjectOwnership", ownership)
            }
        }
    }
}
