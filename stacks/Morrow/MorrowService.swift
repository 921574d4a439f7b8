import Terrane

/// The backend: its image, its containers, how many of them, and how a new version takes over.
extension Morrow {
    @ContentBuilder var service: Content {
        fargate
        images
        backend
    }

    var fargate: FargateCluster { FargateCluster("morrow-cluster", clusterName: Value("morrow-\(environment.name)")) }

    var images: ImageRepository { ImageRepository("morrow-backend-images", repositoryName: "morrow-backend") }

    var imageTag: Parameter<String> {
        Parameter("image_tag", default: "latest", description: "The image that a new task definition starts with")
    }

    var backend: FargateService {
        FargateService(
            "morrow-backend", in: network, cluster: fargate, size: .halfCPU(gibibytes: .one),
            permissions: [.managing(files), .listing(files)], deployedBy: .workflow
        ) {
            Container("backend", image: .ecr(images.repository, tag: imageTag.value), port: 8080) {
                Variable("DB_HOST", "\(database.endpoint)")
                Variable("DB_NAME", Value(database.databaseName))
                Variable("DB_USER", Value(database.user))
                Secret("DB_PASSWORD", from: databasePassword.secret)
                Variable("REDIS_HOST", "\(cache.endpoint)")
                Variable("S3_BUCKET", "\(files.deployedName)")
            }
            .healthCheck(
                .shell("wget -q -O /dev/null http://localhost:8080/health || exit 1"), startPeriod: .seconds(30)
            )
            .readOnlyFileSystem()
        }
        .behind(balancer.target)
        .deployed(.canary(.percent(5), for: .minutes(10), rollingBackOn: [errorRate, responseTime]))
        .scaling(plan.tasks, startingWith: plan.usualTasks) {
            TargetTracking(
                .cpu, at: .percent(70), scaleOutCooldown: .seconds(300), scaleInCooldown: .seconds(600))
            RequestTracking(
                1000, through: balancer, to: targets, scaleOutCooldown: .seconds(180),
                scaleInCooldown: .seconds(300))
        }
    }
}
