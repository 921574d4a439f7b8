public import TerraneCore

/// A bucket that nobody outside can read: encrypted, versioned, closed to the public, reached over TLS alone.
public struct PrivateBucket: Component {
    public var declaration: Declaration
    public let bucketName: String
    public let lifecycle: [S3.LifecycleRule]
    /// Who else may do what with it.
    public let statements: [IAM.Statement]

    public init(
        _ name: Name, bucketName: String? = nil, lifecycle: [S3.LifecycleRule] = [], statements: [IAM.Statement] = [],
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.bucketName = bucketName ?? name.dashed
        self.lifecycle = lifecycle
        self.statements = statements
    }

    public var arn: Value<ARN> { bucket.arn }
    public var deployedName: Value<String> { bucket.id }
    public var regionalHost: Value<Host> { bucket.regionalHost }

    public var body: Content {
        bucket
        S3.OwnershipControls(name / "ownership", of: bucket)
        S3.PublicAccessBlock(name / "public-access", of: bucket)
        S3.BucketEncryption(name / "encryption", of: bucket)
        S3.BucketVersioning(name / "versioning", of: bucket)
        if !lifecycle.isEmpty { S3.BucketLifecycle(name / "lifecycle", of: bucket, rules: lifecycle) }
        S3.BucketPolicy(name / "policy", of: bucket.id, IAM.PolicyDocument([tlsOnly] + statements))
            .after(S3.PublicAccessBlock(name / "public-access", of: bucket))
    }

    private var bucket: S3.Bucket { S3.Bucket(name, bucketName: bucketName) }

    private var tlsOnly: IAM.Statement {
        IAM.Statement(
            .deny, id: "RefusePlainHTTP", principal: .anyone, actions: ["s3:*"], resources: [arn, "\(arn)/*"],
            conditions: [.init("Bool", "aws:SecureTransport", ["false"])])
    }
}
