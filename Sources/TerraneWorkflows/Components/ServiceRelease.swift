public import TerraneCore

/// A new version of a service on its way to an environment, as the steps of a job: build and push the image, whatever
/// must be done before it runs (a database migration), deploy, ask whether it is well, tell Slack how it went.
///
///     ServiceRelease("Shop", to: target, from: "backend").job()
///         .needs(test)
///         .if(.github.isBranch("main"))
public struct ServiceRelease: Sendable {
    /// What people call the service.
    public let subject: String
    public let target: ReleaseTarget
    /// The folder of the Dockerfile; the root of the repository unless given.
    public let folder: String?
    /// The incoming webhook of the channel that is told.
    public let webhook: WorkflowExpression

    public init(
        _ subject: String, to target: ReleaseTarget, from folder: String? = nil,
        telling webhook: WorkflowExpression = .secret("SLACK_WEBHOOK_URL")
    ) {
        self.subject = subject
        self.target = target
        self.folder = folder
        self.webhook = webhook
    }

    /// The job, a deployment to the target's environment.
    ///
    /// - parameter preparation: steps between the push of the image and its deployment.
    public func job(
        _ id: String = "build-and-deploy", timeout: TimeSpan = .minutes(45), file: String = #fileID, line: Int = #line,
        @StepsBuilder preparation: () -> [StepDefinition] = { [] }
    ) -> Job {
        let preparation = preparation()
        return Job(id, timeout: timeout, file: file, line: line) {
            Checkout()
            AWSCredentials(role: target.role, region: target.region)
            login
            build
            preparation
            render
            DeployTaskDefinition(
                render.taskDefinition, service: target.service, cluster: target.cluster, through: target.codeDeploy)
            healthCheck
            notification
        }
        .environment(target.environment, url: target.address)
    }

    /// The image that was pushed, with its tag, for steps of the same job.
    public var image: WorkflowExpression { build.output("image") }

    private var login: ECRLogin { ECRLogin() }

    private var build: Run {
        Run(
            "Build, tag, and push image to Amazon ECR",
            """
            image="$ECR_REGISTRY/$ECR_REPOSITORY:$IMAGE_TAG"
            docker build --tag "$image" .
            docker push "$image"
            echo "image=$image" >> "$GITHUB_OUTPUT"
            """,
            in: folder,
            env: ["ECR_REGISTRY": login.registry, "ECR_REPOSITORY": target.repository, "IMAGE_TAG": .github.sha],
            outputs: ["image"]
        )
        .id("build-image")
    }

    private var render: RenderTaskDefinition {
        RenderTaskDefinition(target.taskDefinition, container: target.container, image: image)
    }

    private var healthCheck: Run {
        Run(
            "Check health",
            """
            curl --fail --silent --show-error --retry 10 --retry-delay 30 --retry-all-errors "$HEALTH_URL"
            """,
            env: ["HEALTH_URL": target.healthCheck])
    }

    private var notification: SlackNotification {
        SlackNotification(
            "\(subject), \(target.environment), \(.github.sha): \(.jobStatus)", webhook: webhook
        )
        .if(.always())
    }
}
