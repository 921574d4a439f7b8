public import TerraneCore

extension S3 {
    /// Tells Amazon EventBridge whatever happens to the objects, where rules decide what follows ("Using EventBridge",
    /// Amazon S3 User Guide).
    public struct BucketEvents: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_notification"), cloudFormation: .part(of: "AWS::S3::Bucket"),
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
            row("eventbridge", "NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled", true)
        }
    }
}
