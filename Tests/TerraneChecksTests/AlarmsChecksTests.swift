import Terrane
import Testing

@testable import TerraneChecks

@Suite struct AlarmsChecksTests {
    private static let type = ResourceType(
        terraform: "aws_cloudwatch_metric_alarm", cloudFormation: "AWS::CloudWatch::Alarm", area: .monitoring)
    private static let cluster: [Expression.Field] = [
        .init("ClusterName", .string("shop")), .init("ServiceName", .string("web")),
    ]

    /// The rules that a raw alarm breaks, whose properties are those of a good one but for these.
    private static func rules(
        namespace: String = "AWS/ECS", metric: String = "CPUUtilization", dimensions: Expression = .object(cluster),
        comparison: String = "GreaterThanThreshold", threshold: Double = 80, period: Int = 60, periods: Int = 1,
        statistic: String = "Average", region: Region = .tokyo
    ) -> [String] {
        let alarm = RawResource("alarm", type: type) {
            row("alarm_name", "AlarmName", "alarm")
            row("namespace", "Namespace", namespace)
            row("metric_name", "MetricName", metric)
            row("dimensions", "Dimensions", dimensions)
            row("comparison_operator", "ComparisonOperator", comparison)
            row("threshold", "Threshold", threshold)
            row("period", "Period", period)
            row("evaluation_periods", "EvaluationPeriods", periods)
            row("statistic", "Statistic", statistic)
            row("alarm_actions", "AlarmActions", ["arn:aws:sns:\(region.rawValue):111122223333:oncall"])
        }.region(region)
        return CheckedStack { alarm }.alarmRules
    }

    @Test func aGoodAlarmIsLeftAlone() {
        #expect(Self.rules() == [])
        #expect(Self.rules(namespace: "Shop", metric: "Whatever", dimensions: .object([])) == [])
        #expect(Self.rules(namespace: "AWS/SomethingNew", metric: "Whatever") == [])
        #expect(Self.rules(metric: "SomethingNew") == [])
    }

    @Test func whatIsKnownOnlyOnceDeployedIsNotGuessedAt() {
        let late = Parameter<String>("dimensions").value.expression
        #expect(Self.rules(dimensions: late) == [])
        #expect(Self.rules(dimensions: .object([.init("ClusterName", late)])) == [])
    }

    @Test func periodsHaveBoundaries() {
        #expect(Self.rules(period: 300, periods: 288) == [])
        #expect(Self.rules(period: 300, periods: 289) == ["alarm-looks-too-far-back"])
        #expect(Self.rules(period: 3600, periods: 168) == [])
        #expect(Self.rules(period: 3600, periods: 169) == ["alarm-looks-too-far-back"])
        #expect(Self.rules(period: 45) == ["alarm-period"])
        #expect(Self.rules(period: 10) == ["period-below-minute"])
        #expect(Self.rules(namespace: "Shop", period: 10) == [])
    }

    @Test func thresholdsAreInTheUnitOfTheirMetrics() {
        #expect(Self.rules(threshold: 1) == ["percent-of-one"])
        #expect(Self.rules(threshold: 1.5) == [])
        #expect(Self.rules(comparison: "LessThanThreshold", threshold: 1) == [])
        let instance = Expression.object([.init("DBInstanceIdentifier", .string("shop"))])
        #expect(Self.rules(namespace: "AWS/RDS", dimensions: instance, threshold: 100) == ["over-hundred"])
        #expect(
            Self.rules(
                namespace: "AWS/RDS", dimensions: instance, comparison: "GreaterThanOrEqualToThreshold", threshold: 100)
                == [])
        let region = Expression.object([.init("DistributionId", .string("E1")), .init("Region", .string("Global"))])
        #expect(
            Self.rules(
                namespace: "AWS/CloudFront", metric: "5xxErrorRate", dimensions: region, threshold: 0.5,
                region: .virginia)
                == [])
    }

    @Test func statisticsHaveTheirOwnPlaces() {
        #expect(Self.rules(statistic: "p99") == ["statistic"])
        #expect(Self.rules(statistic: "Avg") == ["statistic"])
    }

    @Test func aRuleOfACompositeAlarmIsRead() {
        let rules = { (text: String) in
            CheckedStack {
                CloudWatch.CompositeAlarm(
                    "down", alarmName: "down", when: .state(.alarm, of: "a"), actions: ["arn:aws:lambda:x:y:function:z"]
                ).overriding { row("alarm_rule", "AlarmRule", text) }
            }.alarmRules
        }
        #expect(rules("(ALARM(\"a b\") OR NOT OK('c')) AND TRUE") == [])
        #expect(rules("ALARM(arn:aws:cloudwatch:ap-northeast-1:111122223333:alarm:a)") == [])
        #expect(rules("AT_LEAST(2, ALARM, (a, b))") == [])
        #expect(rules("ALARM(a) AND") == ["alarm-rule"])
        #expect(rules("(ALARM(a)") == ["alarm-rule"])
    }

    @Test func anAlarmThatAServiceRollsBackOnIsHeardOf() {
        let service = ResourceType(terraform: "aws_ecs_service", cloudFormation: "AWS::ECS::Service", area: .compute)
        let alarm = CloudWatch.MetricAlarm(
            "slow", alarmName: "slow", on: Metric("Latency", namespace: "Shop", unit: .seconds), .above, 1, actions: [])
        #expect(CheckedStack { alarm }.alarmRules == ["alarm-of-nobody"])
        let stack = CheckedStack {
            alarm
            RawResource("web", type: service) {
                nested("alarms", "DeploymentConfiguration/Alarms") { row("alarm_names", "AlarmNames", ["slow"]) }
            }
        }
        #expect(stack.alarmRules == [])
    }
}
