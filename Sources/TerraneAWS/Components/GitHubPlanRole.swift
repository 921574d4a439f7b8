public import TerraneCore

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

    /// Nothing encrypted is read but the state.
    fileprivate static let noSecrets = IAM.Statement(
        .deny, id: "ReadNoSecrets",
        actions: ["kms:Decrypt", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
        resources: ["*"], conditions: [.notLike("kms:ViaService", "s3.*.amazonaws.com")])
}
