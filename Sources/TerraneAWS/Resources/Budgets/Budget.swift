public import TerraneCore

extension Budgets {
    /// What an account, or what carries a tag, may cost in a period ("Managing your costs with AWS Budgets", AWS Cost
    /// Management User Guide).
    public struct Budget: Resource {
        /// The time after which counting starts anew.
        public enum Period: String, Hashable, Sendable, ExpressionConvertible {
            case day = "DAILY"
            case month = "MONTHLY"
            case quarter = "QUARTERLY"
            case year = "ANNUALLY"
        }

        /// Whose costs are counted.
        public enum Scope: Hashable, Sendable {
            case account
            /// What carries the tag, which must be activated as a cost allocation tag.
            case tagged(String, String)

            /// `user:System$koemo`, the form of a tag in a cost filter.
            var tagFilter: String? {
                if case .tagged(let key, let value) = self { "user:\(key)$\(value)" } else { nil }
            }
        }

        public static let type = ResourceType(
            terraform: "aws_budgets_budget", cloudFormation: "AWS::Budgets::Budget", area: .cost,
            tagging: .listNamed("ResourceTags"))

        public var declaration: Declaration
        public var budgetName: String
        public var limit: Money
        public var period: Period
        public var scope: Scope
        public var notifications: [Notification]

        public init(
            _ name: Name, budgetName: String? = nil, limit: Money, per period: Period, of scope: Scope = .account,
            notifications: [Notification], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.budgetName = budgetName ?? name.dashed
            self.limit = limit
            self.period = period
            self.scope = scope
            self.notifications = notifications
        }

        /// What an action calls it by.
        public var reference: Value<String> { attribute("name", .ref, foreseen: Value(budgetName)) }

        public var properties: Properties {
            row("name", "Budget/BudgetName", budgetName)
            row("budget_type", "Budget/BudgetType", "COST")
            row(
                "limit_amount", terraform: String(limit.inUSDollars), "Budget/BudgetLimit/Amount",
                cloudFormation: limit.inUSDollars)
            row("limit_unit", "Budget/BudgetLimit/Unit", "USD")
            row("time_unit", "Budget/TimeUnit", period)
            if let filter = scope.tagFilter {
                terraformOnly("cost_filter", because: "CloudFormation has an object from filter to values") {
                    terraformOnly("name", "TagKeyValue", because: "the object's key in CloudFormation")
                    terraformOnly("values", [filter], because: "the object's value in CloudFormation")
                }
                cloudFormationOnly(
                    "Budget/CostFilters/TagKeyValue", [filter], because: "Terraform has a block for each filter")
            }
            repeated("notification", "NotificationsWithSubscribers", notifications) { $0.properties }
        }
    }
}
