import Terrane

/// What KOEMO may cost, and what happens at the limit.
extension Koemo {
    @ContentBuilder var spending: Content {
        brake
        budget("koemo-monthly-budget", .usDollars(500), per: .month)
        budget("koemo-quarterly-budget", .usDollars(1400), per: .quarter)
        budget("koemo-annual-budget", .usDollars(5000), per: .year)
    }

    /// At the limit nothing new is deployed any more; what runs, runs on.
    private var brake: SpendingBrake {
        SpendingBrake(
            "koemo-spending-brake", stopping: [access.deployedName],
            from: ["ecs:RegisterTaskDefinition", "ecs:UpdateService", "ecr:PutImage"])
    }

    private func budget(_ name: Name, _ limit: Money, per period: Budgets.Budget.Period) -> CostBudget {
        CostBudget(
            name, limit: limit, per: period,
            alerts: [
                .at(.percent(80), to: oncall),
                .at(.percent(90), to: oncall, email: [alertEmail.value]),
                .at(.percent(100), to: oncall, email: [alertEmail.value]),
            ],
            atLimit: brake.pulled(telling: oncall))
    }
}
