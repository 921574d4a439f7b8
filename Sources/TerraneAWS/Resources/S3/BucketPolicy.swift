public import TerraneCore

extension S3 {
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
