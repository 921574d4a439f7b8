extension WrittenMistake {
    /// What the types of the library exclude.
    static var types: [WrittenMistake] {
        [
            fargatePair, largestQuarter, engineVersion, cacheNode, retention, secretText, bareNumber, threshold, token,
            arn,
        ]
            + [shield, subnetForGroup, tokyoInOregon, nodeForDatabase, tierWithoutUnit]
    }

    private static let fargatePair = WrittenMistake(
        "ClientException: No Fargate configuration exists for given values",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
        saying: "has no member 'sixteen'", bad: "let size: FargateSize = .halfCPU(gibibytes: .sixteen)",
        legal: "let size: FargateSize = .halfCPU(gibibytes: .four)")

    private static let largestQuarter = WrittenMistake(
        "Invalid 'memory' setting for task: a quarter of a CPU with more than 2 GB",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
        saying: "has no member 'four'", bad: "let size: FargateSize = .quarterCPU(.four)",
        legal: "let size: FargateSize = .quarterCPU(.two)")

    private static let engineVersion = WrittenMistake(
        "InvalidParameterCombination: Cannot find version 8.4 for postgres",
        "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html",
        saying: "has no member 'v8_4'", bad: "let engine: DatabaseEngine = .postgreSQL(.v8_4)",
        legal: "let engine: DatabaseEngine = .mySQL(.v8_4)")

    private static let cacheNode = WrittenMistake(
        "InvalidParameterValue: cache.t3.large is not a node type",
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html",
        saying: "has no member 'large'", bad: "let node: CacheNode = .t3(.large)",
        legal: "let node: CacheNode = .t3(.medium)"
    )

    private static let nodeForDatabase = WrittenMistake(
        "InvalidParameterValue: Invalid DB Instance class: cache.r6g.large",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html",
        saying: "cannot convert value of type 'CacheNode'",
        bad: "let instance: DatabaseInstanceClass = CacheNode.r6g(.large)",
        legal: "let instance: DatabaseInstanceClass = .r6g(.large)")

    private static let retention = WrittenMistake(
        "InvalidParameterException: retentionInDays must be one of 1, 3, 5, 7, 14, 30, …",
        "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
        saying: "cannot convert value of type 'Int'", bad: "let days: Logs.Retention = 45",
        legal: "let days: Logs.Retention = .oneMonth"
    )

    private static let secretText = WrittenMistake(
        "A password in a task definition, for everybody with ecs:DescribeTaskDefinition to read",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
        saying: "error:", bad: "_ = Secret(\"DB_PASSWORD\", from: \"hunter2\")",
        legal: "_ = Secret(\"DB_PASSWORD\", from: ManagedSecret(\"shop-db\", secretName: \"shop/db\", description: \"The database\"))")

    private static let bareNumber = WrittenMistake(
        "A cooldown of 5 seconds that was meant to be 5 minutes",
        "https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html",
        saying: "cannot convert value of type 'Int' to expected argument type 'TimeSpan'",
        bad: "_ = TargetTracking(.cpu, at: .percent(70), scaleInCooldown: 5)",
        legal: "_ = TargetTracking(.cpu, at: .percent(70), scaleInCooldown: .minutes(5))")

    private static let threshold = WrittenMistake(
        "An alarm at 0.8 of a metric in percent, which is always on",
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html",
        saying: "cannot convert value of type 'Double'",
        bad: "_ = TargetTracking(.cpu, at: 0.8)", legal: "_ = TargetTracking(.cpu, at: .percent(80))")

    private static let token = WrittenMistake(
        "A marker such as ${TfToken[TOKEN.0]} in an artifact, where a value should be",
        "https://github.com/hashicorp/terraform-cdk/issues/3911", saying: "a Value cannot become a String",
        bad: "let text: String = \"id: \\(network.vpc)\"", legal: "let text: Value<String> = \"id: \\(network.vpc)\"")

    private static let arn = WrittenMistake(
        "ValidationError: an identifier where an ARN belongs",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html", saying: "cannot convert value",
        bad: "let certificate: Value<ARN> = Certificate(\"c\", for: \"a.example.com\", in: \"Z0SHOP\").name",
        legal: "let certificate: Value<ARN> = Certificate(\"c\", for: \"a.example.com\", in: \"Z0SHOP\").arn")

    private static let shield = WrittenMistake(
        "A public load balancer that nobody gave a web ACL",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html", saying: "missing argument",
        bad:
            "_ = LoadBalancer(\"web\", in: network, certificate: \"arn:aws:acm:x\", to: ELB.TargetGroup(\"t\", in: network.vpc, port: 80, healthCheck: .http(\"/\")))",
        legal:
            "_ = LoadBalancer(\"web\", in: network, certificate: \"arn:aws:acm:x\", to: ELB.TargetGroup(\"t\", in: network.vpc, port: 80, healthCheck: .http(\"/\")), protectedBy: nil)"
    )

    private static let subnetForGroup = WrittenMistake(
        "InvalidParameterException: a subnet among the security groups",
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
        saying: "'[Value<EC2.SecurityGroup.ID>]'",
        bad: "let groups: [Value<EC2.SecurityGroup.ID>] = network.privateSubnets",
        legal: "let subnets: [Value<EC2.Subnet.ID>] = network.privateSubnets")

    private static let tokyoInOregon = WrittenMistake(
        "InvalidParameterValue: availability zones of two regions in one network",
        "https://docs.aws.amazon.com/vpc/latest/userguide/create-subnets.html", saying: "cannot convert value",
        bad: "_ = Network(\"net\", cidr: \"10.0.0.0/16\", zones: [\"ap-northeast-1a\", \"us-west-2b\"])",
        legal: "_ = Network(\"net\", cidr: \"10.0.0.0/16\", zones: .tokyo(.a, .c))")

    private static let tierWithoutUnit = WrittenMistake(
        "disk_size_gb of 40960, which was meant in mebibytes",
        "https://www.mongodb.com/docs/atlas/customize-storage/", saying: "cannot convert value of type 'Int'",
        bad: "let storage: DataSize = 40960", legal: "let storage: DataSize = .gibibytes(40)")
}
