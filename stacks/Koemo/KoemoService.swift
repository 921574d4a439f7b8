import Terrane

/// The backend: its image, its secrets, its containers, and how many of them.
extension Koemo {
    @ContentBuilder var service: Content {
        fargate
        images
        if environment == .production { ECR.Replication("koemo-image-copies", of: images.repository, to: [.oregon]) }
        if !isStandby {
            mongoDB
            jwt
            skyWay
            newRelic
        }
        backend
    }

    var fargate: FargateCluster { FargateCluster("koemo-cluster", clusterName: Value(plan.cluster)) }

    var images: ImageRepository { ImageRepository("koemo-backend-images", repositoryName: "koemo-backend") }

    var imageTag: Parameter<String> {
        Parameter("image_tag", default: "latest", description: "The image that a new task definition starts with")
    }

    // MARK: Secrets

    var mongoDB: SecretsManager.Secret { secret("mongodb", "MongoDB connection string") }
    var jwt: SecretsManager.Secret { secret("jwt", "JWT signing secrets") }
    var skyWay: SecretsManager.Secret { secret("skyway", "SkyWay API key") }
    var newRelic: SecretsManager.Secret { secret("newrelic", "New Relic license key") }

    private func secret(_ part: String, _ description: String) -> SecretsManager.Secret {
        SecretsManager.Secret(
            Name("koemo-\(part)-secret"), secretName: "koemo/\(part)", description: description,
            replicas: environment == .production ? [Koemo.standby.region] : [])
    }

    /// The standby reads the copies that production keeps in its region.
    private func setting(_ variable: String, from secret: SecretsManager.Secret) -> Secret {
        guard isStandby else { return Secret(variable, from: secret) }
        let copy: Value<ARN> =
            "arn:\(Deployment.partition):secretsmanager:\(Deployment.region):\(Deployment.account):secret:\(secret.secretName)"
        return Secret(variable, from: .secretsManager(copy))
    }

    // MARK: The service

    var backend: FargateService {
        let backend = FargateService(
            "koemo-backend", in: network, cluster: fargate, size: .oneCPU(gibibytes: .two),
            names: .init(
                service: "koemo-backend-service", family: "koemo-backend-task",
                executionRole: "ecsTaskExecutionRole\(plan.suffix)", taskRole: "koemoTaskRole\(plan.suffix)",
                logGroup: "/ecs/koemo-backend"),
            logRetention: .oneMonth, permissions: permissions, deployedBy: .workflow
        ) {
            Container("koemo-backend", image: .ecr(images.repository, tag: imageTag.value), port: 3000) {
                Variable("NODE_ENV", "production")
                Variable("PORT", "3000")
                Variable("REDIS_URL", "rediss://\(sessions.primaryEndpoint):6379")
                setting("MONGODB_URI", from: mongoDB)
                setting("JWT_SECRET", from: jwt)
                setting("SKYWAY_API_KEY", from: skyWay)
                setting("NEW_RELIC_LICENSE_KEY", from: newRelic)
            }
            .healthCheck(
                .http("/health"), every: .seconds(30), timeout: .seconds(5), retries: 3, startPeriod: .seconds(60))
        }
        .behind(balancer.target, gracePeriod: .seconds(60))
        return scaled(backend)
    }

    private func scaled(_ backend: FargateService) -> FargateService {
        switch plan.tasks {
        case .standingBy:
            backend.standingBy()
        case .between(let bounds):
            backend.scaling(bounds) {
                TargetTracking(.cpu, at: .percent(70))
                TargetTracking(.memory, at: .percent(80))
                CPUStep(.above(.percent(80)), for: .minutes(2), add: 2)
                CPUStep(.above(.percent(90)), for: .minutes(1), add: 3)
                CPUStep(.below(.percent(50)), for: .minutes(5), add: -1)
            }
        case .workingHours(let bounds):
            backend.scaling(bounds) {
                TargetTracking(.cpu, at: .percent(70))
                ScheduledScaling("evening-stop", at: .at(20, on: .weekdays, in: "Asia/Tokyo"), to: 0...0)
                ScheduledScaling("morning-start", at: .at(8, on: .weekdays, in: "Asia/Tokyo"), to: bounds)
            }
        }
    }

    /// What the application itself may do: publish its metrics, and export data.
    private var permissions: [IAM.Statement] {
        let metrics = IAM.Statement.allow(
            "cloudwatch:PutMetricData", on: ["*"], if: .equals("cloudwatch:namespace", "KOEMO"), id: "PublishMetrics")
        let exports = IAM.Statement.allow("s3:PutObject", on: ["\(backups.arn)/*"], id: "WriteBackups")
        return isStandby ? [metrics] : [metrics, exports]
    }
}
