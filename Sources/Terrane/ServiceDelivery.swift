public import TerraneAWS
public import TerraneCore
public import TerraneWorkflows

/// The way of a service to an environment: the role that only that environment of the repository can take on, and a
/// workflow that tests every pull request and releases every push to a branch.
///
///     ServiceDelivery("shop-delivery", of: web, called: "Shop", from: "example/shop", branch: "main", images: images, in: self, at: host) {
///         Job("test") { … }
///     }
///     .migrating(with: migration)
public struct ServiceDelivery: Component {
    public var declaration: Declaration
    /// What people call the service.
    public let subject: String
    public let service: FargateService
    /// `owner/name`.
    public let repository: String
    public let branch: String
    public let images: ImageRepository
    public let host: String
    /// The folder of the Dockerfile; the root of the repository unless given.
    public let folder: String?
    /// All must have succeeded before anything is released.
    public let tests: [Job]
    let stack: any Stack
    var migration: FargateTask?

    public init(
        _ name: Name, of service: FargateService, called subject: String, from repository: String, branch: String,
        folder: String? = nil, images: ImageRepository, in stack: any Stack, at host: String, file: String = #fileID,
        line: Int = #line, @JobsBuilder tests: () -> [Job]
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.service = service
        self.subject = subject
        self.repository = repository
        self.branch = branch
        self.folder = folder
        self.images = images
        self.stack = stack
        self.host = host
        self.tests = tests()
    }

    /// Runs a task with the new image before the service gets it.
    public func migrating(with task: FargateTask) -> ServiceDelivery {
        var copy = self
        copy.migration = task
        return copy
    }

    public var body: Content {
        role
        Workflow(
            "deploy-\(stack.environment.name)", name: "Deploy \(subject) to \(stack.environment.name)",
            on: .push(branches: [branch]), .pullRequest(branches: [branch]), file: source.file, line: source.line
        ) {
            tests
            releaseJob
        }
    }

    private var role: GitHubDeployRole {
        GitHubDeployRole(
            name / "role", for: repository, environment: stack.environment, roleName: name.dashed,
            pushingTo: images.repository, deploying: service,
            running: migration.map { [$0] } ?? [], file: source.file, line: source.line)
    }

    private var releaseJob: Job {
        let release = ServiceRelease(
            subject, to: ReleaseTarget(service, in: stack, by: role, at: host), from: folder)
        let job = release.job("deploy", file: source.file, line: source.line) {
            if let migration {
                TaskRun("Migrate the database", migration, in: stack).steps(image: release.image)
            }
        }
        return tests.reduce(job) { $0.needs($1) }.if(.github.isPush)
    }
}
