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
        PrivateBucket(
            name, bucketName: bucketName,
            lifecycle: [
                S3.LifecycleRule("forget", expiredAfter: age, oldVersionsAfter: .days(1))
            ], statements: [AccessLogs.delivery(to: S3.Bucket(name, bucketName: bucketName))])
    }

    private static func delivery(to bucket: S3.Bucket) -> IAM.Statement {
        IAM.Statement(
            .allow, id: "TakeAccessLogs", principal: .service("logdelivery.elasticloadbalancing.amazonaws.com"),
            actions: ["s3:PutObject"], resources: ["\(bucket.arn)/AWSLogs/\(Deployment.account)/*"])
    }
}
