import TerraneCore
import Testing

@testable import TerraneAWS

/// What sets an alarm off besides a plain threshold, and what it does besides telling.
struct AlarmConditionTests {
    private let topic = AlertTopic("oncall", subscribers: ["people": .email("oncall@example.com")])
    private let app = MetricNamespace("Shop")
    private var latency: Metric { app.duration("latency").statistic(.p99) }

    @Test func aPercentileIsAnExtendedStatistic() {
        let alarm = Alarm("slow", on: latency, above: .milliseconds(500), notify: topic).ignoringFewSamples()
        let rows = table(of: "slow", in: alarm)
        #expect(rows?.terraform["extended_statistic"] == .string("p99"))
        #expect(rows?.cloudFormation["Statistic"] == nil)
        #expect(
            rows?.cloudFormation["AlarmDescription"] == .string("Critical: p99 of latency above 500 ms for 1 minute"))
        #expect(rows?.terraform["evaluate_low_sample_count_percentiles"] == .string("ignore"))
        #expect(rows?.cloudFormation["EvaluateLowSampleCountPercentile"] == .string("ignore"))
    }

    @Test func aBandIsAnExpressionAroundTheMetric() {
        let alarm = Alarm("odd", on: app.count("requests"), outside: .band(2), for: .minutes(3), notify: topic)
        #expect(
            bilingual(listedResources(alarm)[0]) == """
                alarm_name | AlarmName = "odd"
                alarm_description | AlarmDescription = "Critical: requests more than 2 standard deviations from the expected for 3 minutes"
                comparison_operator | ComparisonOperator = "LessThanLowerOrGreaterThanUpperThreshold"
                evaluation_periods | EvaluationPeriods = 3
                threshold_metric_id | ThresholdMetricId = "band"
                treat_missing_data | TreatMissingData = "notBreaching"
                metric_query[0]/id | Metrics[0]/Id = "result"
                metric_query[0]/return_data | Metrics[0]/ReturnData = true
                metric_query[0]/metric/namespace | Metrics[0]/MetricStat/Metric/Namespace = "Shop"
                metric_query[0]/metric/metric_name | Metrics[0]/MetricStat/Metric/MetricName = "requests"
                metric_query[0]/metric/period | Metrics[0]/MetricStat/Period = 60
                metric_query[0]/metric/stat | Metrics[0]/MetricStat/Stat = "Sum"
                metric_query[1]/id | Metrics[1]/Id = "band"
                metric_query[1]/expression | Metrics[1]/Expression = "ANOMALY_DETECTION_BAND(result, 2)"
                metric_query[1]/label | Metrics[1]/Label = "requests (expected)"
                metric_query[1]/return_data | Metrics[1]/ReturnData = true
                alarm_actions | AlarmActions = [<oncall: arn, Ref>]
                ok_actions | OKActions = [<oncall: arn, Ref>]
                """)
    }

    @Test func aBandGoesAroundArithmeticToo() {
        let rate = app.count("errors").percent(of: app.count("requests"))
        let alarm = Alarm("odd", on: rate, outside: .band(2.5, .upper), notify: topic)
        let rows = table(of: "odd", in: alarm)
        #expect(rows?.terraform["comparison_operator"] == .string("GreaterThanUpperThreshold"))
        #expect(rows?.terraform["metric_query[0]/expression"] == .string("100 * FILL(part, 0) / whole"))
        #expect(rows?.cloudFormation["Metrics[3]/Expression"] == .string("ANOMALY_DETECTION_BAND(result, 2.5)"))
        #expect(rows?.cloudFormation["Metrics[1]/ReturnData"] == .boolean(false))
    }

    @Test func aBandHasAWidth() {
        #expect(Alarm("a", on: latency, outside: .band(0), notify: topic).check() == [.bandWithoutWidth("a")])
        #expect(Alarm("a", on: latency, outside: .band(1), notify: topic).check().isEmpty)
    }

    @Test func someOfThePeriodsAreEnough() {
        let alarm = Alarm("slow", on: latency, above: .milliseconds(500), for: .minutes(5), notify: topic)
        let rows = table(of: "slow", in: alarm.datapointsToAlarm(3))
        #expect(rows?.terraform["datapoints_to_alarm"] == .integer(3))
        #expect(rows?.cloudFormation["EvaluationPeriods"] == .integer(5))
        #expect(
            rows?.cloudFormation["AlarmDescription"]
                == .string("Critical: p99 of latency above 500 ms for 3 of 5 periods"))
        #expect(alarm.datapointsToAlarm(6).check() == [.moreDatapointsThanPeriods("slow", 6, 5)])
        #expect(alarm.datapointsToAlarm(0).check().count == 1)
        #expect(alarm.datapointsToAlarm(5).check().isEmpty)
    }

    @Test func anAlarmCanSetSomethingGoing() {
        let alarm = Alarm("busy", on: app.share("cpu"), above: .percent(80)).triggering("arn:policy")
        let rows = table(of: "busy", in: alarm)
        #expect(rows?.terraform["alarm_actions"] == .list([.string("arn:policy")]))
        #expect(rows?.terraform["ok_actions"] == nil)
        #expect(alarm.check().isEmpty)
        #expect(Alarm("busy", on: app.share("cpu"), above: .percent(80)).check() == [.alarmTellsNobody("busy")])
    }

    @Test func fiveActionsAreTheMost() {
        let alarm = Alarm("busy", on: app.share("cpu"), above: .percent(80), notify: topic)
        #expect(alarm.triggering("a", "b", "c", "d").check().isEmpty)
        #expect(alarm.triggering("a", "b", "c", "d", "e").check() == [.tooManyActions("busy", 6)])
    }

    @Test func silenceCanBeToldToo() {
        let alarm = Alarm("a", on: latency, above: .seconds(1), notify: topic).whenDataIsMissing(notify: topic)
        let rows = table(of: "a", in: alarm)
        #expect(rows?.terraform["insufficient_data_actions"] == [topic.arn].expression)
        #expect(rows?.cloudFormation["InsufficientDataActions"] == [topic.arn].expression)
        #expect(rows?.cloudFormation["TreatMissingData"] == .string("missing"))
    }

    @Test func anAlarmHasANameOfItsOwn() {
        let alarm = Alarm("cpu", on: app.share("cpu"), above: .percent(80), notify: topic).called("HighCPUUtilization")
        #expect(table(of: "cpu", in: alarm)?.cloudFormation["AlarmName"] == .string("HighCPUUtilization"))
        guard case .reference(let reference) = alarm.id.expression else {
            Issue.record("not a reference")
            return
        }
        #expect(reference.foreseen == .string("HighCPUUtilization"))
    }
}
