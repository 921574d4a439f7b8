import TerraneCore
import Testing

@testable import TerraneAWS

struct CostBudgetTests {
    private let topic = AlertTopic("oncall", subscribers: ["people": .email("oncall@example.com")])

    private func budget(
        _ dollars: Int = 500, alerts: [CostBudget.Alert]? = nil, atLimit brake: CostBudget.Brake? = nil
    ) -> CostBudget {
        CostBudget(
            "koemo-monthly", limit: .usDollars(dollars), per: .month, of: .tagged("System", "koemo"),
            alerts: alerts ?? [.at(.percent(80), to: topic, email: ["cfo@example.com"]), .at(.percent(90), to: topic)],
            atLimit: brake)
    }

    @Test func theLimitIsTextForTerraformAndANumberForCloudFormation() {
        let rows = table(of: "koemo-monthly", in: budget())
        #expect(rows?.terraform["limit_amount"] == .string("500"))
        #expect(rows?.cloudFormation["Budget/BudgetLimit/Amount"] == .integer(500))
        #expect(rows?.terraform["time_unit"] == .string("MONTHLY"))
        #expect(rows?.cloudFormation["Budget/TimeUnit"] == .string("MONTHLY"))
    }

    @Test func aTagIsAFilterOfEachDialect() {
        let rows = table(of: "koemo-monthly", in: budget())
        #expect(rows?.terraform["cost_filter/values"] == .list([.string("user:System$koemo")]))
        #expect(rows?.cloudFormation["Budget/CostFilters/TagKeyValue"] == .list([.string("user:System$koemo")]))
    }

    @Test func terraformListsSubscribersByKindAndCloudFormationAllTogether() {
        let rows = table(of: "koemo-monthly", in: budget())
        #expect(rows?.terraform["notification[0]/subscriber_email_addresses"] == .list([.string("cfo@example.com")]))
        #expect(rows?.terraform["notification[0]/subscriber_sns_topic_arns"] == .list([topic.arn.expression]))
        guard case .list(let subscribers)? = rows?.cloudFormation["NotificationsWithSubscribers[0]/Subscribers"] else {
            Issue.record("no list")
            return
        }
        #expect(subscribers.count == 2)
        #expect(rows?.terraform["notification[1]/subscriber_email_addresses"] == nil)
    }

    @Test func aChangeOfANotificationChangesBothDialects() {
        let base = Budgets.Notification(at: .percent(80), topics: ["a"], addresses: ["x"])
        for other in [
            Budgets.Notification(at: .percent(81), topics: ["a"], addresses: ["x"]),
            Budgets.Notification(at: .percent(80), of: .forecast, topics: ["a"], addresses: ["x"]),
            Budgets.Notification(at: .percent(80), topics: ["b"], addresses: ["x"]),
            Budgets.Notification(at: .percent(80), topics: ["a"], addresses: ["y"]),
        ] {
            let (old, new) = (written(with: base), written(with: other))
            #expect(old.terraform != new.terraform && old.cloudFormation != new.cloudFormation)
        }
    }

    private func written(with notification: Budgets.Notification) -> DataTable {
        DataTable(Budgets.Budget("b", limit: .usDollars(1), per: .year, notifications: [notification]))
    }

    @Test func aBrakeAttachesItsPolicyWhenTheLimitIsReached() {
        let braked = budget(atLimit: .attach("arn:policy", to: ["koemo-deploy"], as: "arn:role", telling: topic))
        #expect(listedNames(braked) == ["koemo-monthly", "koemo-monthly/brake"])
        let rows = table(of: "koemo-monthly/brake", in: braked)
        #expect(rows?.terraform["definition/iam_action_definition/policy_arn"] == .string("arn:policy"))
        #expect(rows?.cloudFormation["Definition/IamActionDefinition/Roles"] == .list([.string("koemo-deploy")]))
        #expect(rows?.cloudFormation["ActionThreshold/Value"] == .number(100))
        #expect(rows?.terraform["subscriber[0]/subscription_type"] == .string("SNS"))
        #expect(rows?.cloudFormation["Subscribers[0]/Type"] == .string("SNS"))
    }

    @Test func theExecutionRoleMayAttachThatPolicyOnly() {
        let text = String(
            describing: Budgets.executionPermissions(attaching: "arn:policy", to: ["arn:role"]).expression)
        #expect(text.contains("iam:PolicyARN"))
        #expect(text.contains("arn:policy"))
    }

    @Test func aBudgetThatAWSTakesIsNoError() {
        #expect(budget().check().isEmpty)
        #expect(
            budget(alerts: [.at(.percent(100), to: topic), .at(.percent(100), of: .forecast, to: topic)]).check()
                .isEmpty)
    }

    @Test func aBudgetOfNothingIsAnError() {
        #expect(budget(0).check() == [.budgetOfNothing("koemo-monthly")])
    }

    @Test func aBudgetThatTellsNobodyIsAnError() {
        #expect(budget(alerts: []).check() == [.budgetTellsNobody("koemo-monthly")])
    }

    @Test func elevenAlertsAreTooMany() {
        let alerts = (1...11).map { CostBudget.Alert.at(.percent(Double($0)), to: topic) }
        #expect(budget(alerts: alerts).check() == [.budgetAlerts("koemo-monthly", 11)])
        #expect(budget(alerts: alerts.dropLast()).check().isEmpty)
    }

    @Test func twoAlertsAtOneShareAreAnError() {
        let twice = [CostBudget.Alert.at(.percent(80), to: topic), .at(.percent(80), to: topic)]
        #expect(budget(alerts: twice).check() == [.budgetAlertTwice("koemo-monthly", .percent(80))])
    }

    @Test func elevenAddressesAreTooMany() {
        let many = (1...11).map { Value<String>("a\($0)@example.com") }
        #expect(
            budget(alerts: [.at(.percent(80), to: topic, email: many)]).check() == [.budgetAddresses("koemo-monthly")])
    }
}
