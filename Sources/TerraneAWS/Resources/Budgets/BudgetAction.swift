public import TerraneCore

extension Budgets {
    /// What AWS does by itself when a budget is spent: attaches a policy to roles, which takes permissions away from
    /// them ("Configuring a budget action", AWS Cost Management User Guide).
    public struct Action: Resource {
        /// Whether somebody has to agree first.
        public enum Approval: String, Hashable, Sendable, ExpressionConvertible {
            case automatic = "AUTOMATIC"
            case manual = "MANUAL"
        }

        public static let type = ResourceType(
            terraform: "aws_budgets_budget_action", cloudFormation: "AWS::Budgets::BudgetsAction", area: .cost,
            tagging: .listNamed("ResourceTags"))

        public var declaration: Declaration
        public var budget: Value<String>
        public var share: Percentage
        public var basis: Notification.Basis = .actual
        public var approval: Approval = .automatic
        public var policy: Value<ARN>
        /// By name.
        public var roles: [Value<String>]
        /// What Budgets acts as.
        public var executionRole: Value<ARN>
        public var topic: Value<ARN>

        public init(
            _ name: Name, of budget: Value<String>, at share: Percentage = .percent(100), attaching policy: Value<ARN>,
            to roles: [Value<String>], as executionRole: Value<ARN>, telling topic: Value<ARN>, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.budget = budget
            self.share = share
            self.policy = policy
            self.roles = roles
            self.executionRole = executionRole
            self.topic = topic
        }

        public var properties: Properties {
            row("budget_name", "BudgetName", budget)
            row("action_type", "ActionType", "APPLY_IAM_POLICY")
            row("approval_model", "ApprovalModel", approval)
            row("notification_type", "NotificationType", basis)
            row("execution_role_arn", "ExecutionRoleArn", executionRole)
            nested("action_threshold", "ActionThreshold") {
                row("action_threshold_type", "Type", "PERCENTAGE")
                row("action_threshold_value", "Value", share.ofHundred)
            }
            nested("definition", "Definition") {
                nested("iam_action_definition", "IamActionDefinition") {
                    row("policy_arn", "PolicyArn", policy)
                    row("roles", "Roles", roles)
                }
            }
            repeated("subscriber", "Subscribers", [topic]) { topic in
                row("address", "Address", topic)
                row("subscription_type", "Type", "SNS")
            }
        }
    }
}

extension Budgets {
    /// Who may take the execution role of an action: Budgets, for this account.
    public static var executionTrust: IAM.PolicyDocument {
        IAM.PolicyDocument(
            IAM.Statement(
                .allow, principal: .service("budgets.amazonaws.com"), actions: ["sts:AssumeRole"],
                conditions: [.equals("aws:SourceAccount", Deployment.account)]))
    }

    /// What the execution role may do: attach `policy` to `roles` and take it off again, nothing else.
    public static func executionPermissions(attaching policy: Value<ARN>, to roles: [Value<ARN>]) -> IAM.PolicyDocument
    {
        IAM.PolicyDocument(
            IAM.Statement(
                .allow, actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"], resources: roles,
                conditions: [.init("ArnEquals", "iam:PolicyARN", [policy.as()])]))
    }
}
