import TerraneCore
import Testing

@testable import TerraneAWS

struct TargetGroupTests {
    private func group(
        _ check: ELB.HealthCheck = .http("/health"), draining: TimeSpan = .minutes(5), stickiness: TimeSpan? = nil
    ) -> ELB.TargetGroup {
        ELB.TargetGroup(
            "targets", in: Edge.network.vpc, port: 3000, healthCheck: check, draining: draining, stickiness: stickiness)
    }

    @Test func aHealthCheckIsABlockInTerraformAndPropertiesInCloudFormation() {
        let rows = DataTable(Edge.targets)
        #expect(rows.terraform["health_check/path"] == .string("/health"))
        #expect(rows.cloudFormation["HealthCheckPath"] == .string("/health"))
        #expect(rows.terraform["health_check/unhealthy_threshold"] == .integer(5))
        #expect(rows.cloudFormation["UnhealthyThresholdCount"] == .integer(5))
        #expect(rows.cloudFormation["HealthCheckIntervalSeconds"] == .integer(30))
        #expect(rows.cloudFormation["Matcher/HttpCode"] == .string("200"))
        #expect(rows.terraform["target_type"] == .string("ip"))
    }

    @Test func drainingIsAnArgumentInTerraformAndAnAttributeInCloudFormation() {
        let rows = DataTable(Edge.targets)
        #expect(rows.terraform["deregistration_delay"] == .integer(300))
        #expect(
            rows.cloudFormation["TargetGroupAttributes"]
                == .list([pair("deregistration_delay.timeout_seconds", "300".expression)]))
    }

    @Test func stickinessIsABlockInTerraformAndThreeAttributesInCloudFormation() {
        let rows = DataTable(group(stickiness: .hours(1)))
        #expect(rows.terraform["stickiness/cookie_duration"] == .integer(3600))
        guard case .list(let pairs)? = rows.cloudFormation["TargetGroupAttributes"] else {
            Issue.record("no attributes")
            return
        }
        #expect(pairs.count == 4 && pairs[3] == pair("stickiness.lb_cookie.duration_seconds", "3600".expression))
        #expect(DataTable(group()).terraform["stickiness/type"] == nil)
    }

    @Test func whatAWSTakesIsNoError() {
        #expect(group(.http("/", every: .seconds(5), timeout: .seconds(4)), draining: .seconds(0)).check().isEmpty)
        #expect(group(draining: .hours(1), stickiness: .days(7)).check().isEmpty)
    }

    @Test func aCheckMustBeOverBeforeTheNext() {
        let group = group(.http("/", every: .seconds(10), timeout: .seconds(10)))
        #expect(group.check() == [.healthCheckTimeout("targets", .seconds(10), .seconds(10))])
    }

    @Test func aPathBeginsWithASlash() {
        #expect(group(.http("health")).check() == [.healthCheckPath("targets", "health")])
    }

    @Test func numbersBeyondWhatAWSTakesAreErrors() {
        #expect(group(.http("/", every: .seconds(301))).check().count == 1)
        #expect(group(.http("/", timeout: .seconds(1))).check().count == 1)
        #expect(group(.http("/", healthy: 1)).check().count == 1)
        #expect(group(.http("/", unhealthy: 11)).check().count == 1)
        #expect(
            group(draining: .hours(2)).check()
                == [.outOfRange("the draining time in seconds", of: "targets", 7200, 0...3600)])
        #expect(group(stickiness: .days(8)).check().count == 1)
    }
}
