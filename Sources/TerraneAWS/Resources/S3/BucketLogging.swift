public import TerraneCore

extension S3 {
    /// Writes a line for each request to another bucket ("Logging requests with server access logging", Amazon S3 User
    /// Guide). It arrives within hours, and now and then not at all.
    public struct BucketLogging: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_logging"), cloudFormation: .part(of: "AWS::S3::Bucket"), area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var target: Value<String>
        /// What the keys of the log begin with.
        public var prefix: String

        public init(
            _ name: Name, of bucket: Bucket, to target: Value<String>, prefix: String, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.target = target
            self.prefix = prefix
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            row("target_bucket", "LoggingConfiguration/DestinationBucketName", target)
            row("target_prefix", "LoggingConfiguration/LogFilePrefix", prefix)
        }
    }
}
