public import TerraneCore

/// A bucket that nobody outside can read: encrypted, versioned, closed to the public, reached over TLS alone
/// ("Security best practices for Amazon S3", Amazon S3 User Guide).
///
///     PrivateBucket("uploads", lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(90))])
///         .replicated(to: .osaka)
///         .logging(.kept(in: "example-upload-logs", for: .days(90)))
public struct PrivateBucket: Component {
    public var declaration: Declaration
    public let bucketName: String
    public let lifecycle: [S3.LifecycleRule]
    public let encryption: S3.Encryption
    /// Who else may do what with it.
    public internal(set) var statements: [IAM.Statement]
    public internal(set) var ownership: S3.Ownership = .bucketOwnerEnforced
    public internal(set) var replication: Replication?
    public internal(set) var corsRules: [S3.CORSRule] = []
    public internal(set) var accessLogs: AccessLogs?
    public internal(set) var lock: S3.ObjectLock?
    public internal(set) var sendsEvents = false

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
    /// The name without a region, by which CloudFront knows the bucket of its logs.
    public var host: Value<Host> { bucket.host }
    /// The objects whose keys begin with `prefix`, for statements of policies.
    public func objects(under prefix: String = "") -> Value<ARN> { "\(arn)/\(prefix)*" }

    public var body: Content {
        bucket
        S3.OwnershipControls(name / "ownership", of: bucket, ownership)
        publicAccess
        S3.BucketEncryption(name / "encryption", of: bucket, encryption)
        versioning
        if !lifecycle.isEmpty { S3.BucketLifecycle(name / "lifecycle", of: bucket, rules: lifecycle) }
        policy
        options
    }

    /// What is there only when asked for.
    @ContentBuilder private var options: Content {
        if let lock { S3.BucketObjectLock(name / "lock", of: bucket, lock) }
        if !corsRules.isEmpty { S3.BucketCORS(name / "cors", of: bucket, rules: corsRules) }
        if sendsEvents { S3.BucketEvents(name / "events", of: bucket) }
        if let logs = accessLogs?.bucket(name / "logs", ofRequestsTo: bucket) {
            logs
            S3.BucketLogging(name / "logging", of: bucket, to: logs.deployedName, prefix: "").after(logs.policy)
        }
        if let replication { self.replication(replication) }
    }

    /// Who may do what with it; what writes to it at once is created after that.
    var policy: S3.BucketPolicy {
        S3.BucketPolicy(name / "policy", of: bucket.id, IAM.PolicyDocument([tlsOnly] + statements))
            .after(publicAccess)
    }

    var bucket: S3.Bucket { S3.Bucket(name, bucketName: bucketName, hasObjectLock: lock != nil) }
    var versioning: S3.BucketVersioning { S3.BucketVersioning(name / "versioning", of: bucket) }
    private var publicAccess: S3.PublicAccessBlock { S3.PublicAccessBlock(name / "public-access", of: bucket) }

    private var tlsOnly: IAM.Statement {
        IAM.Statement(
            .deny, id: "RefusePlainHTTP", principal: .anyone, actions: ["s3:*"], resources: [arn, "\(arn)/*"],
            conditions: [.init("Bool", "aws:SecureTransport", ["false"])])
    }
}

extension PrivateBucket {
    /// Lets pages of other sites read or write its objects.
    public func allowingPages(_ rules: S3.CORSRule...) -> PrivateBucket {
        changed { $0.corsRules += rules }
    }

    /// Keeps a record of each request, in a bucket of its own.
    public func logging(_ logs: AccessLogs) -> PrivateBucket {
        changed { $0.accessLogs = logs }
    }

    /// Locks each new object against deletion. Only a new bucket can be made so.
    public func locked(_ mode: S3.ObjectLock.Mode, for retention: TimeSpan) -> PrivateBucket {
        changed { $0.lock = S3.ObjectLock(mode, for: retention) }
    }

    /// Tells EventBridge whatever happens to its objects.
    public func sendingEvents() -> PrivateBucket {
        changed { $0.sendsEvents = true }
    }

    /// Adds to who may do what with it.
    public func allowing(_ statements: IAM.Statement...) -> PrivateBucket {
        changed { $0.statements += statements }
    }

    func changed(_ change: (inout PrivateBucket) -> Void) -> PrivateBucket {
        var copy = self
        change(&copy)
        return copy
    }
}
