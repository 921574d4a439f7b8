import TerraneAWS
import TerraneCore
import Testing

/// The rows of buckets and their parts, in both dialects.
struct S3RowsTests {
    private static let bucket = S3.Bucket("assets", bucketName: "koemo-assets")

    @Test func aBucket() {
        let resource = S3RowsTests.bucket
        #expect(
            bilingual(resource) == """
                bucket | BucketName = "koemo-assets"
                """)
    }

    @Test func itsVersioning() {
        let resource = S3.BucketVersioning("versioning", of: S3RowsTests.bucket)
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                versioning_configuration/status | VersioningConfiguration/Status = "Enabled"
                """)
    }

    @Test func itsEncryption() {
        let resource = S3.BucketEncryption("encryption", of: S3RowsTests.bucket)
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                rule[0]/apply_server_side_encryption_by_default/sse_algorithm | BucketEncryption/ServerSideEncryptionConfiguration[0]/ServerSideEncryptionByDefault/SSEAlgorithm = "AES256"
                """)
    }

    @Test func itsEncryptionWithAKeyOfOnesOwn() {
        let resource = S3.BucketEncryption("encryption", of: S3RowsTests.bucket, .kms("arn:key"))
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                rule[0]/apply_server_side_encryption_by_default/sse_algorithm | BucketEncryption/ServerSideEncryptionConfiguration[0]/ServerSideEncryptionByDefault/SSEAlgorithm = "aws:kms"
                rule[0]/apply_server_side_encryption_by_default/kms_master_key_id | BucketEncryption/ServerSideEncryptionConfiguration[0]/ServerSideEncryptionByDefault/KMSMasterKeyID = "arn:key"
                rule[0]/bucket_key_enabled | BucketEncryption/ServerSideEncryptionConfiguration[0]/BucketKeyEnabled = true
                """)
    }

    @Test func itsPublicAccessBlock() {
        let resource = S3.PublicAccessBlock("public-access", of: S3RowsTests.bucket)
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                block_public_acls | PublicAccessBlockConfiguration/BlockPublicAcls = true
                block_public_policy | PublicAccessBlockConfiguration/BlockPublicPolicy = true
                ignore_public_acls | PublicAccessBlockConfiguration/IgnorePublicAcls = true
                restrict_public_buckets | PublicAccessBlockConfiguration/RestrictPublicBuckets = true
                """)
    }

    @Test func itsOwnershipControls() {
        let resource = S3.OwnershipControls("ownership", of: S3RowsTests.bucket)
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                rule[0]/object_ownership | OwnershipControls/Rules[0]/ObjectOwnership = "BucketOwnerEnforced"
                """)
    }

    @Test func itsLifecycle() {
        let resource = S3.BucketLifecycle(
            "lifecycle", of: S3RowsTests.bucket,
            rules: [
                S3.LifecycleRule(
                    "all", archivedAfter: .days(30), expiredAfter: .days(365), oldVersionsAfter: .days(90)),
                S3.LifecycleRule("logs", prefix: "logs/", archivedAfter: .days(90), in: .glacier),
            ])
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                rule[0]/id | LifecycleConfiguration/Rules[0]/Id = "all"
                rule[0]/status | LifecycleConfiguration/Rules[0]/Status = "Enabled"
                rule[0]/filter/prefix = "" | -
                rule[0]/transition[0]/days | LifecycleConfiguration/Rules[0]/Transitions[0]/TransitionInDays = 30
                rule[0]/transition[0]/storage_class | LifecycleConfiguration/Rules[0]/Transitions[0]/StorageClass = "STANDARD_IA"
                rule[0]/expiration/days | LifecycleConfiguration/Rules[0]/ExpirationInDays = 365
                rule[0]/noncurrent_version_expiration/noncurrent_days | LifecycleConfiguration/Rules[0]/NoncurrentVersionExpiration/NoncurrentDays = 90
                rule[0]/abort_incomplete_multipart_upload/days_after_initiation | LifecycleConfiguration/Rules[0]/AbortIncompleteMultipartUpload/DaysAfterInitiation = 7
                rule[1]/id | LifecycleConfiguration/Rules[1]/Id = "logs"
                rule[1]/status | LifecycleConfiguration/Rules[1]/Status = "Enabled"
                rule[1]/filter/prefix | LifecycleConfiguration/Rules[1]/Prefix = "logs/"
                rule[1]/transition[0]/days | LifecycleConfiguration/Rules[1]/Transitions[0]/TransitionInDays = 90
                rule[1]/transition[0]/storage_class | LifecycleConfiguration/Rules[1]/Transitions[0]/StorageClass = "GLACIER"
                rule[1]/abort_incomplete_multipart_upload/days_after_initiation | LifecycleConfiguration/Rules[1]/AbortIncompleteMultipartUpload/DaysAfterInitiation = 7
                """)
    }

    @Test func whatMovesStepByStep() {
        let resource = S3.BucketLifecycle(
            "lifecycle", of: S3RowsTests.bucket,
            rules: [
                S3.LifecycleRule(
                    "r", moved: [.after(.days(30), to: .standardInfrequentAccess), .after(.days(90), to: .glacier)],
                    oldVersionsMoved: [.after(.days(60), to: .glacierInstantRetrieval)])
            ])
        #expect(
            bilingual(resource).split(separator: "\n").filter { $0.contains("ransition") }.joined(separator: "\n")
                == """
                rule[0]/transition[0]/days | LifecycleConfiguration/Rules[0]/Transitions[0]/TransitionInDays = 30
                rule[0]/transition[0]/storage_class | LifecycleConfiguration/Rules[0]/Transitions[0]/StorageClass = "STANDARD_IA"
                rule[0]/transition[1]/days | LifecycleConfiguration/Rules[0]/Transitions[1]/TransitionInDays = 90
                rule[0]/transition[1]/storage_class | LifecycleConfiguration/Rules[0]/Transitions[1]/StorageClass = "GLACIER"
                rule[0]/noncurrent_version_transition[0]/noncurrent_days | LifecycleConfiguration/Rules[0]/NoncurrentVersionTransitions[0]/TransitionInDays = 60
                rule[0]/noncurrent_version_transition[0]/storage_class | LifecycleConfiguration/Rules[0]/NoncurrentVersionTransitions[0]/StorageClass = "GLACIER_IR"
                """)
    }

    @Test func itsReplication() {
        let resource = S3.BucketReplication(
            "assets/replication", of: S3RowsTests.bucket, to: "arn:there", as: "arn:role", storageClass: .glacier,
            encryptionKey: "arn:key")
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                role | ReplicationConfiguration/Role = "arn:role"
                rule[0]/id | ReplicationConfiguration/Rules[0]/Id = "replication"
                rule[0]/status | ReplicationConfiguration/Rules[0]/Status = "Enabled"
                rule[0]/priority | ReplicationConfiguration/Rules[0]/Priority = 1
                rule[0]/filter/prefix | ReplicationConfiguration/Rules[0]/Filter/Prefix = ""
                rule[0]/delete_marker_replication/status | ReplicationConfiguration/Rules[0]/DeleteMarkerReplication/Status = "Enabled"
                rule[0]/destination/bucket | ReplicationConfiguration/Rules[0]/Destination/Bucket = "arn:there"
                rule[0]/destination/storage_class | ReplicationConfiguration/Rules[0]/Destination/StorageClass = "GLACIER"
                rule[0]/destination/encryption_configuration/replica_kms_key_id | ReplicationConfiguration/Rules[0]/Destination/EncryptionConfiguration/ReplicaKmsKeyID = "arn:key"
                rule[0]/source_selection_criteria/sse_kms_encrypted_objects/status | ReplicationConfiguration/Rules[0]/SourceSelectionCriteria/SseKmsEncryptedObjects/Status = "Enabled"
                """)
    }

    @Test func itsPagesOfOtherSites() {
        let resource = S3.BucketCORS(
            "cors", of: S3RowsTests.bucket,
            rules: [S3.CORSRule(from: ["https://a.example"], [.get, .put], headers: ["*"], exposing: ["ETag"])])
        #expect(
            bilingual(resource) == """
                bucket = <assets: id, Ref> | -
                cors_rule[0]/allowed_origins | CorsConfiguration/CorsRules[0]/AllowedOrigins = ["https://a.example"]
                cors_rule[0]/allowed_methods | CorsConfiguration/CorsRules[0]/AllowedMethods = ["GET", "PUT"]
                cors_rule[0]/allowed_headers | CorsConfiguration/CorsRules[0]/AllowedHeaders = ["*"]
                cors_rule[0]/expose_headers | CorsConfiguration/CorsRules[0]/ExposedHeaders = ["ETag"]
                cors_rule[0]/max_age_seconds | CorsConfiguration/CorsRules[0]/MaxAge = 3600
                """)
    }

    @Test func itsLogItsEventsAndItsLock() {
        #expect(
            bilingual(S3.BucketLogging("logging", of: S3RowsTests.bucket, to: "logs", prefix: "a/")) == """
                bucket = <assets: id, Ref> | -
                target_bucket | LoggingConfiguration/DestinationBucketName = "logs"
                target_prefix | LoggingConfiguration/LogFilePrefix = "a/"
                """)
        #expect(
            bilingual(S3.BucketEvents("events", of: S3RowsTests.bucket)) == """
                bucket = <assets: id, Ref> | -
                eventbridge | NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled = true
                """)
        #expect(
            bilingual(S3.BucketObjectLock("lock", of: S3RowsTests.bucket, .init(.compliance, for: .days(30)))) == """
                bucket = <assets: id, Ref> | -
                object_lock_enabled | ObjectLockConfiguration/ObjectLockEnabled = "Enabled"
                rule/default_retention/mode | ObjectLockConfiguration/Rule/DefaultRetention/Mode = "COMPLIANCE"
                rule/default_retention/days | ObjectLockConfiguration/Rule/DefaultRetention/Days = 30
                """)
        #expect(
            bilingual(S3.Bucket("locked", bucketName: "locked", hasObjectLock: true)).hasSuffix(
                "object_lock_enabled | ObjectLockEnabled = true"))
    }

    @Test func itsPolicy() {
        let resource = S3.BucketPolicy(
            "policy", of: "assets",
            IAM.PolicyDocument(IAM.Statement(.deny, principal: .anyone, actions: ["s3:*"], resources: ["*"])))
        #expect(
            bilingual(resource) == """
                bucket | Bucket = "assets"
                policy = json {Version: "2012-10-17", Statement: [{Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: ["*"]}]} | PolicyDocument = {Version: "2012-10-17", Statement: [{Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: ["*"]}]}
                """)
    }
}
