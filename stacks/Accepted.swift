import Terrane

/// What scanners find and the company accepts, and why. What holds for one system alone stands in that system.
enum Accepted {
    /// When the exemptions from policies are looked at again.
    static let nextReview: Day = "2027-11-30"

    static func findings(in environment: DeploymentEnvironment) -> [Suppression] {
        keys + logs + buckets + secrets + caches + edge + tasks + (environment.isProduction ? [] : outsideProduction)
    }

    /// A key of one's own costs money, and its policy can lock everybody out. AWS encrypts with keys of its own.
    private static let keys = [
        Suppression("CKV_AWS_136", on: ECR.Repository.self, because: awsKey),
        Suppression("CKV_AWS_145", on: S3.Bucket.self, because: awsKey),
        Suppression("CKV_AWS_149", on: SecretsManager.Secret.self, because: awsKey),
        Suppression("CKV_AWS_158", on: Logs.LogGroup.self, because: awsKey),
        Suppression("CKV_AWS_191", on: ElastiCache.ReplicationGroup.self, because: awsKey),
        Suppression("CKV_AWS_354", on: RDS.DBInstance.self, because: awsKey),
        Suppression("CKV_AWS_354", on: RDS.DBClusterInstance.self, because: awsKey),
        Suppression("CKV_AWS_327", on: RDS.DBCluster.self, because: awsKey),
        Suppression("CKV_AWS_166", on: Backup.Vault.self, because: awsKey),
        Suppression("CKV_AWS_35", on: CloudTrail.Trail.self, because: awsKey),
        Suppression(
            "CKV_AWS_26", on: SNS.Topic.self, because: "CloudWatch cannot use the key of AWS; messages hold no secret"),
    ]
    private static let awsKey = "Encrypted with a key of AWS; no rule of ours asks for one of our own"

    private static let logs = [
        Suppression("CKV_AWS_338", on: Logs.LogGroup.self, because: "Kept for as long as the operations document says")
    ]

    private static let buckets = [
        Suppression("CKV_AWS_18", on: S3.Bucket.self, because: "Only roles of the same system reach it"),
        Suppression(
            "CKV_AWS_144", on: S3.Bucket.self, because: "The operations document asks for no copy in another region"),
        Suppression("CKV2_AWS_62", on: S3.Bucket.self, because: "Nothing waits for its objects"),
    ]

    private static let secrets = [
        Suppression(
            "CKV2_AWS_57", on: SecretsManager.Secret.self,
            because: "Its value comes from somebody else, or is changed by raising its version"),
        Suppression(
            "CKV_AWS_304", on: SecretsManager.Rotation.self, because: "As often as the operations document says"),
        Suppression(
            "CKV_AWS_252", on: CloudTrail.Trail.self, because: "Its log group is watched; its files need no messenger"),
    ]

    private static let caches = [
        Suppression(
            "CKV_AWS_31", on: ElastiCache.ReplicationGroup.self,
            because: "TLS and the security group guard it; a token would lie in the state of Terraform")
    ]

    private static let edge = [
        Suppression(
            "CKV2_AWS_76", on: ELB.ApplicationLoadBalancer.self,
            because: "KnownBadInputs stops Log4Shell; the list of anonymous addresses would lock people out"),
        Suppression(
            "CKV2_AWS_47", on: CloudFront.Distribution.self,
            because:
                "KnownBadInputs stops Log4Shell where an application answers; the list of anonymous addresses would lock people out"
        ),
        Suppression(
            "CKV2_AWS_32", on: CloudFront.Distribution.self,
            because: "Its policy is one that AWS manages, or the application sends the headers itself"),
        Suppression("CKV_AWS_374", on: CloudFront.Distribution.self, because: "It is for people in every country"),
        Suppression(
            "CKV_AWS_310", on: CloudFront.Distribution.self, because: "The origins are available in several zones"),
        Suppression(
            "CKV_AWS_305", on: CloudFront.Distribution.self, because: "It serves files and answers, no page at its root"
        ),
    ]

    static let standbyCache = Suppression(
        "CKV2_AWS_50", on: ElastiCache.ReplicationGroup.self,
        because: "It stands by, and is filled again after a failover")

    /// Of target groups that a rule leads to, or that CodeDeploy moves traffic between.
    static let plainTargets = [
        Suppression("CKV_AWS_378", on: ELB.TargetGroup.self, because: "TLS ends at the load balancer")
    ]

    static let publicFiles =
        "It serves files for everybody from a bucket, and there is nothing else to attack or to look up"

    private static let tasks = [
        Suppression(
            "CKV_AWS_336", on: ECS.TaskDefinition.self, because: "The application writes temporary files")
    ]

    private static let outsideProduction = [
        Suppression(
            "CKV_AWS_150", on: ELB.ApplicationLoadBalancer.self, because: "Staging is made and removed at will"),
        Suppression("CKV_AWS_157", on: RDS.DBInstance.self, because: "Staging may fail with its zone"),
        Suppression("CKV_AWS_293", on: RDS.DBInstance.self, because: "Staging is made and removed at will"),
        Suppression("CKV2_AWS_50", on: ElastiCache.ReplicationGroup.self, because: "Staging may fail with its node"),
    ]
}
