import TerraneAWS
import TerraneCore
import Testing

/// Whatever is changed of what watches and tells shows on both sides, or the reason why not stands here.
struct ChangedAlarmTests {
    private let metric = MetricNamespace("Shop").count("errors")

    @Test func aMetricAlarm() {
        expectEachChangeToShow(
            CloudWatch.MetricAlarm("errors", alarmName: "errors", on: metric, .above, 1, actions: ["arn:a"]),
            [
                Change("alarmName") { $0.alarmName = "other" }, Change("description") { $0.description = "why" },
                Change("metric") { $0.metric = $0.metric.statistic(.p95) },
                Change("metric") { $0.metric = $0.metric.percent(ofMaximum: 10) },
                Change("limit") { $0.limit = .threshold(.atLeast, 1) },
                Change("limit") { $0.limit = .threshold(.above, 2) }, Change("limit") { $0.limit = .band(.band(2)) },
                Change("evaluationPeriods") { $0.evaluationPeriods = 2 }, Change("datapoints") { $0.datapoints = 1 },
                Change("missingData") { $0.missingData = .breaching },
                Change("ignoresFewSamples") { $0.ignoresFewSamples = true },
                Change("actions") { $0.actions = ["arn:b"] },
                Change("recoveryActions") { $0.recoveryActions = ["arn:b"] },
                Change("insufficientDataActions") { $0.insufficientDataActions = ["arn:b"] },
            ])
    }

    @Test func aCompositeAlarm() {
        expectEachChangeToShow(
            CloudWatch.CompositeAlarm(
                "down", alarmName: "down", when: .state(.alarm, of: "errors"),
                suppressor: .init("maintenance", wait: .minutes(1), extraTime: .minutes(1)), actions: ["arn:a"]),
            [
                Change("alarmName") { $0.alarmName = "other" }, Change("description") { $0.description = "why" },
                Change("rule") { $0.rule = .state(.ok, of: "errors") },
                Change("suppressor") { $0.suppressor = .init("m", wait: .minutes(1), extraTime: .minutes(1)) },
                Change("suppressor") {
                    $0.suppressor = .init("maintenance", wait: .minutes(2), extraTime: .minutes(1))
                },
                Change("suppressor") {
                    $0.suppressor = .init("maintenance", wait: .minutes(1), extraTime: .minutes(2))
                },
                Change("actions") { $0.actions = ["arn:b"] },
                Change("recoveryActions") { $0.recoveryActions = ["arn:b"] },
                Change("insufficientDataActions") { $0.insufficientDataActions = ["arn:b"] },
            ])
    }

    @Test func aSlackChannel() {
        expectEachChangeToShow(
            Chatbot.SlackChannelConfiguration(
                "ops", workspace: "T1", channel: "C1", as: "arn:role", guardrails: ["arn:a"], topics: ["arn:a"]),
            [
                Change("configurationName") { $0.configurationName = "other" },
                Change("workspace") { $0.workspace = "T2" }, Change("channel") { $0.channel = "C2" },
                Change("role") { $0.role = "arn:other" }, Change("guardrails") { $0.guardrails = ["arn:b"] },
                Change("topics") { $0.topics = ["arn:b"] },
            ])
    }

    @Test func aSubscription() {
        expectEachChangeToShow(
            SNS.Subscription("pager", to: "arn:a", .https("https://a.example")),
            [
                Change("topic") { $0.topic = "arn:b" }, Change("endpoint") { $0.endpoint = .email("a@b.c") },
                Change("confirmsItself", in: .terraform(because: "CloudFormation does not wait for the confirmation")) {
                    $0.confirmsItself = true
                },
            ])
    }
}
