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
