import Foundation
import TerraneAWS
import TerraneCore
import TerraneTesting
import Testing

@testable import TerraneDatadog

/// Monitors and objectives as both targets get them.
struct DatadogMonitorTests {
    private struct Watch: Stack {
        let name: Name = "watch"
        let environment = DeploymentEnvironment.production
        let region = Region.tokyo

        var body: Content {
            DatadogMonitor(
                "errors", titled: "High Error Rate", on: .sum("api.errors", from: ["env:production"]),
                over: .minutes(5), above: 100, warning: 80, message: "Too many requests fail", severity: .critical,
                tags: ["env:production"], notify: .slack("oncall"), .pagerDuty
            )
            .priority(.p1).tellingOfMissingData(after: .minutes(10)).evaluating(after: .minutes(15))
            .renotifying(every: .minutes(30), times: 3, escalation: "Still failing", to: .team("platform"))
            Datadog.ServiceLevelObjective(
                "availability", titled: "Availability", description: "Answers that are no error",
                good: .sum("api.good").asCount, of: .sum("api.all").asCount, over: .month, target: .percent(99.9),
                warning: .percent(99.95), tags: ["team:platform"])
        }
    }

    @Test func terraformIsGivenNoKey() async {
        let watch = await CompiledStack(Watch())
        #expect(watch.diagnostics.isEmpty)
        #expect(watch.text("terraform/providers.tf")?.contains("provider \"datadog\" {}") == true)
        #expect(watch.text("terraform/variables.tf") == nil)
    }

    @Test func aMonitorInTerraform() async {
        let text = await CompiledStack(Watch()).text("terraform/monitoring.tf")
        let expected = """
            resource "datadog_monitor" "errors" {
              name                 = "High Error Rate"
              type                 = "metric alert"
              query                = "avg(last_5m):sum:api.errors{env:production} > 100"
              message              = "Too many requests fail\\n@slack-oncall @pagerduty"
              tags                 = ["env:production", "severity:critical"]
              priority             = "1"
              notify_no_data       = true
              no_data_timeframe    = 10
              renotify_interval    = 30
              renotify_occurrences = 3
              escalation_message   = "Still failing @team-platform"
              evaluation_delay     = 900
              require_full_window  = false

              monitor_thresholds {
                critical = "100"
                warning  = "80"
              }
            }
            """
        #expect(text?.contains(expected) == true)
    }

    @Test func anObjectiveInTerraform() async {
        let text = await CompiledStack(Watch()).text("terraform/monitoring.tf")
        let expected = """
            resource "datadog_service_level_objective" "availability" {
              name        = "Availability"
              type        = "metric"
              description = "Answers that are no error"
              tags        = ["team:platform"]

              query {
                numerator   = "sum:api.good{*}.as_count()"
                denominator = "sum:api.all{*}.as_count()"
              }

              thresholds {
                timeframe = "30d"
                target    = 99.9
                warning   = 99.95
              }
            }
            """
        #expect(text?.contains(expected) == true)
    }

    @Test func bothInCloudFormation() async throws {
        let text = try #require(await CompiledStack(Watch()).text("cloudformation/ap-northeast-1.template.json"))
        let template = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let resources = try #require(template["Resources"] as? [String: [String: Any]])
        let monitor = try #require(resources["Errors"]?["Properties"] as? NSDictionary)
        #expect(resources["Errors"]?["Type"] as? String == "Datadog::Monitors::Monitor")
        #expect(
            monitor == [
                "Name": "High Error Rate", "Type": "metric alert",
                "Query": "avg(last_5m):sum:api.errors{env:production} > 100",
                "Message": "Too many requests fail\n@slack-oncall @pagerduty",
                "Tags": ["env:production", "severity:critical"], "Priority": 1,
                "Options": [
                    "Thresholds": ["Critical": 100, "Warning": 80], "NotifyNoData": true, "NoDataTimeframe": 10,
                    "RenotifyInterval": 30, "RenotifyOccurrences": 3,
                    "EscalationMessage": "Still failing @team-platform", "EvaluationDelay": 900,
                    "RequireFullWindow": false,
                ],
            ])
        #expect(resources["Availability"]?["Type"] as? String == "Datadog::SLOs::SLO")
        let objective = try #require(resources["Availability"]?["Properties"] as? NSDictionary)
        #expect(
            objective == [
                "Name": "Availability", "Type": "metric", "Description": "Answers that are no error",
                "Tags": ["team:platform"],
                "Query": ["Numerator": "sum:api.good{*}.as_count()", "Denominator": "sum:api.all{*}.as_count()"],
                "Thresholds": [["Timeframe": "30d", "Target": 99.9, "Warning": 99.95]],
            ])
    }
}
