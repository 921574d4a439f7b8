public import TerraneCore

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

extension IAM.Statement {
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
}

extension Diagnostic {
    static func applyFromPullRequest(_ role: Name) -> Diagnostic {
        .error(
            "role '\(role)' applies what any pull request says",
            help: "Let it trust a branch or an environment; pull requests plan, with a `GitHubPlanRole`.")
    }
}
