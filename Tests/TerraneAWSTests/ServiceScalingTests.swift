import TerraneCore
import Testing

@testable import TerraneAWS

struct ServiceScalingTests {
    private func service(_ bounds: ClosedRange<Int> = 3...10, @ScalingRulesBuilder rules: () -> [ScalingRule])
        -> FargateService
    {
        FargateService(
            "api", in: Network("net", cidr: "10.0.0.0/16", zones: .tokyo(.a, .c)), cluster: FargateCluster("main"),
            size: .quarterCPU(.half)
        ) {
            Container("api", image: .named("nginx"), port: 80)
        }
        .scaling(bounds, rules: rules)
    }

    private var steps: FargateService {
        service {
            CPUStep(.above(.percent(80)), for: .minutes(2), add: 2)
            CPUStep(.above(.percent(90)), for: .minutes(1), add: 3)
            CPUStep(.below(.percent(50)), for: .minutes(5), add: -1)
        }
    }

    @Test func eachStepIsAPolicyAndItsAlarm() {
        #expect(
            listedNames(steps).filter { $0.hasPrefix("api/scaling") } == [
                "api/scaling/target", "api/scaling/cpu-above-80", "api/scaling/cpu-above-80/alarm",
                "api/scaling/cpu-above-90", "api/scaling/cpu-above-90/alarm", "api/scaling/cpu-below-50",
                "api/scaling/cpu-below-50/alarm",
            ])
    }

    @Test(arguments: [
        ("cpu-above-80", "GreaterThanThreshold", 80, 2, 2), ("cpu-above-90", "GreaterThanThreshold", 90, 1, 3),
        ("cpu-below-50", "LessThanThreshold", 50, 5, -1),
    ])
    func aStepHappensAfterItsMinutes(step: String, comparison: String, threshold: Double, minutes: Int, change: Int) {
        let alarm = table(of: "api/scaling/\(step)/alarm", in: steps)
        #expect(alarm?.terraform["comparison_operator"] == .string(comparison))
        #expect(alarm?.cloudFormation["Threshold"] == .number(threshold))
        #expect(alarm?.terraform["period"] == .integer(60) && alarm?.cloudFormation["Period"] == .integer(60))
        #expect(alarm?.terraform["evaluation_periods"] == .integer(minutes))
        #expect(alarm?.cloudFormation["TreatMissingData"] == .string("missing"))
        let policy = table(of: "api/scaling/\(step)", in: steps)
        let left = "step_scaling_policy_configuration/step_adjustment[0]"
        let right = "StepScalingPolicyConfiguration/StepAdjustments[0]"
        #expect(policy?.terraform["\(left)/scaling_adjustment"] == .integer(change))
        #expect(policy?.cloudFormation["\(right)/ScalingAdjustment"] == .integer(change))
        let bound = change > 0 ? "MetricIntervalLowerBound" : "MetricIntervalUpperBound"
        #expect(policy?.cloudFormation["\(right)/\(bound)"] == .integer(0))
    }

    @Test func theAlarmOfAStepCallsItsPolicy() {
        let resources = listedResources(steps)
        let policies = resources.compactMap { $0 as? AutoScaling.ScalingPolicy }
        let alarms = resources.compactMap { $0 as? CloudWatch.MetricAlarm }
        #expect(alarms.map(\.actions) == policies.map { [$0.arn] })
    }

    @Test func targetTrackingKeepsAMetricAtAValue() {
        let tracked = service { TargetTracking(.memory, at: .percent(80)) }
        let rows = table(of: "api/scaling/memory-target", in: tracked)
        let left = "target_tracking_scaling_policy_configuration"
        #expect(rows?.terraform["\(left)/target_value"] == .number(80))
        #expect(
            rows?.terraform["\(left)/predefined_metric_specification/predefined_metric_type"]
                == .string("ECSServiceAverageMemoryUtilization"))
        #expect(rows?.cloudFormation["TargetTrackingScalingPolicyConfiguration/ScaleInCooldown"] == .integer(300))
        #expect(
            rows?.cloudFormation["ServiceNamespace"] == nil && rows?.terraform["service_namespace"] == .string("ecs"))
    }

    @Test func aScheduleIsPartOfTheTargetInCloudFormation() {
        let evening = service(1...2) {
            ScheduledScaling("stop", at: .at(20, on: .weekdays, in: "Asia/Tokyo"), to: 0...0)
        }
        let action = listedResources(evening).first { $0.name == "api/scaling/stop" }
        #expect(action?.owner == "api/scaling/target" && action?.resourceType.cloudFormation.typeName == nil)
        let rows = table(of: "api/scaling/stop", in: evening)
        #expect(rows?.cloudFormation["ScheduledActions[0]/ScalableTargetAction/MaxCapacity"] == .integer(0))
        #expect(rows?.cloudFormation["ScheduledActions[0]/Timezone"] == .string("Asia/Tokyo"))
    }

    @Test func terraformLeavesBoundsThatASchedulesMovesAlone() {
        func ignored(_ service: FargateService) -> [String]? {
            listedResources(service).first { $0.name == "api/scaling/target" }?.declaration.options.ignoredChanges
        }
        let scheduled = service { ScheduledScaling("stop", at: .at(20), to: 0...0) }
        #expect(ignored(scheduled) == ["min_capacity", "max_capacity"])
        #expect(ignored(steps) == [])
    }

    @Test func aThresholdWithAFractionIsALegalName() {
        let half = service { CPUStep(.above(.percent(72.5)), for: .minutes(1), add: 1) }
        let names = listedResources(half).map(\.name)
        #expect(names.contains("api/scaling/cpu-above-72-5") && names.allSatisfy { $0.problem == nil })
    }

    @Test func scalingThatECSTakesIsNoError() {
        #expect(steps.check().isEmpty)
        #expect(service(0...1) { TargetTracking(.cpu, at: .percent(100)) }.check().isEmpty)
    }

    @Test func aStepGoesTheWayOfItsCrossing() {
        #expect(service { CPUStep(.above(.percent(80)), for: .minutes(1), add: -1) }.check().count == 1)
        #expect(service { CPUStep(.below(.percent(50)), for: .minutes(1), add: 1) }.check().count == 1)
        #expect(service { CPUStep(.above(.percent(50)), for: .minutes(1), add: 0) }.check().count == 1)
    }

    @Test func aStepWaitsForWholeMinutes() {
        let found = service { CPUStep(.above(.percent(80)), for: .seconds(90), add: 1, file: "S.swift", line: 3) }
            .check()
        #expect(found == [.stepDuration(.seconds(90)).located(at: SourceLocation(file: "S.swift", line: 3))])
    }

    @Test func aTargetIsAShareOfAHundred() {
        #expect(service { TargetTracking(.cpu, at: .percent(0)) }.check().count == 1)
        #expect(service { TargetTracking(.cpu, at: .percent(101)) }.check().count == 1)
    }

    @Test func thereAreNoNegativeTasks() {
        #expect(service(-1...2) { TargetTracking(.cpu, at: .percent(70)) }.check() == [.negativeTasks("api")])
        #expect(service { ScheduledScaling("x", at: .at(1), to: -1...0) }.check() == [.negativeTasks("api")])
    }

    @Test func metricsAreThoseOfTheServiceInItsCluster() {
        guard case .metric(let namespace, let name, let dimensions) = steps.metrics.runningTasks.source else {
            Issue.record("not a metric")
            return
        }
        #expect(namespace == "ECS/ContainerInsights" && name == "RunningTaskCount")
        #expect(dimensions.map(\.name) == ["ClusterName", "ServiceName"])
    }
}
