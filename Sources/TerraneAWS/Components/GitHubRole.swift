public import TerraneCore

/// A role that jobs of one GitHub repository take on without any stored key, with what it may do.
///
///     GitHubRole("docs", for: "shop/docs", from: [.branch("main")], description: "Publishes the documentation",
///                may: [.allow("s3:PutObject", on: ["\(site.arn)/*"])])
public struct GitHubRole: Component {
    public var declaration: Declaration
    /// `owner/name`.
    public let repository: String
    public let origins: [GitHubOrigin]
    public let description: String
    public let statements: [IAM.Statement]
    /// Policies that AWS keeps.
    public let policies: [IAM.AWSManagedPolicy]
    public let boundary: Value<ARN>?
    public let provider: Value<ARN>

    public init(
        _ name: Name, for repository: String, from origins: [GitHubOrigin], description: String,
        may statements: [IAM.Statement] = [], policies: [IAM.AWSManagedPolicy] = [], boundary: Value<ARN>? = nil,
        provider: Value<ARN> = GitHubProvider.existing, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.repository = repository
        self.origins = origins
        self.description = description
        self.statements = statements
        self.policies = policies
        self.boundary = boundary
        self.provider = provider
    }

    public var arn: Value<ARN> { role.arn }
    public var deployedName: Value<String> { role.id }

    public var body: Content {
        role
        if !statements.isEmpty {
            IAM.RolePolicy(
                name / "policy", policyName: name.dashed, of: role.id, IAM.PolicyDocument(statements))
        }
        for policy in policies {
            IAM.PolicyAttachment(
                name / policy.path.split(separator: "/").joined(separator: "-"), of: policy.arn, to: role)
        }
    }

    private var role: IAM.Role {
        var role = IAM.Role(
            name, roleName: name.dashed, description: description,
            trust: .jobs(of: repository, origins, vouchedFor: provider))
        role.boundary = boundary
        return role
    }

    public func check() -> [Diagnostic] {
        checkRepository(repository, of: name) + (origins.isEmpty ? [.roleWithoutOrigin(name)] : [])
    }
}

/// The role with which a platform workflow plans on a pull request: it reads what there is and changes nothing but the lock
/// of the Terraform state. Of data it reads none: no secret, no object but the state, no row, no message.
///
///     GitHubPlanRole("plan", for: "shop/platform", states: [state])
public struct GitHubPlanRole: Component {
    private var role: GitHubRole
    public var declaration: Declaration {
        get { role.declaration }
        set { role.declaration = newValue }
    }

    public init(
        _ name: Name, for repository: String, from origins: [GitHubOrigin] = [.pullRequest], states: [StateBackend],
        provider: Value<ARN> = GitHubProvider.existing, file: String = #fileID, line: Int = #line
    ) {
        role = GitHubRole(
            name, for: repository, from: origins, description: "Plans the changes of \(repository)",
            may: states.flatMap { $0.statements(writing: false) } + [.noData(but: states), .noSecrets],
            policies: [.readOnlyAccess], provider: provider, file: file, line: line)
    }

    public var arn: Value<ARN> { role.arn }
    public var body: Content { role.body }
    public func check() -> [Diagnostic] { role.check() }
}

/// The role with which a platform workflow applies on the main branch, or in an environment that somebody approves. What it
/// may do is said outright. `boundingRolesWith` names the boundary that every role it makes has to have, so that it can give
/// no other more than that ("Delegating responsibility to others using permissions boundaries", AWS Identity and Access
/// Management User Guide).
///
///     GitHubApplyRole("apply", for: "shop/platform", from: .environment(.production),
///                     policies: [.administratorAccess], states: [state])
public struct GitHubApplyRole: Component {
    private var role: GitHubRole
    public var declaration: Declaration {
        get { role.declaration }
        set { role.declaration = newValue }
    }
    private let origin: GitHubOrigin

    public init(
        _ name: Name, for repository: String, from origin: GitHubOrigin = .branch("main"),
        may statements: [IAM.Statement] = [], policies: [IAM.AWSManagedPolicy] = [], states: [StateBackend],
        boundary: Value<ARN>? = nil, boundingRolesWith inner: Value<ARN>? = nil,
        provider: Value<ARN> = GitHubProvider.existing, file: String = #fileID, line: Int = #line
    ) {
        self.origin = origin
        role = GitHubRole(
            name, for: repository, from: [origin], description: "Applies the changes of \(repository)",
            may: states.flatMap { $0.statements(writing: true) } + statements
                + (inner.map(IAM.Statement.bounding) ?? []),
            policies: policies, boundary: boundary,
            provider: provider, file: file, line: line)
    }

    public var arn: Value<ARN> { role.arn }
    public var body: Content { role.body }

    public func check() -> [Diagnostic] {
        role.check() + (origin == .pullRequest ? [.applyFromPullRequest(name)] : [])
    }
}

extension StateBackend {
    /// What Terraform needs of its state in S3 ("Backend Type: s3", Terraform documentation).
    fileprivate func statements(writing: Bool) -> [IAM.Statement] {
        guard case .s3(let bucket, let key, _) = self else { return [] }
        let (all, state) = (StateBackend.arn(bucket), StateBackend.arn("\(bucket)/\(key)"))
        let actions = writing ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]
        return [
            .allow("s3:ListBucket", on: [all]),
            IAM.Statement(.allow, actions: actions, resources: [state]),
            .allow("s3:GetObject", "s3:PutObject", "s3:DeleteObject", on: ["\(state).tflock"]),
        ]
    }

    fileprivate var objects: [Value<ARN>] {
        guard case .s3(let bucket, let key, _) = self else { return [] }
        return [StateBackend.arn("\(bucket)/\(key)"), StateBackend.arn("\(bucket)/\(key).tflock")]
    }

    private static func arn(_ path: String) -> Value<ARN> { "arn:\(Deployment.partition):s3:::\(path)" }
}

extension IAM.Statement {
    /// What is stored is none of a plan's business, though `ReadOnlyAccess` lets it be read.
    fileprivate static func noData(but states: [StateBackend]) -> IAM.Statement {
        var statement = deny(
            "s3:GetObject", "s3:GetObjectVersion", "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query",
            "dynamodb:Scan", "kinesis:GetRecords", "sqs:ReceiveMessage", on: [], id: "ReadNoData")
        statement.exceptResources = states.flatMap(\.objects)
        if statement.exceptResources.isEmpty { statement.resources = ["*"] }
        return statement
    }

    /// No role or user without this boundary, and no change of the boundary itself.
    fileprivate static func bounding(_ boundary: Value<ARN>) -> [IAM.Statement] {
        [
            .deny(
                "iam:CreateRole", "iam:CreateUser", "iam:PutRolePermissionsBoundary", "iam:PutUserPermissionsBoundary",
                on: ["*"], if: .notEquals("iam:PermissionsBoundary", boundary.as()), id: "BoundEveryIdentity"),
            .deny(
                "iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", on: ["*"],
                id: "KeepBoundaries"),
            .deny(
                "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion",
                on: [boundary], id: "LeaveTheBoundaryAlone"),
        ]
    }

    /// Nothing encrypted is read but the state.
    fileprivate static let noSecrets = IAM.Statement(
        .deny, id: "ReadNoSecrets",
        actions: ["kms:Decrypt", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
        resources: ["*"], conditions: [.notLike("kms:ViaService", "s3.*.amazonaws.com")])
}

extension Diagnostic {
    static func roleWithoutOrigin(_ role: Name) -> Diagnostic {
        .error(
            "role '\(role)' trusts no job of its repository",
            help: "Name where they come from: `[.branch(\"main\")]`, `[.environment(.production)]`.")
    }

    static func applyFromPullRequest(_ role: Name) -> Diagnostic {
        .error(
            "role '\(role)' applies what any pull request says",
            help: "Let it trust a branch or an environment; pull requests plan, with a `GitHubPlanRole`.")
    }
}
