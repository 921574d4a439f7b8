import TerraneAWS
import TerraneCore
import Testing

/// The rows of scaling, in both dialects.
struct ScalingRowsTests {
    private static let target = AutoScaling.ScalableTarget("target", resourceID: "service/koemo/web", between: 2...8)

    @Test func aScalableTarget() {
        let resource = ScalingRowsTests.target
        #expect(
            bilingual(resource) == """
                service_namespace | ServiceNamespace = "ecs"
                resource_id | ResourceId = "service/koemo/web"
                scalable_dimension | ScalableDimension = "ecs:service:DesiredCount"
                min_capacity | MinCapacity = 2
                max_capacity | MaxCapacity = 8
                """)
    }

    @Test func aPolicyThatTracksATarget() {
        let resource = AutoScaling.ScalingPolicy(
            "cpu", of: ScalingRowsTests.target,
            .targetTracking(metric: .memory, value: 70, scaleOut: .minutes(1), scaleIn: .minutes(5)))
        #expect(
            bilingual(resource) == """
                name | PolicyName = "cpu"
                service_namespace = "ecs" | -
                scalable_dimension = "ecs:service:DesiredCount" | -
                resource_id | ScalingTargetId = <target: resource_id, Ref>
                policy_type | PolicyType = "TargetTrackingScaling"
                target_tracking_scaling_policy_configuration/target_value | TargetTrackingScalingPolicyConfiguration/TargetValue = 70.0
                target_tracking_scaling_policy_configuration/scale_out_cooldown | TargetTrackingScalingPolicyConfiguration/ScaleOutCooldown = 60
                target_tracking_scaling_policy_configuration/scale_in_cooldown | TargetTrackingScalingPolicyConfiguration/ScaleInCooldown = 300
                target_tracking_scaling_policy_configuration/predefined_metric_specification/predefined_metric_type | TargetTrackingScalingPolicyConfiguration/PredefinedMetricSpecification/PredefinedMetricType = "ECSServiceAverageMemoryUtilization"
                """)
    }

    @Test func aStepUp() {
        let resource = AutoScaling.ScalingPolicy("up", of: ScalingRowsTests.target, .step(by: 2, cooldown: .minutes(1)))
        #expect(
            bilingual(resource) == """
                name | PolicyName = "up"
                service_namespace = "ecs" | -
                scalable_dimension = "ecs:service:DesiredCount" | -
                resource_id | ScalingTargetId = <target: resource_id, Ref>
                policy_type | PolicyType = "StepScaling"
                step_scaling_policy_configuration/adjustment_type | StepScalingPolicyConfiguration/AdjustmentType = "ChangeInCapacity"
                step_scaling_policy_configuration/cooldown | StepScalingPolicyConfiguration/Cooldown = 60
                step_scaling_policy_configuration/metric_aggregation_type | StepScalingPolicyConfiguration/MetricAggregationType = "Average"
                step_scaling_policy_configuration/step_adjustment[0]/scaling_adjustment | StepScalingPolicyConfiguration/StepAdjustments[0]/ScalingAdjustment = 2
                step_scaling_policy_configuration/step_adjustment[0]/metric_interval_lower_bound | StepScalingPolicyConfiguration/StepAdjustments[0]/MetricIntervalLowerBound = 0
                """)
    }

    @Test func aStepDown() {
        let resource = AutoScaling.ScalingPolicy(
            "down", of: ScalingRowsTests.target, .step(by: -1, cooldown: .minutes(5)))
        #expect(
            bilingual(resource) == """
                name | PolicyName = "down"
                service_namespace = "ecs" | -
                scalable_dimension = "ecs:service:DesiredCount" | -
                resource_id | ScalingTargetId = <target: resource_id, Ref>
                policy_type | PolicyType = "StepScaling"
                step_scaling_policy_configuration/adjustment_type | StepScalingPolicyConfiguration/AdjustmentType = "ChangeInCapacity"
                step_scaling_policy_configuration/cooldown | StepScalingPolicyConfiguration/Cooldown = 300
                step_scaling_policy_configuration/metric_aggregation_type | StepScalingPolicyConfiguration/MetricAggregationType = "Average"
                step_scaling_policy_configuration/step_adjustment[0]/scaling_adjustment | StepScalingPolicyConfiguration/StepAdjustments[0]/ScalingAdjustment = -1
                step_scaling_policy_configuration/step_adjustment[0]/metric_interval_upper_bound | StepScalingPolicyConfiguration/StepAdjustments[0]/MetricIntervalUpperBound = 0
                """)
    }

    @Test func aScheduledActionIsAResourceOfTerraformAndAPartInCloudFormation() {
        let resource = AutoScaling.ScheduledAction(
            "night", of: ScalingRowsTests.target, at: .at(22, 30, on: .weekdays, in: "Asia/Tokyo"), between: 1...2)
        #expect(
            bilingual(resource) == """
                service_namespace = "ecs" | -
                resource_id = <target: resource_id, Ref> | -
                scalable_dimension = "ecs:service:DesiredCount" | -
                name | ScheduledActions[0]/ScheduledActionName = "night"
                schedule | ScheduledActions[0]/Schedule = "cron(30 22 ? * MON-FRI *)"
                timezone | ScheduledActions[0]/Timezone = "Asia/Tokyo"
                scalable_target_action/min_capacity | ScheduledActions[0]/ScalableTargetAction/MinCapacity = 1
                scalable_target_action/max_capacity | ScheduledActions[0]/ScalableTargetAction/MaxCapacity = 2
                """)
    }
}
