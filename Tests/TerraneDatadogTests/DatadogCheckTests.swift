import TerraneCore
import Testing

@testable import TerraneDatadog

/// Each mistake, and beside it what is legal.
struct DatadogCheckTests {
    private func monitor(
        _ metric: String = "api.errors", from scope: [DatadogTag] = [], over length: TimeSpan = .minutes(5),
        warning: Double? = nil, tags: [DatadogTag] = [], notify handle: DatadogNotification = .slack("oncall")
    ) -> DatadogMonitor {
        DatadogMonitor(
            "a", titled: "A", on: .sum(metric, from: scope), over: length, above: 100, warning: warning, message: "m",
            tags: tags, notify: handle)
    }

    @Test func whatDatadogTakesIsNoError() {
        #expect(monitor(from: ["env:production"], warning: 80, tags: ["team:a/b-c.d"]).check().isEmpty)
    }

    @Test func metricsHaveLegalNames() {
        #expect(monitor("api errors").check() == [.datadogMetric("a", "api errors")])
        #expect(monitor("5xx").check().count == 1)
        #expect(monitor("").check().count == 1)
        #expect(monitor("api.errors_5xx").check().isEmpty)
    }

    @Test func tagsHaveLegalNames() {
        #expect(monitor(from: ["env: production"]).check() == [.datadogTag("a", "env: production")])
        #expect(monitor(tags: ["1:x"]).check() == [.datadogTag("a", "1:x")])
        #expect(monitor(tags: ["env:"]).check().count == 1)
    }

    @Test func aWarningComesBeforeTheAlert() {
        #expect(monitor(warning: 100).check() == [.datadogWarningAfterAlert("a", 100, 100)])
        let below = DatadogMonitor(
            "b", titled: "B", on: .average("hosts"), over: .minutes(5), below: 2, warning: 1, message: "m",
            notify: .pagerDuty)
        #expect(below.check() == [.datadogWarningAfterAlert("b", 1, 2)])
    }

    @Test func aWindowIsWholeMinutesUpToAWeek() {
        #expect(monitor(over: .seconds(90)).check() == [.datadogWindow("a")])
        #expect(monitor(over: .seconds(30)).check().count == 1)
        #expect(monitor(over: .days(8)).check().count == 1)
        #expect(monitor(over: .weeks(1)).check().isEmpty)
    }

    @Test func silenceIsGivenTwoWindows() {
        #expect(monitor().tellingOfMissingData(after: .minutes(9)).check() == [.datadogSilence("a")])
        #expect(monitor().tellingOfMissingData(after: .minutes(10)).check().isEmpty)
    }

    @Test func somebodyIsTold() {
        let silent = DatadogMonitor(
            "a", titled: "A", on: .sum("api.errors"), over: .minutes(5), above: 1, message: "m")
        #expect(silent.check() == [.datadogMonitorTellsNobody("a")])
        #expect(monitor(notify: .slack("#oncall")).check() == [.datadogHandle("a", "@slack-#oncall")])
        #expect(monitor(notify: .slack("on call")).check().count == 1)
        #expect(monitor(notify: .slack("")).check().count == 1)
    }

    @Test func anObjectiveAimsBelowAHundred() {
        func objective(_ target: Double, warning: Double? = nil) -> [Diagnostic] {
            Datadog.ServiceLevelObjective(
                "o", titled: "O", good: .sum("good"), of: .sum("all"), over: .week, target: .percent(target),
                warning: warning.map { .percent($0) }
            ).check()
        }
        #expect(objective(100) == [.objectiveTarget("o", .percent(100))])
        #expect(objective(99.9, warning: 99.5) == [.objectiveWarning("o")])
        #expect(objective(99.9, warning: 99.95).isEmpty)
    }

    @Test func aWindowCanBeSummed() {
        #expect(monitor().aggregated(by: .sum).query == "sum(last_5m):sum:api.errors{*} > 100")
    }
}
