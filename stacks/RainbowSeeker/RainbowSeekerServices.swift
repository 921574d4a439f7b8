import Terrane

/// What runs: the API that everybody talks to, and the machine learning system that the API alone talks to.
extension RainbowSeeker {
    @ContentBuilder var services: Content {
        fargate
        apiImages
        learningImages
        internalNames
        api
        learning
    }

    var fargate: FargateCluster { FargateCluster("rainbow-seeker-cluster") }

    var apiImages: ImageRepository {
        ImageRepository("rainbow-seeker-api-images", repositoryName: "rainbow-seeker-api")
    }

    var learningImages: ImageRepository {
        ImageRepository("rainbow-seeker-ml-images", repositoryName: "rainbow-seeker-ml")
    }

    var internalNames: ServiceDiscovery.PrivateNamespace {
        ServiceDiscovery.PrivateNamespace(
            "rainbow-seeker-names", domain: "rainbow-seeker.internal", in: network.vpc)
    }

    var imageTag: Parameter<String> {
        Parameter("image_tag", default: "latest", description: "The image that a new task definition starts with")
    }

    /// What people put into the parameter store by hand, as SecureString.
    private func setting(_ variable: String, _ part: String) -> Secret {
        Secret(
            variable,
            from: SSM.Parameter.existing(
                Name("rainbow-seeker-\(part)"), path: "/rainbow-seeker/\(environment)/\(part)"))
    }

    private var databaseSettings: [ContainerSetting] {
        [
            .variable(Variable("DB_HOST", "\(database.endpoint)")),
            .variable(Variable("DB_PORT", "\(database.port.number)")),
            .variable(Variable("DB_NAME", Value(database.databaseName))),
            .variable(Variable("DB_USER", Value(database.user))),
            .secret(Secret("DB_PASSWORD", from: databasePassword.secret)),
        ]
    }

    var api: FargateService {
        FargateService(
            "rainbow-seeker-api", in: network, cluster: fargate, size: .halfCPU(gibibytes: .one),
            names: .init(executionRole: "ecsTaskExecutionRole", taskRole: "ecsTaskRole"),
            permissions: [.managing(uploads), .listing(uploads), readParameters], deployedBy: .workflow
        ) {
            Container("api", image: .ecr(apiImages.repository, tag: imageTag.value), port: 3000) {
                Variable("NODE_ENV", "production")
                Variable("PORT", "3000")
                databaseSettings
                Variable("REDIS_HOST", "\(cache.endpoint)")
                Variable("ML_SYSTEM_URL", "http://ml.\(internalNames.domain):5000")
                setting("JWT_SECRET", "jwt-secret")
                setting("WEATHER_API_KEY", "weather-api-key")
                setting("FIREBASE_PROJECT_ID", "firebase-project-id")
            }
            .healthCheck(
                .shell("wget -q -O /dev/null http://localhost:3000/health || exit 1"), startPeriod: .seconds(60))
        }
        .behind(balancer.target)
        .deployed(.rolling(rollingBackOn: [highCPU]))
        .scaling(plan.tasks) { TargetTracking(.cpu, at: .percent(70)) }
    }

    /// The application reads further settings of its own when it starts.
    private var readParameters: IAM.Statement {
        .allow(
            "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath",
            on: [
                "arn:\(Deployment.partition):ssm:\(Deployment.region):\(Deployment.account):parameter/rainbow-seeker/\(environment.name)/*"
            ],
            id: "ReadSettings")
    }

    var learning: FargateService {
        FargateService(
            "rainbow-seeker-ml", in: network, cluster: fargate, size: .oneCPU(gibibytes: .two), deployedBy: .workflow
        ) {
            Container("ml-system", image: .ecr(learningImages.repository, tag: imageTag.value), port: 5000) {
                databaseSettings
            }
        }
        .discoverable(as: "ml", in: internalNames)
    }
}
