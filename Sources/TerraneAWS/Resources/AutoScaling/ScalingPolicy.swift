public import TerraneCore

extension AutoScaling {
    /// When and how far a scalable target is changed.
    public struct ScalingPolicy: Resource {
        public enum Rule: Hashable, Sendable {
            /// Keeps a metric at a value.
            case targetTracking(
                metric: PredefinedMetric, of: Value<String>? = nil, value: Double, scaleOut: TimeSpan, scaleIn: TimeSpan
            )
            /// Keeps a metric that Application Auto Scaling does not know by name at a value ("Create a target tracking
            /// scaling policy for Application Auto Scaling using metric math", Application Auto Scaling User Guide). Its
            /// periods are a minute long.
            case customTracking(metric: Metric, value: Double, scaleOut: TimeSpan, scaleIn: TimeSpan)
            /// Changes by a number of tasks when an alarm says so.
            case step(by: Int, cooldown: TimeSpan)
        }

        /// Metrics that Application Auto Scaling knows by name.
        public enum PredefinedMetric: String, Hashable, Sendable, ExpressionConvertible {
            case cpu = "ECSServiceAverageCPUUtilization"
            case memory = "ECSServiceAverageMemoryUtilization"
            case requestsPerTarget = "ALBRequestCountPerTarget"
            case readerCPU = "RDSReaderAverageCPUUtilization"
        }

        public static let type = ResourceType(
            terraform: "aws_appautoscaling_policy", cloudFormation: "AWS::ApplicationAutoScaling::ScalingPolicy",
            area: .compute)

        public var declaration: Declaration
        public var policyName: String
        public var target: ScalableTarget
        public var rule: Rule

        public init(
            _ name: Name, policyName: String? = nil, of target: ScalableTarget, _ rule: Rule, file: String = #fileID,
            line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.policyName = policyName ?? name.dashed
            self.target = target
            self.rule = rule
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }

        public var properties: Properties {
            row("name", "PolicyName", policyName)
            terraformOnly(
                "service_namespace", target.dimension.service,
                because: "CloudFormation takes it from the scalable target")
            terraformOnly(
                "scalable_dimension", target.dimension,
                because: "CloudFormation takes it from the scalable target")
            row("resource_id", "ScalingTargetId", target.id)
            switch rule {
            case .targetTracking(let metric, let label, let value, let scaleOut, let scaleIn):
                tracking(value, scaleOut, scaleIn) {
                    nested("predefined_metric_specification", "PredefinedMetricSpecification") {
                        row("predefined_metric_type", "PredefinedMetricType", metric)
                        row("resource_label", "ResourceLabel", label)
                    }
                }
            case .customTracking(let metric, let value, let scaleOut, let scaleIn):
                tracking(value, scaleOut, scaleIn) {
                    nested("customized_metric_specification", "CustomizedMetricSpecification") {
                        repeated("metrics", "Metrics", metric.queries, \.trackedProperties)
                    }
                }
            case .step(let change, let cooldown):
                row("policy_type", "PolicyType", "StepScaling")
                nested("step_scaling_policy_configuration", "StepScalingPolicyConfiguration") {
                    row("adjustment_type", "AdjustmentType", "ChangeInCapacity")
                    row("cooldown", "Cooldown", cooldown.inSeconds)
                    row("metric_aggregation_type", "MetricAggregationType", "Average")
                    repeated("step_adjustment", "StepAdjustments", [change]) { step in
                        row("scaling_adjustment", "ScalingAdjustment", step)
                        if step > 0 {
                            row("metric_interval_lower_bound", "MetricIntervalLowerBound", 0)
                        } else {
                            row("metric_interval_upper_bound", "MetricIntervalUpperBound", 0)
                        }
                    }
                }
            }
        }

        @PropertiesBuilder private func tracking(
            _ value: Double, _ scaleOut: TimeSpan, _ scaleIn: TimeSpan,
            @PropertiesBuilder metric: () -> Properties
        ) -> Properties {
            row("policy_type", "PolicyType", "TargetTrackingScaling")
            nested("target_tracking_scaling_policy_configuration", "TargetTrackingScalingPolicyConfiguration") {
                row("target_value", "TargetValue", value)
                row("scale_out_cooldown", "ScaleOutCooldown", scaleOut.inSeconds)
                row("scale_in_cooldown", "ScaleInCooldown", scaleIn.inSeconds)
                metric()
            }
        }
    }

    /// A change of a target's bounds at a time of day.
    public struct ScheduledAction: Resource {
        public static let type = ResourceType(
            terraform: .type("aws_appautoscaling_scheduled_action"),
            cloudFormation: .part(of: "AWS::ApplicationAutoScaling::ScalableTarget"), area: .compute)

        public var declaration: Declaration
        public var actionName: String
        public var target: ScalableTarget
        public var schedule: Schedule
        public var bounds: ClosedRange<Int>

        public init(
            _ name: Name, actionName: String? = nil, of target: ScalableTarget, at schedule: Schedule,
            between bounds: ClosedRange<Int>, file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.actionName = actionName ?? name.dashed
            self.target = target
            self.schedule = schedule
            self.bounds = bounds
        }

        public var owner: Name? { target.name }

        public var properties: Properties {
            terraformOnly(
                "service_namespace", target.dimension.service,
                because: "it is a property of the target in CloudFormation")
            terraformOnly("resource_id", target.id, because: "it is a property of the target in CloudFormation")
            terraformOnly(
                "scalable_dimension", target.dimension,
                because: "it is a property of the target in CloudFormation")
            repeated("", "ScheduledActions", [self]) { action in
                row("name", "ScheduledActionName", action.actionName)
                row("schedule", "Schedule", action.schedule.cron)
                row("timezone", "Timezone", action.schedule.timeZone)
                nested("scalable_target_action", "ScalableTargetAction") {
                    row("min_capacity", "MinCapacity", action.bounds.lowerBound)
                    row("max_capacity", "MaxCapacity", action.bounds.upperBound)
                }
            }
        }
    }
}
