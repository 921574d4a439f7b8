public import TerraneCore

/// A limit to what a system may cost in a period: who is told at which share of it, and what is shut when it is spent.
///
///     CostBudget(
///         "koemo-monthly", limit: .usDollars(500), per: .month,
///         alerts: [.at(.percent(80), to: warnings), .at(.percent(90), to: oncall)])
public struct CostBudget: Component {
    /// Who is told at which share of the limit.
    public struct Alert: Sendable {
        public let share: Percentage
        public let basis: Budgets.Notification.Basis
        public let topic: AlertTopic
        public let addresses: [Value<String>]

        /// Actual costs, unless a forecast is asked for.
        public static func at(
            _ share: Percentage, of basis: Budgets.Notification.Basis = .actual, to topic: AlertTopic,
            email addresses: [Value<String>] = []
        ) -> Alert {
            Alert(share: share, basis: basis, topic: topic, addresses: addresses)
        }
    }

    /// What takes permissions away when the limit is reached.
    public struct Brake: Sendable {
        /// Attached to the roles: a policy that denies what costs money.
        public let policy: Value<ARN>
        /// Roles by name.
        public let roles: [Value<String>]
        /// What Budgets acts as: see `Budgets.executionTrust` and `Budgets.executionPermissions(attaching:to:)`.
        public let executionRole: Value<ARN>
        public let topic: AlertTopic

        public static func attach(
            _ policy: Value<ARN>, to roles: [Value<String>], as executionRole: Value<ARN>, telling topic: AlertTopic
        ) -> Brake {
            Brake(policy: policy, roles: roles, executionRole: executionRole, topic: topic)
        }
    }

    public var declaration: Declaration
    public let limit: Money
    public let period: Budgets.Budget.Period
    public let scope: Budgets.Budget.Scope
    public let alerts: [Alert]
    public let brake: Brake?

    public init(
        _ name: Name, limit: Money, per period: Budgets.Budget.Period, of scope: Budgets.Budget.Scope = .account,
        alerts: [Alert], atLimit brake: Brake? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.limit = limit
        self.period = period
        self.scope = scope
        self.alerts = alerts
        self.brake = brake
    }

    public var body: Content {
        budget
        if let brake {
            Budgets.Action(
                name / "brake", of: budget.reference, attaching: brake.policy, to: brake.roles, as: brake.executionRole,
                telling: brake.topic.arn)
        }
    }

    private var budget: Budgets.Budget {
        Budgets.Budget(
            name, limit: limit, per: period, of: scope,
            notifications: alerts.map {
                Budgets.Notification(at: $0.share, of: $0.basis, topics: [$0.topic.arn], addresses: $0.addresses)
            })
    }
}

extension CostBudget {
    public func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if limit.inUSDollars <= 0 { problems.append(.budgetOfNothing(name)) }
        if alerts.isEmpty { problems.append(.budgetTellsNobody(name)) }
        if alerts.count > 10 { problems.append(.budgetAlerts(name, alerts.count)) }
        if alerts.contains(where: { $0.addresses.count > 10 }) { problems.append(.budgetAddresses(name)) }
        if let share = repeatedShare { problems.append(.budgetAlertTwice(name, share)) }
        return problems
    }

    private var repeatedShare: Percentage? {
        for (index, alert) in alerts.enumerated() {
            if alerts[..<index].contains(where: { $0.share == alert.share && $0.basis == alert.basis }) {
                return alert.share
            }
        }
        return nil
    }
}

extension Diagnostic {
    static func budgetOfNothing(_ budget: Name) -> Diagnostic {
        .error("the limit of budget '\(budget)' is not more than nothing", help: "Write `limit: .usDollars(500)`.")
    }

    static func budgetTellsNobody(_ budget: Name) -> Diagnostic {
        .error("budget '\(budget)' tells nobody", help: "Add an alert: `.at(.percent(80), to: oncall)`.")
    }

    static func budgetAlerts(_ budget: Name, _ count: Int) -> Diagnostic {
        .error("budget '\(budget)' has \(count) alerts", help: "AWS Budgets takes ten for a budget.")
    }

    static func budgetAddresses(_ budget: Name) -> Diagnostic {
        .error(
            "an alert of budget '\(budget)' has more than ten e-mail addresses",
            help: "Subscribe the others to its topic.")
    }

    static func budgetAlertTwice(_ budget: Name, _ share: Percentage) -> Diagnostic {
        .error(
            "budget '\(budget)' has two alerts at \(Threshold.percent(share.ofHundred))",
            help: "AWS Budgets takes one for each share: subscribe both to one topic, or choose another share.")
    }
}
