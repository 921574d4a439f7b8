import TerraneCore
import Testing

@testable import TerraneAWS

struct CompositeAlarmTests {
    private let topic = AlertTopic("oncall", subscribers: ["people": .email("oncall@example.com")])
    private let app = MetricNamespace("Shop")

    private func alarm(_ name: Name) -> Alarm { Alarm(name, on: app.count("x"), above: 1, notify: topic) }

    private func text(_ rule: CloudWatch.AlarmRule) -> String { rule.text.expression.shortText }

    @Test func rulesReadAsCloudWatchWritesThem() {
        let (a, b, c) = (alarm("a"), alarm("b"), alarm("c"))
        #expect(
            text(.any(a, b) && !c)
                == "\"(ALARM(\"(<a: alarm_name, Ref>)\") OR ALARM(\"(<b: alarm_name, Ref>)\")) AND NOT ALARM(\"(<c: alarm_name, Ref>)\")\""
        )
        #expect(text(a && b) == text(.all(a, b)) && text(a || b) == text(.any(a, b)))
        #expect(text(.any(a)) == text(.alarm(a)))
    }

    @Test func rulesInDoubtStandInBrackets() {
        let (a, b, c) = (alarm("a"), alarm("b"), alarm("c"))
        #expect(text(!(a || b)).hasPrefix("\"NOT (ALARM"))
        #expect(text((a && b) || c).hasPrefix("\"(ALARM"))
        #expect(text(.ok(a) && !.insufficientData(b)).contains("AND NOT INSUFFICIENT_DATA"))
    }

    @Test func rows() {
        let composite = CompositeAlarm("down", when: .any(alarm("a")), notify: topic)
            .suppressed(by: alarm("maintenance"), wait: .minutes(1), extraTime: .minutes(2))
            .whenDataIsMissing(notify: topic)
        #expect(
            bilingual(listedResources(composite)[0]) == """
                alarm_name | AlarmName = "down"
                alarm_description | AlarmDescription = "Critical: a combination of other alarms"
                alarm_rule | AlarmRule = "ALARM("(<a: alarm_name, Ref>)")"
                alarm_actions | AlarmActions = [<oncall: arn, Ref>]
                ok_actions | OKActions = [<oncall: arn, Ref>]
                insufficient_data_actions | InsufficientDataActions = [<oncall: arn, Ref>]
                actions_suppressor/alarm | ActionsSuppressor = <maintenance: alarm_name, Ref>
                actions_suppressor/wait_period | ActionsSuppressorWaitPeriod = 60
                actions_suppressor/extension_period | ActionsSuppressorExtensionPeriod = 120
                """)
    }

    @Test func compositesLookAtComposites() {
        let inner = CompositeAlarm("inner", when: alarm("a") && alarm("b"), notify: topic)
        #expect(text(.alarm(inner)) == "\"ALARM(\"(<inner: alarm_name, Ref>)\")\"")
        #expect(CompositeAlarm("outer", when: .any(inner), notify: topic).check().isEmpty)
    }

    @Test func anAlarmAboutItselfIsAnError() {
        let named = CompositeAlarm("a", when: .any(alarm("b")), notify: topic)
        #expect(CompositeAlarm("a", when: .alarm(named), notify: topic).check() == [.alarmAboutItself("a")])
        #expect(named.check().isEmpty)
    }

    @Test func aRuleAsksAboutSomeAlarms() {
        #expect(CompositeAlarm("a", when: .any(), notify: topic).check() == [.ruleWithoutAlarms("a")])
        let many = (1...101).map { CloudWatch.AlarmRule.alarm(alarm("a\($0)")) }
        #expect(
            CompositeAlarm("a", when: .disjunction(many), notify: topic).check() == [.ruleOverTooManyAlarms("a", 101)])
        #expect(CompositeAlarm("a", when: .disjunction(Array(many.prefix(100))), notify: topic).check().isEmpty)
    }

    @Test func aCompositeThatTellsNobodyIsAnError() {
        #expect(CompositeAlarm("a", when: .any(alarm("b"))).check() == [.alarmTellsNobody("a")])
    }
}
