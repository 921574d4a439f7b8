public import TerraneCore

/// Which jobs of a GitHub repository may take a role on. GitHub says it in the subject of its token: a job that names an
/// environment is known by that alone ("OpenID Connect reference", GitHub Docs).
public enum GitHubOrigin: Hashable, Sendable {
    case environment(DeploymentEnvironment)
    case branch(String)
    /// Tags, with `*` in the name: `v*`.
    case tag(String)
    /// Any pull request: whoever may open one runs what it says.
    case pullRequest

    var claim: String {
        switch self {
        case .environment(let environment): "environment:\(environment.name)"
        case .branch(let branch): "ref:refs/heads/\(branch)"
        case .tag(let tag): "ref:refs/tags/\(tag)"
        case .pullRequest: "pull_request"
        }
    }
}

/// GitHub as an identity provider of the account. An account has it once.
///
///     GitHubProvider("github")
public struct GitHubProvider: Component {
    static let host = "token.actions.githubusercontent.com"

    public var declaration: Declaration

    public init(_ name: Name, file: String = #fileID, line: Int = #line) {
        self.declaration = Declaration(name, file: file, line: line)
    }

    public var arn: Value<ARN> { provider.arn }

    /// The one that the account has already, made by another stack.
    public static var existing: Value<ARN> {
        "arn:\(Deployment.partition):iam::\(Deployment.account):oidc-provider/\(host)"
    }

    public var body: Content { provider }

    private var provider: IAM.OIDCProvider {
        IAM.OIDCProvider(name, host: GitHubProvider.host, audiences: ["sts.amazonaws.com"])
    }
}

extension IAM.PolicyDocument {
    /// Trust in the jobs of one repository, always told apart by their subject ("Configuring OpenID Connect in Amazon Web
    /// Services", GitHub Docs).
    static func jobs(of repository: String, _ origins: [GitHubOrigin], vouchedFor provider: Value<ARN>) -> Self {
        let subjects = origins.map { Value<String>("repo:\(repository):\($0.claim)") }
        let test = subjects.contains { $0.text?.contains("*") == true } ? "StringLike" : "StringEquals"
        return IAM.PolicyDocument(
            IAM.Statement(
                .allow, principal: .federated(provider), actions: ["sts:AssumeRoleWithWebIdentity"],
                conditions: [
                    .equals("\(GitHubProvider.host):aud", "sts.amazonaws.com"),
                    .init(test, "\(GitHubProvider.host):sub", subjects),
                ]))
    }
}

/// What is wrong with `owner/name`, letter for letter: a pattern would trust repositories that nobody thought of.
func checkRepository(_ repository: String, of role: Name) -> [Diagnostic] {
    let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
    let isWellFormed =
        parts.count == 2
        && parts.allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        }
    return isWellFormed ? [] : [.repositoryOfRole(role, repository)]
}

extension Diagnostic {
    static func repositoryOfRole(_ role: Name, _ repository: String) -> Diagnostic {
        .error(
            "role '\(role)' trusts '\(repository)', which is no GitHub repository",
            help: "Write the owner and the name, 'owner/name': they are compared letter for letter.")
    }
}
