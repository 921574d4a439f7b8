public import TerraneCore

/// Amazon Simple Storage Service.
public enum S3 {
    /// A container of objects. Its name is unique in the world.
    public struct Bucket: Resource {
        public static let type = ResourceType(
            terraform: "aws_s3_bucket", cloudFormation: "AWS::S3::Bucket", area: .storage, tagging: .list,
            persistence: .retain)

        public var declaration: Declaration
        public var bucketName: String

        public init(_ name: Name, bucketName: String, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucketName = bucketName
        }

        public var id: Value<String> { attribute("id", .ref, foreseen: Value(bucketName)) }
        public var arn: Value<ARN> {
            attribute("arn", .attribute("Arn"), foreseen: "arn:\(Deployment.partition):s3:::\(bucketName)")
        }
        public var regionalHost: Value<Host> {
            attribute("bucket_regional_domain_name", .attribute("RegionalDomainName"))
        }

        public var properties: Properties {
            row("bucket", "BucketName", bucketName)
        }
    }

    /// Why the parts of a bucket name it in Terraform alone.
    static let partReason = "it is a property of the bucket in CloudFormation"

    /// Keeps what is overwritten or deleted.
    public struct BucketVersioning: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_versioning"), cloudFormation: .part(of: "AWS::S3::Bucket"), area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket

        public init(_ name: Name, of bucket: Bucket, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            nested("versioning_configuration", "VersioningConfiguration") {
                row("status", "Status", "Enabled")
            }
        }
    }

    /// Encrypts what is stored.
    public struct BucketEncryption: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_server_side_encryption_configuration"),
            cloudFormation: .part(of: "AWS::S3::Bucket"), area: .storage)

        public var declaration: Declaration
        public var bucket: Bucket

        public init(_ name: Name, of bucket: Bucket, file: String = #fileID, line: Int = #line) {
            self.declaration = Declaration(name, file: file, line: line)
            self.bucket = bucket
        }

        public var owner: Name? { bucket.name }

        public var properties: Properties {
            terraformOnly("bucket", bucket.id, because: S3.partReason)
            repeated("rule", "BucketEncryption/ServerSideEncryptionConfiguration", ["AES256"]) { algorithm in
                nested("apply_server_side_encryption_by_default", "ServerSideEncryptionByDefault") {
                    row("sse_algorithm", "SSEAlgorithm", algorithm)
                }
            }
        }
    }

    /// Refuses whatever would make a bucket public.
    public struct PublicAccessBlock: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_s3_bucket_public_access_block"), cloudFormation: .part(of: "AWS::S3::Bucket"),
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
            row("block_public_acls", "PublicAccessBlockConfiguration/BlockPublicAcls", true)
            row("block_public_policy", "PublicAccessBlockConfiguration/BlockPublicPolicy", true)
            row("ignore_public_acls", "PublicAccessBlockConfiguration/IgnorePublicAcls", true)
            row("restrict_public_buckets", "PublicAccessBlockConfiguration/RestrictPublicBuckets", true)
        }
    }

    /// Makes the bucket's account the owner of every object, and access lists of objects void.
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
