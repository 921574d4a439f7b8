public import TerraneCore

extension S3 {
    /// Copies what is written to a bucket to another one, in another region as a rule, deletions included ("Replicating
    /// objects within and across Regions", Amazon S3 User Guide). Both keep versions. What was there before is not copied.
    public struct BucketReplication: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_replication_configuration"), cloudFormation: .part(of: "AWS::S3::Bucket"),
            area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket
        public var destination: Value<ARN>
        /// What Amazon S3 becomes to read here and write there.
        public var role: Value<ARN>
        /// What the keys of the objects begin with; empty for all.
        public var prefix: String
        /// Cheaper storage for the copies; nil for the class of the originals.
        public var storageClass: StorageClass?
        /// The key there, when objects are encrypted with a key of AWS KMS here.
        public var encryptionKey: Value<ARN>?

        public init(
            _ name: Name, of bucket: Bucket, to destination: Value<ARN>, as role: Value<ARN>, prefix: String = "",
            storageClass: StorageClass? = nil, encryptionKey: Value<ARN>? = nil, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
            self.destination = destination
            self.role = role
            self.prefix = prefix
            self.storageClass = storageClass
            self.encryptionKey = encryptionKey
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            row("role", "ReplicationConfiguration/Role", role)
            repeated("rule", "ReplicationConfiguration/Rules", [name.last]) { id in
                row("id", "Id", String(id))
                row("status", "Status", "Enabled")
                row("priority", "Priority", 1)
                row("filter/prefix", "Filter/Prefix", prefix)
                row("delete_marker_replication/status", "DeleteMarkerReplication/Status", "Enabled")
                nested("destination", "Destination") {
                    row("bucket", "Bucket", destination)
                    row("storage_class", "StorageClass", storageClass)
                    row(
                        "encryption_configuration/replica_kms_key_id", "EncryptionConfiguration/ReplicaKmsKeyID",
                        encryptionKey)
                }
                if encryptionKey != nil {
                    row(
                        "source_selection_criteria/sse_kms_encrypted_objects/status",
                        "SourceSelectionCriteria/SseKmsEncryptedObjects/Status", "Enabled")
                }
            }
        }
    }
}
