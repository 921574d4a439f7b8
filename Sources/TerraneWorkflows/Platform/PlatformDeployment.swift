public import TerraneCore

/// An environment of a stack that a platform's workflow plans and applies.
public struct PlatformDeployment: Sendable {
    /// `shop-production`: what its jobs and its GitHub environment are called.
    public let label: String
    /// `shop/production`, below the output folder.
    public let path: String
    /// `shop`, as the program calls it.
    let stack: String
    public let region: Region
    public let account: AccountID?
    /// The name of the role that may read everything, and change nothing but what a plan needs.
    public let planRole: String
    /// The name of the role that changes things.
    public let applyRole: String
    /// Terraform's variables, from variables and secrets of the repository: `["hosted_zone_id": .variable("ZONE")]`.
    public let variables: WorkflowMap
    /// What other providers than AWS sign in with, from secrets of the repository.
    public let credentials: WorkflowMap
    let partition: String
    let source: SourceLocation

    public init(
        _ stack: any Stack, planRole: String, applyRole: String, variables: WorkflowMap = [:],
        credentials: WorkflowMap = [:],
        partition: String = "aws", file: String = #fileID, line: Int = #line
    ) {
        label = "\(stack.name.dashed)-\(stack.environment.name)"
        path = "\(stack.name.dashed)/\(stack.environment.name)"
        self.stack = stack.name.path
        region = stack.region
        account = stack.account
        self.planRole = planRole
        self.applyRole = applyRole
        self.partition = partition
        var all: WorkflowMap = [:]
        for entry in variables.entries { all.append("TF_VAR_\(entry.key)", entry.text) }
        self.variables = all
        self.credentials = credentials
        source = SourceLocation(file: file, line: line)
    }

    /// What Terraform is told, and by nobody else seen than by the step that runs it.
    var inputs: WorkflowMap { variables.merging(credentials) }

    func role(_ name: String) -> Value<ARN> {
        Value("arn:\(partition):iam::\(account?.rawValue ?? ""):role/\(name)")
    }
}
