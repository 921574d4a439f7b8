public import TerraneCore

/// A bucket that nobody outside can read: encrypted, versioned, closed to the public, reached over TLS alone
/// ("Security best practices for Amazon S3", Amazon S3 User Guide).
///
///     PrivateBucket("exports", lifecycle: [S3.LifecycleRule("forget", expiredAfter: .days(365))])
public struct PrivateBucket: Component {
    public var declaration: Declaration
    public let bucketName: String
    public let lifecycle: [S3.LifecycleRule]
    public let encryption: S3.Encryption
    /// Who else may do what with it.
    public let statements: [IAM.Statement]

    public init(
        _ name: Name, bucketName: String? = nil, lifecycle: [S3.LifecycleRule] = [],
        encryption: S3.Encryption = .s3Managed, statements: [IAM.Statement] = [], file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.bucketName = bucketName ?? name.dashed
        self.lifecycle = lifecycle
        self.encryption = encryption
        self.statements = statements
    }

    public var arn: Value<ARN> { bucket.arn }
    public var deployedName: Value<String> { bucket.id }
    public var regionalHost: Value<Host> { bucket.regionalHost }

    public var body: Content {
        bucket
        S3.OwnershipControls(name / "ownership", of: bucket)
        publicAccess
        S3.BucketEncryption(name / "encryption", of: bucket, encryption)
        S3.BucketVersioning(name / "versioning", of: bucket)
        if !lifecycle.isEmpty { S3.BucketLifecycle(name / "lifecycle", of: bucket, rules: lifecycle) }
        policy
    }

    /// Who may do what with it; what writes to it at once is created after that.
    var policy: S3.BucketPolicy {
        S3.BucketPolicy(name / "policy", of: bucket.id, IAM.PolicyDocument([tlsOnly] + statements))
            .after(publicAccess)
    }

    private var bucket: S3.Bucket { S3.Bucket(name, bucketName: bucketName) }
    private var publicAccess: S3.PublicAccessBlock { S3.PublicAccessBlock(name / "public-access", of: bucket) }

    private var tlsOnly: IAM.Statement {
        IAM.Statement(
            .deny, id: "RefusePlainHTTP", principal: .anyone, actions: ["s3:*"], resources: [arn, "\(arn)/*"],
            conditions: [.init("Bool", "aws:SecureTransport", ["false"])])
    }
}
