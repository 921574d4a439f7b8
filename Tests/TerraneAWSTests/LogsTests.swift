import TerraneCore
import Testing

@testable import TerraneAWS

struct LogsTests {
    private let group = Logs.LogGroup("logs", groupName: "/ecs/api", retention: .oneMonth)

    @Test func aGroupKeepsItsEventsForADurationThatExists() {
        #expect(DataTable(group).terraform["retention_in_days"] == .integer(30))
        #expect(DataTable(group).cloudFormation["RetentionInDays"] == .integer(30))
    }

    @Test func patternsAreQuoted() {
        #expect(Logs.FilterPattern.term("[ERROR]").text == "\"[ERROR]\"")
        #expect(Logs.FilterPattern.term("say \"no\"").text == "\"say \\\"no\\\"\"")
        #expect(Logs.FilterPattern.anyTerm("ERROR", "FATAL").text == "?\"ERROR\" ?\"FATAL\"")
        #expect(Logs.FilterPattern.json("level", equals: "error").text == "{ $.level = \"error\" }")
    }

    @Test func aFilterCountsIntoAMetric() {
        let filter = Logs.MetricFilter(
            "errors", filterName: "ERROR_FILTER", of: group.id, matching: .term("[ERROR]"), countedAs: "Errors",
            namespace: "KOEMO")
        let rows = DataTable(filter)
        #expect(rows.terraform["pattern"] == rows.cloudFormation["FilterPattern"])
        #expect(rows.terraform["metric_transformation[0]/default_value"] == .string("0"))
        #expect(rows.cloudFormation["MetricTransformations[0]/DefaultValue"] == .integer(0))
        #expect(rows.cloudFormation["MetricTransformations[0]/MetricName"] == .string("Errors"))
        #expect(filter.count.statistic == .sum && filter.count.unit == .count)
    }
}
