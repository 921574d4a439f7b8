import TerraneCore
import Testing

@testable import TerraneDatadog

struct DatadogQueryTests {
    @Test func aMetricIsPutTogetherOverItsSources() {
        #expect(DatadogQuery.sum("api.errors", from: ["env:production"]).text == "sum:api.errors{env:production}")
        #expect(DatadogQuery.average("system.load.1").text == "avg:system.load.1{*}")
        #expect(
            DatadogQuery.maximum("disk.used", from: ["env:a", "team:b"], by: ["host", "device"]).text
                == "max:disk.used{env:a,team:b} by {host,device}")
        #expect(DatadogQuery.sum("hits").asCount.text == "sum:hits{*}.as_count()")
        #expect(DatadogQuery.minimum("hits").asRate.text == "min:hits{*}.as_rate()")
    }

    @Test func arithmeticKeepsItsOrder() {
        let (a, b, c) = (DatadogQuery.average("a"), DatadogQuery.average("b"), DatadogQuery.average("c"))
        #expect((a / b).text == "avg:a{*} / avg:b{*}")
        #expect((a + b * c).text == "avg:a{*} + avg:b{*} * avg:c{*}")
        #expect(((a + b) / c).text == "(avg:a{*} + avg:b{*}) / avg:c{*}")
        #expect((a / b / c).text == "avg:a{*} / avg:b{*} / avg:c{*}")
        #expect((a / (b / c)).text == "avg:a{*} / (avg:b{*} / avg:c{*})")
        #expect((a - (b - c)).text == "avg:a{*} - (avg:b{*} - avg:c{*})")
        #expect((100 * a / 0.5).text == "100 * avg:a{*} / 0.5")
    }

    @Test func aWindowIsWrittenInItsLargestUnit() {
        func text(_ length: TimeSpan) -> String { DatadogQuery.average("a").over(length).text }
        #expect(text(.minutes(5)) == "avg(last_5m):avg:a{*}")
        #expect(text(.hours(4)) == "avg(last_4h):avg:a{*}")
        #expect(text(.days(1)) == "avg(last_1d):avg:a{*}")
        #expect(text(.days(7)) == "avg(last_1w):avg:a{*}")
        #expect(DatadogQuery.sum("a").over(.minutes(90), as: .sum).text == "sum(last_90m):sum:a{*}")
    }

    @Test func handlesAreOneWord() {
        #expect(DatadogNotification.slack("oncall").handle == "@slack-oncall")
        #expect(DatadogNotification.slack("oncall", account: "acme").handle == "@slack-acme-oncall")
        #expect(DatadogNotification.pagerDuty.handle == "@pagerduty")
        #expect(DatadogNotification.pagerDutyService("api").handle == "@pagerduty-api")
        #expect(DatadogNotification.email("a@b.c").handle == "@a@b.c")
        #expect(DatadogNotification.webhook("deploys").handle == "@webhook-deploys")
        #expect(DatadogNotification.team("platform").handle == "@team-platform")
    }
}
