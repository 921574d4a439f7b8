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
    /// Whether the account already has GitHub as an identity provider. An account has it once.
    public let usesExistingProvider: Bool
    private var others: [FargateService] = []
    private var balancers: [LoadBalancer] = []

    /// Which jobs of the repository may take the role on. A job that names an environment is known to AWS by that alone.
    public enum Origin: Hashable, Sendable {
        case environment(DeploymentEnvironment)
        case branch(String)

        var claim: String {
            switch self {
            case .environment(let environment): "environment:\(environment.name)"
            case .branch(let branch): "ref:refs/heads/\(branch)"
            }
        }
    }

    private static let host = "token.actions.githubusercontent.com"

    public init(
        _ name: Name, for repository: String, environment: DeploymentEnvironment, roleName: String? = nil,
        pushingTo images: ECR.Repository, deploying service: FargateService, usesExistingProvider: Bool = false,
        file: String = #fileID, line: Int = #line
    ) {
        self.init(
            name, for: repository, origin: .environment(environment), roleName: roleName, pushingTo: images,
            deploying: service, usesExistingProvider: usesExistingProvider, file: file, line: line)
    }

    public init(
        _ name: Name, for repository: String, origin: Origin, roleName: String? = nil, pushingTo images: ECR.Repository,
        deploying service: FargateService, usesExistingProvider: Bool = false, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.repository = repository
        self.origin = origin
        self.roleName = roleName ?? name.dashed
        self.images = images
        self.service = service
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

    public func check() -> [Diagnostic] {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        let isWellFormed =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(GitHubDeployRole.isLegal) }
        return isWellFormed ? [] : [.repositoryOfRole(name, repository)]
    }

    private static func isLegal(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
    }

    private var provider: IAM.OIDCProvider {
        IAM.OIDCProvider(name / "provider", host: GitHubDeployRole.host, audiences: ["sts.amazonaws.com"])
    }

    private var providerARN: Value<ARN> {
        usesExistingProvider
            ? "arn:\(Deployment.partition):iam::\(Deployment.account):oidc-provider/\(GitHubDeployRole.host)"
            : provider.arn
    }

    private var role: IAM.Role {
        IAM.Role(
            name, roleName: roleName, description: "Deploys \(service.serviceName) from GitHub",
            trust: IAM.PolicyDocument(
                IAM.Statement(
                    .allow, principal: .federated(providerARN), actions: ["sts:AssumeRoleWithWebIdentity"],
                    conditions: [
                        .equals("\(GitHubDeployRole.host):aud", "sts.amazonaws.com"),
                        .equals("\(GitHubDeployRole.host):sub", Value("repo:\(repository):\(origin.claim)")),
                    ])))
    }

    private var permissions: IAM.PolicyDocument {
        IAM.PolicyDocument(
            imagePermissions + service.deployPermissions + others.flatMap(\.deployPermissions).map(\.unnamed)
                + trafficPermissions + [passRoles])
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

extension Diagnostic {
    static func repositoryOfRole(_ role: Name, _ repository: String) -> Diagnostic {
        .error(
            "role '\(role)' trusts '\(repository)', which is no GitHub repository",
            help: "Write the owner and the name, 'owner/name': they are compared letter for letter.")
    }
}
