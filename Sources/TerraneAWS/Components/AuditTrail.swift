public import TerraneCore

/// The record of who did what in the account: every call in every region, reads of secrets among them, in a bucket that
/// only CloudTrail writes to, and in a log group for alarms.
///
///     AuditTrail("audit", keptFor: .days(365), logs: .threeMonths)
public struct AuditTrail: Component {
    public var declaration: Declaration
    public let bucketName: String
    /// How long the files are kept.
    public let retention: TimeSpan
    /// How long the events are in CloudWatch Logs; nil for the bucket alone.
    public let logs: Logs.Retention?
    /// Buckets of which each read and write of an object is recorded.
    public let buckets: [Value<ARN>]
    /// A key of one's own for the files. Its policy has to hold `AuditTrail.mayEncrypt`.
    public let encryptionKey: Value<ARN>?

    public init(
        _ name: Name, bucketName: String? = nil, keptFor retention: TimeSpan = .days(365), logs: Logs.Retention? = nil,
        objectsIn buckets: [Value<ARN>] = [], encryptedWith encryptionKey: Value<ARN>? = nil, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.bucketName = bucketName ?? (name / "files").dashed
        self.retention = retention
        self.logs = logs
        self.buckets = buckets
        self.encryptionKey = encryptionKey
    }

    /// What the policy of a key says so that CloudTrail can encrypt with it ("Configure AWS KMS key policies for CloudTrail",
    /// AWS CloudTrail User Guide).
    public static let mayEncrypt = IAM.Statement(
        .allow, id: "EncryptAuditTrail", principal: .service("cloudtrail.amazonaws.com"),
        actions: ["kms:DescribeKey", "kms:GenerateDataKey*"], resources: ["*"],
        conditions: [
            .arnLike(
                "aws:SourceArn", "arn:\(Deployment.partition):cloudtrail:*:\(Deployment.account):trail/*")
        ])

    public var arn: Value<ARN> { trail.arn }
    /// The log group, for metric filters.
    public var logGroup: Logs.LogGroup? {
        logs.map { Logs.LogGroup(name / "logs", groupName: "/cloudtrail/\(name.dashed)", retention: $0) }
    }

    public var body: Content {
        files
        logGroup
        if let logGroup {
            role
            IAM.RolePolicy(
                name / "role-policy", policyName: "write-events", of: role.id,
                IAM.PolicyDocument(
                    .allow("logs:CreateLogStream", "logs:PutLogEvents", on: ["\(logGroup.arn):log-stream:*"])))
        }
        trail
    }

    private var trail: CloudTrail.Trail {
        var trail = CloudTrail.Trail(
            name, to: files.deployedName, buckets: buckets, encryptedWith: encryptionKey
        ).after(files.policy)
        if let logGroup { trail.log = (group: "\(logGroup.arn):*", role: role.arn) }
        return trail
    }

    private var role: IAM.Role {
        IAM.Role(
            name / "role", roleName: "\(name.dashed)-to-logs", description: "Writes the audit trail to CloudWatch Logs",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .service("cloudtrail.amazonaws.com"), actions: ["sts:AssumeRole"])))
    }

    private var files: PrivateBucket {
        PrivateBucket(
            name / "files", bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget", expiredAfter: retention, oldVersionsAfter: .days(30))],
            encryption: encryptionKey.map { .kms($0) } ?? .s3Managed, statements: [bucketCheck, delivery])
    }

    /// "Amazon S3 bucket policy for CloudTrail", AWS CloudTrail User Guide.
    private var bucketCheck: IAM.Statement {
        IAM.Statement(
            .allow, id: "CheckBucket", principal: .service("cloudtrail.amazonaws.com"), actions: ["s3:GetBucketAcl"],
            resources: ["arn:\(Deployment.partition):s3:::\(bucketName)"], conditions: [ofThisTrail])
    }

    private var delivery: IAM.Statement {
        IAM.Statement(
            .allow, id: "DeliverFiles", principal: .service("cloudtrail.amazonaws.com"), actions: ["s3:PutObject"],
            resources: ["arn:\(Deployment.partition):s3:::\(bucketName)/AWSLogs/\(Deployment.account)/*"],
            conditions: [ofThisTrail, .equals("s3:x-amz-acl", "bucket-owner-full-control")])
    }

    /// By its name: a reference to the trail, which waits for this policy, would go round in a circle.
    private var ofThisTrail: IAM.Statement.Condition {
        .equals(
            "aws:SourceArn",
            "arn:\(Deployment.partition):cloudtrail:\(Deployment.region):\(Deployment.account):trail/\(name.dashed)")
    }
}
