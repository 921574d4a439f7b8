import TerraneCore
import Testing

@testable import TerraneAWS

struct AlarmTests {
    private let topic = AlertTopic("oncall", subscribers: ["people": .email("oncall@example.com")])
    private let koemo = MetricNamespace("KOEMO")
    private var share: Metric { koemo.share("errors") }

    @Test func anAlarmTellsItsTopicWhenItBeginsAndWhenItEnds() {
        let alarm = Alarm("errors", on: share, above: .percent(5), for: .minutes(5), notify: topic)
        let rows = table(of: "errors", in: alarm)
        #expect(rows?.terraform["alarm_actions"] == [topic.arn].expression)
        #expect(rows?.cloudFormation["OKActions"] == [topic.arn].expression)
        #expect(rows?.terraform["evaluation_periods"] == .integer(5))
        #expect(rows?.cloudFormation["Threshold"] == .number(5))
        #expect(rows?.cloudFormation["AlarmDescription"] == .string("Critical: errors above 5 % for 5 minutes"))
    }

    @Test func aThresholdIsWrittenInTheUnitOfTheMetric() {
        let seconds = Metric("TargetResponseTime", namespace: "AWS/ApplicationELB", unit: .seconds)
        let slow = Alarm("slow", on: seconds, above: .milliseconds(500), severity: .warning, notify: topic)
        #expect(table(of: "slow", in: slow)?.terraform["threshold"] == .number(0.5))
        #expect(Threshold.milliseconds(500).value(in: .milliseconds) == 500)
        #expect(Threshold.seconds(2).value(in: .milliseconds) == 2000)
        #expect(Threshold.size(.gibibytes(1)).value(in: .bytes) == 1_073_741_824)
        let queue: Threshold = 100
        #expect(queue.value(in: .count) == 100)
    }

    @Test func anAlarmBelowAThresholdComparesTheOtherWay() {
        let alarm = Alarm("quiet", on: koemo.count("calls"), below: 1, for: .minutes(10), notify: topic)
            .whenDataIsMissing(.breaching)
        let rows = table(of: "quiet", in: alarm)
        #expect(rows?.terraform["comparison_operator"] == .string("LessThanThreshold"))
        #expect(rows?.cloudFormation["TreatMissingData"] == .string("breaching"))
    }

    @Test func severityIsATag() {
        let alarm = Alarm("slow", on: koemo.duration("d"), above: .seconds(1), severity: .warning, notify: topic)
        #expect(listedResources(alarm)[0].declaration.options.tags == [Tag("Severity", "Warning")])
    }

    @Test func thresholdsOfTheMetricsKindAreNoError() {
        #expect(Alarm("a", on: share, above: .percent(80), for: .minutes(2), notify: topic).check().isEmpty)
        #expect(Alarm("b", on: koemo.gauge("queue"), above: 100, notify: topic).check().isEmpty)
        #expect(Alarm("c", on: koemo.duration("t"), above: .milliseconds(500), notify: topic).check().isEmpty)
    }

    @Test func aPercentageOfAQueueIsAnError() {
        let queue = koemo.gauge("queue")
        let alarm = Alarm("long", on: queue, above: .percent(80), notify: topic)
        #expect(alarm.check() == [.thresholdOfAnotherKind("long", .percent(80), queue)])
        #expect(Alarm("many", on: share, above: 80, notify: topic).check().count == 1)
    }

    @Test func anAlarmOfHalfAPeriodIsAnError() {
        let slow = share.every(.minutes(5))
        #expect(
            Alarm("a", on: slow, above: .percent(5), for: .minutes(7), notify: topic).check()
                == [.alarmBetweenPeriods("a", .minutes(7), .minutes(5))])
        #expect(Alarm("a", on: slow, above: .percent(5), for: .minutes(10), notify: topic).check().isEmpty)
    }

    @Test func aPeriodOfFortySecondsIsAnError() {
        let alarm = Alarm("a", on: share.every(.seconds(40)), above: .percent(5), notify: topic)
        #expect(alarm.check() == [.metricPeriod("a", .seconds(40))])
        #expect(Alarm("a", on: share.every(.seconds(30)), above: .percent(5), notify: topic).check().isEmpty)
    }

    @Test func anAlarmLooksBackADayAtMost() {
        #expect(Alarm("a", on: share, above: .percent(5), for: .days(2), notify: topic).check().count == 1)
        #expect(Alarm("a", on: share, above: .percent(5), for: .days(1), notify: topic).check().isEmpty)
        let hourly = share.every(.hours(1))
        #expect(Alarm("a", on: hourly, above: .percent(5), for: .days(2), notify: topic).check().isEmpty)
    }

    @Test func anAlarmThatTellsNobodyIsAnError() {
        #expect(Alarm("a", on: share, above: .percent(5)).check() == [.alarmTellsNobody("a")])
    }
}
