public import TerraneCore

/// AWS CloudTrail.
public enum CloudTrail {
    /// The record of who did what in the account, in every region, each file with a digest that shows changes ("Security
    /// best practices in AWS CloudTrail", AWS CloudTrail User Guide).
    public struct Trail: Resource {
        public static let type = ResourceType(
            terraform: "aws_cloudtrail", cloudFormation: "AWS::CloudTrail::Trail", area: .security, tagging: .list)

        public var declaration: Declaration
        public var trailName: String
        public var bucket: Value<String>
        /// A key of one's own to encrypt the files with.
        public var encryptionKey: Value<ARN>?
        /// The log group that it goes to as well, and the role that writes there.
        public var log: (group: Value<ARN>, role: Value<ARN>)?
        /// Buckets, by ARN, of which each read and write of an object is recorded.
        public var buckets: [Value<ARN>]

        public init(
            _ name: Name, trailName: String? = nil, to bucket: Value<String>, buckets: [Value<ARN>] = [],
            encryptedWith encryptionKey: Value<ARN>? = nil, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.trailName = trailName ?? name.dashed
            self.bucket = bucket
            self.buckets = buckets
            self.encryptionKey = encryptionKey
        }

        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("Arn"),
                foreseen:
                    "arn:\(Deployment.partition):cloudtrail:\(Deployment.region):\(Deployment.account):trail/\(trailName)"
            )
        }

        public var properties: Properties {
            row("name", "TrailName", trailName)
            row("s3_bucket_name", "S3BucketName", bucket)
            row("enable_logging", "IsLogging", true)
            row("is_multi_region_trail", "IsMultiRegionTrail", true)
            row("include_global_service_events", "IncludeGlobalServiceEvents", true)
            row("enable_log_file_validation", "EnableLogFileValidation", true)
            row("kms_key_id", "KMSKeyId", encryptionKey)
            row("cloud_watch_logs_group_arn", "CloudWatchLogsLogGroupArn", log?.group)
            row("cloud_watch_logs_role_arn", "CloudWatchLogsRoleArn", log?.role)
            repeated("event_selector", "EventSelectors", buckets.isEmpty ? [] : [buckets]) { buckets in
                row("read_write_type", "ReadWriteType", "All")
                row("include_management_events", "IncludeManagementEvents", true)
                repeated("data_resource", "DataResources", [buckets]) { buckets in
                    row("type", "Type", "AWS::S3::Object")
                    row("values", "Values", buckets.map { Value<String>("\($0)/") })
                }
            }
        }
    }
}
