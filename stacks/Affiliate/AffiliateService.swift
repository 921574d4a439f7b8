import Terrane

/// The web tier and the migration of its database, both from one image.
extension Affiliate {
    @ContentBuilder var service: Content {
        fargate
        images
        web
        migration
    }

    var fargate: FargateCluster { FargateCluster("affiliate-system-cluster") }

    var images: ImageRepository { ImageRepository("affiliate-images", repositoryName: "affiliate-system") }

    var imageTag: Parameter<String> {
        Parameter("image_tag", default: "latest", description: "The image that a new task definition starts with")
    }

    private var settings: [ContainerSetting] {
        [
            .variable(Variable("APP_ENV", "production")),
            .variable(Variable("DB_CONNECTION", "mysql")),
            .variable(Variable("DB_HOST", "\(database.endpoint)")),
            .variable(Variable("DB_READ_HOST", "\(database.readerEndpoint)")),
            .variable(Variable("DB_DATABASE", Value(database.databaseName))),
            .variable(Variable("DB_USERNAME", Value(database.user))),
            .secret(Secret("DB_PASSWORD", from: databasePassword.secret)),
            .variable(Variable("REDIS_HOST", "\(cache.endpoint)")),
            .variable(Variable("REDIS_SCHEME", "tls")),
        ]
    }

    var web: FargateService {
        FargateService(
            "affiliate-web", in: network, cluster: fargate, size: .oneCPU(gibibytes: .two),
            names: .init(logGroup: "/aws/ecs/affiliate-system"), logRetention: .threeMonths,
            permissions: [.managing(uploads), .listing(uploads)], deployedBy: .workflow
        ) {
            Container("app", image: .ecr(images.repository, tag: imageTag.value), port: 80) {
                settings
                Variable("SESSION_DRIVER", "redis")
                Variable("QUEUE_CONNECTION", "redis")
                Variable("AWS_BUCKET", uploads.deployedName)
            }
            .healthCheck(
                .shell("php artisan health:check || exit 1"), every: .seconds(30), timeout: .seconds(3), retries: 3,
                startPeriod: .seconds(40))
        }
        .behind(balancer.target(for: targets))
        .deployed(.rolling(rollingBackOn: [errorRate]))
        .scaling(3...20) { TargetTracking(.cpu, at: .percent(70)) }
    }

    var migration: FargateTask {
        FargateTask("affiliate-migration", in: network, cluster: fargate, size: .halfCPU(gibibytes: .one)) {
            Container("migrate", image: .ecr(images.repository, tag: imageTag.value)) { settings }
                .command("php", "artisan", "migrate", "--force")
        }
    }
}
