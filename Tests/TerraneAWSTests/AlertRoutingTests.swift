import TerraneCore
import Testing

@testable import TerraneAWS

struct AlertRoutingTests {
    private let pager = Parameter<String>("pager_url", sensitive: true)
    private var routing: AlertRouting {
        AlertRouting(
            "platform", every: ["slack": .slack(workspace: "T0123ABCD", channel: "C0456EFGH")],
            critical: ["pager": .pagerDuty(integrationURL: pager)])
    }

    @Test func aRoutingIsATopicForAllAndOneForTheCritical() {
        #expect(
            listedNames(routing) == [
                "platform/alerts", "platform/alerts/policy", "platform/alerts/slack/role",
                "platform/alerts/slack/policy", "platform/alerts/slack", "platform/critical",
                "platform/critical/policy", "platform/critical/pager",
            ])
    }

    @Test func criticalAlarmsGoToBothAndWarningsToOne() {
        let metric = MetricNamespace("Shop").count("errors")
        let critical = Alarm("a", on: metric, above: 1, notify: routing)
        let warning = Alarm("b", on: metric, above: 1, severity: .warning, notify: routing)
        #expect(
            table(of: "a", in: critical)?.terraform["alarm_actions"]
                == [routing.alerts.arn, routing.criticalAlerts.arn].expression)
        #expect(table(of: "b", in: warning)?.cloudFormation["AlarmActions"] == [routing.alerts.arn].expression)
    }

    @Test func pagerDutyConfirmsByItselfAndItsURLIsAParameter() {
        let subscription = listedResources(routing).first { $0.name == "platform/critical/pager" }
        #expect(
            subscription.map(bilingual) == """
                topic_arn | TopicArn = <platform/critical: arn, Ref>
                protocol | Protocol = "https"
                endpoint | Endpoint = <parameter pager_url>
                endpoint_auto_confirms = true | -
                """)
    }

    @Test func aPagerURLThatAnybodyMayReadIsAnError() {
        func topic(_ url: Parameter<String>) -> AlertTopic {
            AlertTopic("pages", subscribers: ["pager": .pagerDuty(integrationURL: url)])
        }
        #expect(topic(Parameter("pager_url")).check() == [.pagerURLInTheOpen("pages", "pager_url")])
        #expect(topic(pager).check().isEmpty)
        let written = AlertTopic(
            "pages", subscribers: ["pager": .https("https://events.pagerduty.com/integration/k/enqueue")])
        #expect(written.check() == [.pagerURLInTheOpen("pages", "pager_url")])
        #expect(AlertTopic("hooks", subscribers: ["a": .https("https://example.com/hook")]).check().isEmpty)
    }

    @Test func nobodyIsToldTwice() {
        let slack = AlertSubscriber.slack(workspace: "T0123ABCD", channel: "C0456EFGH")
        let twice = AlertRouting("platform", every: ["slack": slack], critical: ["loud": slack])
        #expect(twice.check() == [.toldTwice("platform", "loud")])
        #expect(routing.check().isEmpty)
    }

    @Test func aSlackChannelShowsItsTopicsAndMayDoNoMore() {
        let channel = SlackChannel("ops", workspace: "T0123ABCD", channel: "C0456EFGH", following: ["arn:a", "arn:b"])
        let resources = listedResources(channel)
        #expect(
            bilingual(resources[2]) == """
                configuration_name | ConfigurationName = "ops"
                slack_team_id | SlackWorkspaceId = "T0123ABCD"
                slack_channel_id | SlackChannelId = "C0456EFGH"
                iam_role_arn | IamRoleArn = <ops/role: arn, Arn>
                guardrail_policy_arns | GuardrailPolicies = ["arn:(<partition>):iam::aws:policy/CloudWatchReadOnlyAccess"]
                sns_topic_arns | SnsTopicArns = ["arn:a", "arn:b"]
                logging_level | LoggingLevel = "ERROR"
                user_authorization_required | UserRoleRequired = false
                """)
        #expect(bilingual(resources[0]).contains("chatbot.amazonaws.com"))
        #expect(bilingual(resources[1]).contains("cloudwatch:Get*"))
    }

    @Test func aChannelIsKnownByItsIdentifier() {
        func channel(_ id: Value<String>, in workspace: Value<String> = "T0123ABCD") -> [Diagnostic] {
            SlackChannel("ops", workspace: workspace, channel: id, following: ["arn:a"]).check()
        }
        #expect(channel("#alerts") == [.slackIdentifier("channel", "#alerts", example: "C0456EFGH")])
        #expect(channel("C0456EFGH", in: "acme").count == 1)
        #expect(channel("C0456EFGH").isEmpty)
        #expect(channel(Parameter<String>("slack_channel").value).isEmpty)
    }
}
