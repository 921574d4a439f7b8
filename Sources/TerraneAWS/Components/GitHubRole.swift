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

extension Diagnostic {
    static func roleWithoutOrigin(_ role: Name) -> Diagnostic {
        .error(
            "role '\(role)' trusts no job of its repository",
            help: "Name where they come from: `[.branch(\"main\")]`, `[.environment(.production)]`.")
    }
}
