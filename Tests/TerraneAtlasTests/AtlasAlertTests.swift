import TerraneAWS
import TerraneCore
import Testing

@testable import TerraneAtlas

struct AtlasAlertTests {
    @Test func anAlertWatchesAMetricOfTheProject() {
        let alert = AtlasAlert(
            "connections", in: Fixture.project, on: .connections, above: .percent(90), notify: .email("a@b.c"),
            .projectOwners)
        let rows = table(of: "connections", in: alert)
        #expect(rows?.terraform["metric_threshold_config/metric_name"] == .string("CONNECTIONS_PERCENT"))
        #expect(rows?.cloudFormation["MetricThreshold/Threshold"] == .number(90))
        #expect(rows?.cloudFormation["SeverityOverride"] == .string("CRITICAL"))
        #expect(rows?.terraform["notification[0]/email_address"] == .string("a@b.c"))
        #expect(rows?.cloudFormation["Notifications[1]/TypeName"] == .string("GROUP"))
    }

    @Test func onlyTerraformTurnsAnAlertOn() {
        let alert = AtlasAlert("disk", in: Fixture.project, on: .diskSpace, above: .percent(80), notify: .projectOwners)
        let rows = table(of: "disk", in: alert)
        #expect(rows?.terraform["enabled"] == .boolean(true))
        #expect(rows?.cloudFormation["Enabled"] == nil)
    }

    @Test func timeIsToldInMilliseconds() {
        let alert = AtlasAlert(
            "lag", in: Fixture.project, on: .replicationLag, above: .seconds(30), notify: .organizationOwners)
        let rows = table(of: "lag", in: alert)
        #expect(rows?.terraform["metric_threshold_config/units"] == .string("MILLISECONDS"))
        #expect(rows?.terraform["metric_threshold_config/threshold"] == .number(30000))
        #expect(alert.check().isEmpty)
    }

    @Test func aThresholdOfAnotherKindIsAnError() {
        let alert = AtlasAlert("a", in: Fixture.project, on: .connections, above: 90, notify: .projectOwners)
        #expect(alert.check() == [.atlasThreshold("a", 90, .connections)])
    }

    @Test func anAlertThatTellsNobodyIsAnError() {
        let alert = AtlasAlert("a", in: Fixture.project, on: .cpu, below: .percent(5))
        #expect(alert.check() == [.atlasAlertTellsNobody("a")])
    }

    @Test func anAlertRepeatsItselfEveryFiveMinutesAtMost() {
        let often = AlertNotification(.email("a@b.c"), every: .minutes(4))
        let alert = AtlasAlert("a", in: Fixture.project, on: .cpu, above: .percent(80), notify: often)
        #expect(alert.check() == [.atlasAlertInterval("a")])
        let seldom = AlertNotification(.email("a@b.c"), every: .minutes(5))
        #expect(
            AtlasAlert("a", in: Fixture.project, on: .cpu, above: .percent(80), notify: seldom).check().isEmpty)
    }
}
