import TerraneCore
import Testing

@testable import TerraneAWS

struct MetricMathTests {
    private let app = MetricNamespace("Shop")

    private func math(_ metric: Metric) -> (text: String, ids: [String]) {
        guard case .math(let expression, let parts) = metric.source else { return ("", []) }
        return (expression, parts.map(\.id))
    }

    @Test func aShareOfEventsIsNoughtWithoutAny() {
        let rate = app.count("errors").percent(of: app.count("requests"), label: "Error rate")
        #expect(math(rate) == ("100 * FILL(part, 0) / whole", ["part", "whole"]))
        #expect(rate.unit == .percent && rate.label == "Error rate")
    }

    @Test func aShareOfALevelIsUnknownWithoutOne() {
        #expect(math(app.gauge("used").percent(of: app.gauge("size"))).text == "100 * part / whole")
    }

    @Test func aShareOfAMaximumDividesByANumber() {
        let connections = app.gauge("connections").percent(ofMaximum: 1000)
        #expect(math(connections) == ("100 * used / 1000", ["used"]))
        let topic = AlertTopic("oncall", subscribers: ["people": .email("a@b.c")])
        #expect(Alarm("many", on: connections, above: .percent(80), notify: topic).check().isEmpty)
    }

    @Test func arithmeticWithinArithmeticStandsInBrackets() {
        let share = app.gauge("bad").percent(of: app.gauge("good") + app.gauge("bad"))
        #expect(math(share) == ("100 * part / (whole_a + whole_b)", ["part", "whole_a", "whole_b"]))
    }

    @Test func functionsAndQuotedTextAreNoIdentifiers() {
        let inner = Metric(
            math: "MAX([m, METRICS(\"m\")])", [.init("m", app.gauge("a"))], label: "m", unit: .count)
        let outer = Metric(math: "m / n", [.init("m", inner), .init("n", app.gauge("b"))], label: "x", unit: .count)
        #expect(math(outer) == ("(MAX([m_m, METRICS(\"m\")])) / n", ["m_m", "n"]))
    }

    @Test func allPartsAreTakenAtTheSamePeriods() {
        let rate = app.count("errors").percent(of: app.count("requests").every(.minutes(5)))
        guard case .math(_, let parts) = rate.source else { return }
        #expect(parts.map(\.metric.period) == [.minutes(1), .minutes(1)])
    }

    @Test func identifiersBeginWithASmallLetter() {
        let topic = AlertTopic("oncall", subscribers: ["people": .email("a@b.c")])
        func alarm(_ id: String) -> Alarm {
            Alarm(
                "a", on: Metric(math: "2 * \(id)", [.init(id, app.gauge("a"))], label: "x", unit: .count), above: 1,
                notify: topic)
        }
        #expect(alarm("Errors").check() == [.illegalIdentifier("Errors", "a")])
        #expect(alarm("m-1").check().count == 1)
        #expect(alarm("m_1").check().isEmpty)
    }

    @Test func anAlarmTakesTenMetrics() {
        let topic = AlertTopic("oncall", subscribers: ["people": .email("a@b.c")])
        func alarm(_ count: Int) -> Alarm {
            let parts = (1...count).map { Metric.Part("m\($0)", app.gauge("a\($0)")) }
            return Alarm(
                "a", on: Metric(math: "SUM(METRICS())", parts, label: "x", unit: .count), above: 1, notify: topic)
        }
        #expect(alarm(11).check() == [.tooManyMetrics("a", 11)])
        #expect(alarm(10).check().isEmpty)
    }

    @Test func unhealthyTargetsAreAShareOfAll() {
        let metrics = LoadBalancer.Metrics(balancer: "app/web", group: "targetgroup/web")
        #expect(math(metrics.unhealthyShare).text == "100 * part / (whole_a + whole_b)")
    }
}
