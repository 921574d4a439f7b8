import TerraneAWS
import TerraneCore
import Testing

/// Where a third of the rows differ between the dialects, or nearly: whatever is changed shows on both sides, or the
/// reason why not stands here.
struct ChangedPropertyTests {
    private static let noRecords = "CloudFormation makes the records itself"
    private static let certificate = ACM.Certificate("certificate", domain: "a.example", zone: "Z1")
    private static let target = AutoScaling.ScalableTarget("target", resourceID: "service/a/b", between: 1...2)
    private static let otherTarget = AutoScaling.ScalableTarget("other", resourceID: "service/a/b", between: 1...2)
    private static let images = ECR.Repository("images", repositoryName: "images")
    private static let policy = IAM.PolicyDocument(.allow("s3:GetObject", on: ["*"]))
    private static let bucket = S3.Bucket("bucket", bucketName: "bucket")
    private static let otherBucket = S3.Bucket("other", bucketName: "other")

    @Test func aLoadBalancer() {
        expectEachChangeToShow(
            ELB.ApplicationLoadBalancer("web", balancerName: "web", subnets: [], securityGroups: [], isProtected: true),
            [
                Change("balancerName") { $0.balancerName = "other" }, Change("isInternal") { $0.isInternal = true },
                Change("subnets") { $0.subnets = ["subnet-1"] },
                Change("securityGroups") { $0.securityGroups = ["sg-1"] },
                Change("isProtected") { $0.isProtected = false },
                Change("idleTimeout") { $0.idleTimeout = .minutes(2) }, Change("logBucket") { $0.logBucket = "logs" },
            ])
    }

    @Test func aListener() {
        expectEachChangeToShow(
            ELB.Listener("https", of: "arn:lb", port: 443, tls: .init(certificate: "arn:1"), .forward(to: "arn:group")),
            [
                Change("balancer") { $0.balancer = "arn:other" }, Change("port") { $0.port = 8443 },
                Change("tls") { $0.tls = .init(certificate: "arn:2") }, Change("tls") { $0.tls = nil },
                Change("tls") { $0.tls = .init(certificate: "arn:1", policy: .tls13) },
                Change("action") { $0.action = .redirectToHTTPS }, Change("action") { $0.action = .forward(to: "b") },
            ])
    }

    @Test func aTargetGroup() {
        expectEachChangeToShow(
            ELB.TargetGroup("targets", in: "vpc-1", port: 80, healthCheck: .http("/")),
            [
                Change("groupName") { $0.groupName = "other" }, Change("vpc") { $0.vpc = "vpc-2" },
                Change("port") { $0.port = 81 }, Change("healthCheck") { $0.healthCheck = .http("/health") },
                Change("healthCheck") { $0.healthCheck = .http("/", every: .seconds(10)) },
                Change("healthCheck") { $0.healthCheck = .http("/", timeout: .seconds(2)) },
                Change("healthCheck") { $0.healthCheck = .http("/", healthy: 4) },
                Change("healthCheck") { $0.healthCheck = .http("/", unhealthy: 4) },
                Change("healthCheck") { $0.healthCheck = .http("/", codes: "204") },
                Change("draining") { $0.draining = .seconds(10) },
                Change("stickiness") { $0.stickiness = .hours(1) },
                Change("slowStart") { $0.slowStart = .minutes(1) },
            ])
    }

    @Test func aCertificate() {
        expectEachChangeToShow(
            ChangedPropertyTests.certificate,
            [
                Change("domain") { $0.domain = "b.example" },
                Change("alternatives") { $0.alternatives = ["c.example"] },
                Change("zone", in: .cloudFormation(because: "Terraform names it in the validation records")) {
                    $0.zone = "Z2"
                },
            ])
    }

    @Test func validationRecords() {
        expectEachChangeToShow(
            ACM.ValidationRecords("records", of: ChangedPropertyTests.certificate),
            [
                Change("certificate", in: .terraform(because: ChangedPropertyTests.noRecords)) {
                    $0.certificate.zone = "Z2"
                }
            ])
    }

    @Test func aGateway() {
        expectEachChangeToShow(
            EC2.InternetGateway("gateway", in: "vpc-1"),
            [
                Change("vpc", in: .terraform(because: "CloudFormation has a resource for the attachment")) {
                    $0.vpc = "vpc-2"
                }
            ])
        let reason = "Terraform attaches a gateway through its vpc_id"
        expectEachChangeToShow(
            EC2.GatewayAttachment("attachment", of: "igw-1", to: "vpc-1"),
            [
                Change("vpc", in: .cloudFormation(because: reason)) { $0.vpc = "vpc-2" },
                Change("gateway", in: .cloudFormation(because: reason)) { $0.gateway = "igw-2" },
            ])
    }

    @Test func aSecurityGroup() {
        expectEachChangeToShow(
            EC2.SecurityGroup("group", in: "vpc-1", description: "d"),
            [
                Change("vpc") { $0.vpc = "vpc-2" }, Change("groupName") { $0.groupName = "other" },
                Change("description") { $0.description = "other" },
            ])
    }

    @Test func aScalingPolicy() {
        let step = AutoScaling.ScalingPolicy.Rule.step(by: 1, cooldown: .minutes(1))
        expectEachChangeToShow(
            AutoScaling.ScalingPolicy("policy", of: ChangedPropertyTests.target, step),
            [
                Change("policyName") { $0.policyName = "other" },
                Change("target") { $0.target = ChangedPropertyTests.otherTarget },
                Change("rule") { $0.rule = .step(by: 2, cooldown: .minutes(1)) },
                Change("rule") { $0.rule = .step(by: -1, cooldown: .minutes(1)) },
                Change("rule") { $0.rule = .step(by: 1, cooldown: .minutes(2)) },
                Change("rule") {
                    $0.rule = .targetTracking(metric: .cpu, value: 1, scaleOut: .minutes(1), scaleIn: .minutes(1))
                },
            ])
    }

    @Test func aScheduledAction() {
        expectEachChangeToShow(
            AutoScaling.ScheduledAction("night", of: ChangedPropertyTests.target, at: .at(22), between: 1...2),
            [
                Change("actionName") { $0.actionName = "other" },
                Change("target", in: .terraform(because: "in CloudFormation it is a part of its target")) {
                    $0.target = ChangedPropertyTests.otherTarget
                },
                Change("schedule") { $0.schedule = .at(23) },
                Change("schedule") { $0.schedule = .at(22, in: "Asia/Tokyo") },
                Change("bounds") { $0.bounds = 0...2 }, Change("bounds") { $0.bounds = 1...3 },
            ])
    }

    @Test func aLifecyclePolicyOfImages() {
        expectEachChangeToShow(
            ECR.LifecyclePolicy(
                "lifecycle", of: ChangedPropertyTests.images, expiringUntaggedAfter: .days(7), keepingLast: 30),
            [
                Change("repository", in: .terraform(because: "in CloudFormation it is a part of its repository")) {
                    $0.repository = ECR.Repository("other", repositoryName: "other")
                },
                Change("untaggedAfter") { $0.untaggedAfter = .days(1) }, Change("keepsLast") { $0.keepsLast = 1 },
            ])
    }

    @Test func aRoleAndItsPolicies() {
        expectEachChangeToShow(
            IAM.Role("role", roleName: "role", description: "d", trust: ChangedPropertyTests.policy),
            [
                Change("roleName") { $0.roleName = "other" }, Change("description") { $0.description = "other" },
                Change("trust") { $0.trust = IAM.PolicyDocument() },
                Change("boundary") { $0.boundary = "arn:boundary" },
                Change("longestSession") { $0.longestSession = .hours(2) },
            ])
        expectEachChangeToShow(
            IAM.RolePolicy("policy", policyName: "policy", of: "role", ChangedPropertyTests.policy),
            [
                Change("policyName") { $0.policyName = "other" }, Change("role") { $0.role = "other" },
                Change("policy") { $0.policy = IAM.PolicyDocument() },
            ])
        expectEachChangeToShow(
            IAM.ManagedPolicy("policy", policyName: "policy", description: "d", ChangedPropertyTests.policy),
            [
                Change("policyName") { $0.policyName = "other" }, Change("description") { $0.description = "other" },
                Change("policy") { $0.policy = IAM.PolicyDocument() },
            ])
    }

    @Test func aSecret() {
        expectEachChangeToShow(
            SecretsManager.Secret("secret", secretName: "secret", description: "d"),
            [
                Change("secretName") { $0.secretName = "other" }, Change("description") { $0.description = "other" },
                Change("replicas") { $0.replicas = [.osaka] }, Change("encryptionKey") { $0.encryptionKey = "arn:key" },
                Change("recoveryWindow", in: .terraform(because: "CloudFormation always leaves 30 days")) {
                    $0.recoveryWindow = .days(7)
                },
                Change(
                    "holdsGeneratedPassword",
                    in: .cloudFormation(because: "Terraform writes it through a write-only argument")
                ) { $0.holdsGeneratedPassword = true },
            ])
    }

    @Test func theLifecycleOfABucket() {
        let rule = S3.LifecycleRule("rule", oldVersionsAfter: .days(1))
        expectEachChangeToShow(
            S3.BucketLifecycle("lifecycle", of: ChangedPropertyTests.bucket, rules: [rule]),
            [
                Change("bucket", in: .terraform(because: "in CloudFormation it is a part of its bucket")) {
                    $0.bucket = ChangedPropertyTests.otherBucket
                },
                Change("rules") { $0.rules = [S3.LifecycleRule("other", oldVersionsAfter: .days(1))] },
                Change("rules") { $0.rules = [S3.LifecycleRule("rule", archivedAfter: .days(30))] },
                Change("rules") { $0.rules = [S3.LifecycleRule("rule", expiredAfter: .days(30))] },
                Change("rules") {
                    $0.rules = [
                        S3.LifecycleRule("rule", moved: [], oldVersionsMoved: [.after(.days(30), to: .glacier)])
                    ]
                },
                Change("rules") { $0.rules = [S3.LifecycleRule("rule", prefix: "a/", oldVersionsAfter: .days(1))] },
                Change("rules") { $0.rules = [S3.LifecycleRule("rule", oldVersionsAfter: .days(2))] },
            ])
        expectEachChangeToShow(
            S3.BucketPolicy("policy", of: "bucket", ChangedPropertyTests.policy),
            [
                Change("bucket") { $0.bucket = "other" }, Change("policy") { $0.policy = IAM.PolicyDocument() },
            ])
    }

    @Test func otherPartsOfABucket() {
        let reason = "in CloudFormation it is a part of its bucket"
        expectEachChangeToShow(
            S3.BucketVersioning("part", of: ChangedPropertyTests.bucket),
            [Change("bucket", in: .terraform(because: reason)) { $0.bucket = ChangedPropertyTests.otherBucket }])
        expectEachChangeToShow(
            S3.BucketEncryption("part", of: ChangedPropertyTests.bucket),
            [
                Change("bucket", in: .terraform(because: reason)) { $0.bucket = ChangedPropertyTests.otherBucket },
                Change("encryption") { $0.encryption = .kms("arn:key") },
            ])
        expectEachChangeToShow(
            S3.PublicAccessBlock("part", of: ChangedPropertyTests.bucket),
            [Change("bucket", in: .terraform(because: reason)) { $0.bucket = ChangedPropertyTests.otherBucket }])
        expectEachChangeToShow(
            S3.OwnershipControls("part", of: ChangedPropertyTests.bucket),
            [
                Change("bucket", in: .terraform(because: reason)) { $0.bucket = ChangedPropertyTests.otherBucket },
                Change("ownership") { $0.ownership = .objectWriter },
            ])
        expectEachChangeToShow(
            S3.BucketReplication("part", of: ChangedPropertyTests.bucket, to: "arn:there", as: "arn:role"),
            [
                Change("bucket", in: .terraform(because: reason)) { $0.bucket = ChangedPropertyTests.otherBucket },
                Change("destination") { $0.destination = "arn:elsewhere" }, Change("role") { $0.role = "arn:other" },
                Change("prefix") { $0.prefix = "a/" }, Change("storageClass") { $0.storageClass = .glacier },
                Change("encryptionKey") { $0.encryptionKey = "arn:key" },
            ])
    }

    @Test func aTaskDefinition() {
        expectEachChangeToShow(
            ECS.TaskDefinition(
                "task", family: "a", size: .oneCPU(gibibytes: .two), executionRole: "arn:1", taskRole: "arn:2",
                containers: [ECS.ContainerDefinition(name: "a", image: "b")]),
            [
                Change("family") { $0.family = "b" }, Change("size") { $0.size = .quarterCPU(.half) },
                Change("executionRole") { $0.executionRole = "arn:3" }, Change("taskRole") { $0.taskRole = nil },
                Change("containers") { $0.containers[0].image = "c" }, Change("containers") { $0.containers = [] },
                Change("containers") { $0.containers[0].options.openFiles = 1024 },
            ])
    }

    @Test func aService() {
        var service = ECS.Service(
            "web", serviceName: "web", in: ECS.Cluster("main", clusterName: "main"), running: "arn:1", desiredCount: 1,
            subnets: [], securityGroups: [])
        service.registrations = [.init(group: "arn:group", container: "web", port: 80)]
        expectEachChangeToShow(
            service,
            [
                Change("serviceName") { $0.serviceName = "other" },
                Change("taskDefinition") { $0.taskDefinition = "b" },
                Change("cluster") { $0.cluster = ECS.Cluster("other", clusterName: "other") },
                Change("desiredCount") { $0.desiredCount = 2 },
                Change("isScaled", in: .cloudFormation(because: "Terraform ignores changes of the number instead")) {
                    $0.isScaled = true
                },
                Change("subnets") { $0.subnets = ["subnet-1"] },
                Change("securityGroups") { $0.securityGroups = ["sg-1"] },
                Change("capacity") { $0.capacity = [ECS.CapacityShare(.fargateSpot)] },
                Change("capacity") { $0.capacity = [ECS.CapacityShare(.fargate, weight: 2)] },
                Change("registrations") { $0.registrations = [] },
                Change("gracePeriod") { $0.gracePeriod = .seconds(1) },
                Change("minimumHealthyPercent") { $0.minimumHealthyPercent = 50 },
                Change("maximumPercent") { $0.maximumPercent = 150 }, Change("rollsBack") { $0.rollsBack = false },
                Change("controller") { $0.controller = .codeDeploy },
                Change("rollbackAlarms") { $0.rollbackAlarms = ["errors"] },
                Change("allowsExec") { $0.allowsExec = true }, Change("registry") { $0.registry = "arn:registry" },
            ])
    }

    @Test func aDistribution() {
        let origin = CloudFront.Origin("a", at: "a.example", .bucket(accessControl: "oac"))
        let other = CloudFront.Origin("b", at: "b.example", .https(443, timeout: .seconds(30)))
        expectEachChangeToShow(
            CloudFront.Distribution(
                "cdn", comment: "c", aliases: ["a"], certificate: "arn:1", defaultBehavior: .init(to: origin, .files)),
            [
                Change("comment") { $0.comment = "other" }, Change("aliases") { $0.aliases = [] },
                Change("certificate") { $0.certificate = "arn:2" },
                Change("defaultBehavior") { $0.defaultBehavior = .init(to: origin, .application) },
                Change("defaultBehavior") { $0.defaultBehavior = .init(to: other, .files) },
                Change("behaviors") { $0.behaviors = [.init("*.js", to: origin, .files)] },
                Change("webACL") { $0.webACL = "arn:acl" }, Change("rootObject") { $0.rootObject = "index.html" },
                Change("errorPages") { $0.errorPages = [.init(for: 404, status: 200, path: "/")] },
                Change("countries") { $0.countries = .allBut(["US"]) },
                Change("priceClass") { $0.priceClass = .everywhere }, Change("logBucket") { $0.logBucket = "logs" },
            ])
    }

    @Test func aMetricFilter() {
        expectEachChangeToShow(
            Logs.MetricFilter(
                "filter", filterName: "a", of: "/logs", matching: .term("b"), countedAs: "c", namespace: "d"),
            [
                Change("filterName") { $0.filterName = "other" }, Change("group") { $0.group = "other" },
                Change("pattern") { $0.pattern = .term("other") }, Change("metricName") { $0.metricName = "other" },
                Change("namespace") { $0.namespace = "other" },
            ])
    }
}
