public import TerraneCore

/// A record of every request, in a bucket of its own, for some time: `.kept(in: "koemo-alb-logs", for: .days(90))`.
public struct AccessLogs: Hashable, Sendable {
    public let bucketName: String
    public let age: TimeSpan

    public static func kept(in bucketName: String, for age: TimeSpan) -> AccessLogs {
        AccessLogs(bucketName: bucketName, age: age)
    }

    /// The bucket, to which Elastic Load Balancing may write ("Enable access logs for your Application Load Balancer",
    /// User Guide for Application Load Balancers). It takes Amazon S3's own key alone.
    func bucket(_ name: Name) -> PrivateBucket {
        empty(name).allowing(AccessLogs.delivery(to: S3.Bucket(name, bucketName: bucketName)))
    }

    /// The bucket, to which Amazon S3 may write about requests to another one ("Permissions for log delivery", Amazon
    /// S3 User Guide).
    func bucket(_ name: Name, ofRequestsTo source: S3.Bucket) -> PrivateBucket {
        empty(name).allowing(
            IAM.Statement(
                .allow, id: "TakeAccessLogs", principal: .service("logging.s3.amazonaws.com"),
                actions: ["s3:PutObject"], resources: [empty(name).objects()],
                conditions: [
                    .init("ArnLike", "aws:SourceArn", [source.arn.as()]),
                    .equals("aws:SourceAccount", Deployment.account),
                ]))
    }

    /// The bucket, whose access list CloudFront adds its log delivery to, so it must have one ("Configure standard
    /// logging (legacy)", Amazon CloudFront Developer Guide).
    func distributionBucket(_ name: Name) -> PrivateBucket {
        empty(name).changed { $0.ownership = .bucketOwnerPreferred }
            .suppressing(
                "CKV2_AWS_65", on: S3.OwnershipControls.self,
                because: "CloudFront's standard logging writes through the access list of the bucket")
    }

    private func empty(_ name: Name) -> PrivateBucket {
        PrivateBucket(
            name, bucketName: bucketName,
            lifecycle: [S3.LifecycleRule("forget", expiredAfter: age, oldVersionsAfter: .days(1))])
    }

    private static func delivery(to bucket: S3.Bucket) -> IAM.Statement {
        IAM.Statement(
            .allow, id: "TakeAccessLogs", principal: .service("logdelivery.elasticloadbalancing.amazonaws.com"),
            actions: ["s3:PutObject"], resources: ["\(bucket.arn)/AWSLogs/\(Deployment.account)/*"])
    }
}
