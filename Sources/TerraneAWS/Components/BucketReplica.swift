public import TerraneCore

extension PrivateBucket {
    /// Where a bucket's objects are copied to as they are written.
    public struct Replication: Hashable, Sendable {
        public let region: Region
        public let bucketName: String
        /// The key of that region, when the bucket itself is encrypted with a key of AWS KMS.
        public let encryption: S3.Encryption
        /// Cheaper storage for the copies; nil for the class of the originals.
        public let storageClass: S3.StorageClass?
    }

    /// Copies each object, and each deletion, to a bucket like this one in another region, for the day on which this
    /// region fails. Amazon S3 copies what is written from then on.
    public func replicated(
        to region: Region, bucketName: String? = nil, encryption: S3.Encryption = .s3Managed,
        storageClass: S3.StorageClass? = nil
    ) -> PrivateBucket {
        changed {
            $0.replication = Replication(
                region: region, bucketName: bucketName ?? self.bucketName + "-replica", encryption: encryption,
                storageClass: storageClass)
        }
    }

    /// The bucket in the other region, if there is one.
    public var replica: PrivateBucket? { replication.map(replica) }

    @ContentBuilder func replication(_ replication: Replication) -> Content {
        replica(replication)
        replicator
        permissions(for: replication)
        configuration(replication)
    }

    /// Amazon S3 does not copy what a lifecycle does, so the replica has the same rules.
    private func replica(_ replication: Replication) -> PrivateBucket {
        PrivateBucket(
            name / "replica", bucketName: replication.bucketName, lifecycle: lifecycle,
            encryption: replication.encryption
        ).region(replication.region)
    }

    private func configuration(_ replication: Replication) -> S3.BucketReplication {
        S3.BucketReplication(
            name / "replication", of: bucket, to: replica(replication).arn, as: replicator.arn,
            storageClass: replication.storageClass, encryptionKey: replication.encryption.key
        ).after(versioning, replica(replication).versioning)
    }

    private var replicator: IAM.Role {
        IAM.Role(
            name / "replicator", roleName: (name / "replicator").dashed, description: "Copies \(bucketName)",
            trust: IAM.PolicyDocument(
                IAM.Statement(.allow, principal: .service("s3.amazonaws.com"), actions: ["sts:AssumeRole"])))
    }

    /// "Setting up permissions for live replication", Amazon S3 User Guide.
    private func permissions(for replication: Replication) -> IAM.RolePolicy {
        var statements: [IAM.Statement] = [
            .allow("s3:GetReplicationConfiguration", "s3:ListBucket", on: [arn]),
            .allow(
                "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging",
                on: [objects()]),
            .allow(
                "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags", on: [replica(replication).objects()]),
        ]
        if let key = encryption.key { statements.append(.allow("kms:Decrypt", on: [key])) }
        if let key = replication.encryption.key { statements.append(.allow("kms:Encrypt", on: [key])) }
        return IAM.RolePolicy(
            name / "replicator-policy", policyName: "replication", of: replicator.id, IAM.PolicyDocument(statements))
    }

    public func check() -> [Diagnostic] {
        guard let replication, (encryption.key == nil) != (replication.encryption.key == nil) else { return [] }
        return [.replicaWithOtherEncryption(name, replication.region)]
    }
}

extension S3.Encryption {
    /// The key of AWS KMS, if it is one.
    var key: Value<ARN>? {
        if case .kms(let key) = self { key } else { nil }
    }
}

extension Diagnostic {
    static func replicaWithOtherEncryption(_ bucket: Name, _ region: Region) -> Diagnostic {
        .error(
            "bucket '\(bucket)' and its replica in \(region) are not encrypted in the same way",
            help: "Give both a key of AWS KMS, each of its own region, or neither.")
    }
}
