public import TerraneCore

/// What a budget does by itself when its limit is reached: some roles lose the permission for some actions.
///
/// AWS Budgets attaches a policy that denies them ("Configuring a budget action", AWS Cost Management User Guide).
public struct SpendingBrake: Component {
    public var declaration: Declaration
    /// Names of the roles.
    public let roles: [Value<String>]
    public let actions: [String]

    public init(
        _ name: Name, stopping roles: [Value<String>], from actions: [String], file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.roles = roles
        self.actions = actions
    }

    /// The brake as a budget pulls it.
    public func pulled(telling topic: AlertTopic) -> CostBudget.Brake {
        .attach(policy.arn, to: roles, as: executioner.arn, telling: topic)
    }

    public var body: Content {
        policy
        executioner
        IAM.RolePolicy(name / "execution-policy", policyName: "attach-brake", of: executioner.id, permissions)
    }

    private var policy: IAM.ManagedPolicy {
        IAM.ManagedPolicy(
            name / "policy", policyName: name.dashed, description: "Attached when a budget is used up",
            IAM.PolicyDocument(IAM.Statement(.deny, id: "BudgetUsedUp", actions: actions, resources: ["*"])))
    }

    private var executioner: IAM.Role {
        IAM.Role(
            name / "execution-role", roleName: "\(name.dashed)-execution",
            description: "Lets AWS Budgets pull the brake",
            trust: Budgets.executionTrust)
    }

    private var permissions: IAM.PolicyDocument {
        Budgets.executionPermissions(
            attaching: policy.arn,
            to: roles.map { "arn:\(Deployment.partition):iam::\(Deployment.account):role/\($0)" })
    }
}
