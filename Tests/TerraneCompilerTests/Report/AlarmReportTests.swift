import TerraneAWS
import TerraneChecks
import TerraneCore
import Testing

@testable import TerraneCompiler

/// Alarms in words, and the way from them to people.
@Suite struct AlarmReportTests {
    private func alarms(@ContentBuilder _ content: @escaping @Sendable () -> Content) async throws -> [ReportedAlarm] {
        try await report(of: TestStack(content: content)).alarms
    }

    private static func alarm(_ rows: Row...) -> RawResource {
        RawResource("alarm", terraform: "aws_cloudwatch_metric_alarm", cloudFormation: "AWS::CloudWatch::Alarm") {
            Properties(rows)
        }
    }

    @Test(arguments: [
        ("GreaterThanThreshold", 80.0, 3, Int?.none, 60, "CPUUtilization", "above 80 % for 3 of 3 periods of 1 minute"),
        (
            "GreaterThanOrEqualToThreshold", 2.5, 5, 3, 300, "TargetResponseTime",
            "at or above 2.5 s for 3 of 5 periods of 5 minutes"
        ),
        ("LessThanThreshold", 2_147_483_648, 1, nil, 3600, "FreeStorageSpace", "below 2 GiB for 1 period of 1 hour"),
        (
            "LessThanOrEqualToThreshold", 0, 2, 1, 10, "HealthyHostCount",
            "at or below 0 for 1 of 2 periods of 10 seconds"
        ),
    ])
    func aConditionIsASentence(
        comparison: String, threshold: Double, periods: Int, datapoints: Int?, period: Int, metric: String,
        words: String
    ) async throws {
        let alarm = try #require(
            try await alarms {
                AlarmReportTests.alarm(
                    row("comparison_operator", "ComparisonOperator", comparison),
                    row("threshold", "Threshold", threshold),
                    row("evaluation_periods", "EvaluationPeriods", periods),
                    row("datapoints_to_alarm", "DatapointsToAlarm", datapoints), row("period", "Period", period),
                    row("metric_name", "MetricName", metric), row("namespace", "Namespace", "AWS/Test"),
                    row("statistic", "Statistic", "Average"))
            }.first)
        #expect(alarm.conditions == [words])
        #expect(alarm.metric == "Average \(metric) of AWS/Test")
        #expect(alarm.isUnheard)
    }

    @Test func aThresholdThatDeploymentSetsIsSaidToBeThat() async throws {
        let alarm = try #require(
            try await alarms {
                AlarmReportTests.alarm(
                    row("comparison_operator", "ComparisonOperator", "GreaterThanThreshold"),
                    row("threshold", "Threshold", Parameter<Int>("limit")),
                    row("evaluation_periods", "EvaluationPeriods", 1),
                    row("period", "Period", 60), row("metric_name", "MetricName", "Depth"))
            }.first)
        #expect(alarm.conditions == ["above set at deployment: limit for 1 period of 1 minute"])
    }

    @Test func receiversAreFoundThroughTopicsAndSubscriptions() async throws {
        let topic = AlertTopic(
            "oncall",
            subscribers: [
                "mail": .email(Parameter<String>("alert_email").value), "hook": .https("https://example.com/hook"),
            ])
        let alarm = try #require(
            try await alarms {
                topic
                AlarmReportTests.alarm(
                    row("metric_name", "MetricName", "Depth"), row("alarm_actions", "AlarmActions", [topic.arn]))
            }.first)
        #expect(
            alarm.receivers == [
                AlarmReceiver(channel: "e-mail", address: "set at deployment: alert_email", topic: "oncall"),
                AlarmReceiver(channel: "HTTPS", address: "https://example.com/hook", topic: "oncall"),
            ])
    }

    @Test func aTopicThatNobodySubscribesToIsSaidToBeThat() async throws {
        let topic = RawResource("empty", terraform: "aws_sns_topic", cloudFormation: "AWS::SNS::Topic") {}
        let arn = topic.attribute("arn", .ref) as Value<ARN>
        let alarm = try #require(
            try await alarms {
                topic
                AlarmReportTests.alarm(
                    row("metric_name", "MetricName", "Depth"), row("alarm_actions", "AlarmActions", [arn]))
            }.first)
        #expect(alarm.receivers.isEmpty)
        #expect(alarm.effects == ["publishes to empty, to which nobody subscribes"])
    }
}

/// The report of the one environment of a stack.
func report(of stack: TestStack, policies: [Policy] = []) async throws -> EnvironmentReport {
    let graphs = await Compiler(targets: [], policies: policies).compile([stack]).graphs
    return try #require(SystemReport(of: graphs, policies: policies).environments.first)
}
