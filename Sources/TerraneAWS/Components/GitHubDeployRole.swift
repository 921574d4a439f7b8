public import TerraneCore

/// The role with which a workflow of one GitHub repository deploys one service, without any stored key.
///
/// GitHub's token is accepted only for the given repository, and there for one environment or one branch ("Configuring OpenID Connect in Amazon Web
/// Services", GitHub Docs). The role may push images, register the task definition and deploy the service, no more.
public struct GitHubDeployRole: Component {
    public var declaration: Declaration
    /// `owner/name`.
    public let repository: String
    public let origin: Origin
    public let roleName: String
    public let images: ECR.Repository
    public let service: FargateService
    /// Tasks that it runs besides: a database migration.
    public let tasks: [FargateTask]
    /// Whether the account already has GitHub as an identity provider. An account has it once.
    public let usesExistingProvider: Bool
    private var others: [FargateService] = []
    private var balancers: [LoadBalancer] = []

    /// Which jobs of the repository may take the role on.
    public typealias Origin = GitHubOrigin

    public init(
        _ name: Name, for repository: String, environment: DeploymentEnvironment, roleName: String? = nil,
        pushingTo images: ECR.Repository, deploying service: FargateService, running tasks: [FargateTask] = [],
        usesExistingProvider: Bool = false, file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, for: repository, origin: .environment(environment), roleName: roleName, pushingTo: images,
            deploying: service, running: tasks, usesExistingProvider: usesExistingProvider, file: file, line: line)
    }

    public init(
        _ name: Name, for repository: String, origin: Origin, roleName: String? = nil, pushingTo images: ECR.Repository,
        deploying service: FargateService, running tasks: [FargateTask] = [], usesExistingProvider: Bool = false,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.repository = repository
        self.origin = origin
        self.roleName = roleName ?? name.dashed
        self.images = images
        self.service = service
        self.tasks = tasks
        self.usesExistingProvider = usesExistingProvider
    }

    /// The same role for a further service: the other colour, a worker of the same image.
    public func alsoDeploying(_ service: FargateService) -> GitHubDeployRole {
        var copy = self
        copy.others.append(service)
        return copy
    }

    /// The same role that may divide the traffic of a load balancer too, and see whether alarms are on meanwhile.
    public func shiftingTraffic(of balancer: LoadBalancer) -> GitHubDeployRole {
        var copy = self
        copy.balancers.append(balancer)
        return copy
    }

    public var arn: Value<ARN> { role.arn }
    public var deployedName: Value<String> { role.id }

    public var body: Content {
        if !usesExistingProvider { provider }
        role
        IAM.RolePolicy(name / "policy", policyName: "deploy", of: role.id, permissions)
    }

    public func check() -> [Diagnostic] { checkRepository(repository, of: name) }

    private var provider: GitHubProvider { GitHubProvider(name / "provider") }

    private var providerARN: Value<ARN> { usesExistingProvider ? GitHubProvider.existing : provider.arn }

    private var role: IAM.Role {
        IAM.Role(
            name, roleName: roleName, description: "Deploys \(service.serviceName) from GitHub",
            trust: .jobs(of: repository, [origin], vouchedFor: providerARN))
    }

    private var permissions: IAM.PolicyDocument {
        IAM.PolicyDocument(
            imagePermissions + service.deployPermissions + others.flatMap(\.deployPermissions).map(\.unnamed)
                + trafficPermissions + [passRoles]
                + tasks.prefix(1).flatMap(\.runPermissions)
                + tasks.dropFirst().flatMap(\.runPermissions).map(\.unnamed))
    }

    private var trafficPermissions: [IAM.Statement] {
        balancers.isEmpty
            ? []
            : [
                .allow(
                    "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancers",
                    "elasticloadbalancing:DescribeTargetGroups", "cloudwatch:DescribeAlarms", on: ["*"],
                    id: "WatchTraffic"),
                .allow("elasticloadbalancing:ModifyListener", on: balancers.map(\.listener), id: "ShiftTraffic"),
            ]
    }

    private var imagePermissions: [IAM.Statement] {
        [
            .allow("ecr:GetAuthorizationToken", on: ["*"], id: "LogInToRegistry"),
            .allow(
                "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
                "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
                on: [images.arn], id: "PushImages"),
            .allow("ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition", on: ["*"], id: "RegisterTaskDefinition"),
        ]
    }

    private var passRoles: IAM.Statement {
        .allow(
            "iam:PassRole", on: ([service] + others).flatMap { [$0.executionRoleARN, $0.taskRoleARN] },
            if: .equals("iam:PassedToService", "ecs-tasks.amazonaws.com"), id: "PassTaskRoles")
    }
}

extension IAM.Statement {
    /// The same without a name, which a policy takes once.
    fileprivate var unnamed: IAM.Statement {
        var copy = self
        copy.id = nil
        return copy
    }
}
