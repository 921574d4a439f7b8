import Terrane

private typealias Parts = ComputeParts

extension Mistake {
    static var scaling: [Mistake] { [bounds, stepsApart, oneColour, requestLabel, desired, days, rate] }

    private static func target(
        _ least: Int, _ most: Int, file: String = #fileID, line: Int = #line
    ) -> RawResource {
        RawResource("target", type: AutoScaling.ScalableTarget.type, file: file, line: line) {
            row("service_namespace", "ServiceNamespace", "ecs")
            row("resource_id", "ResourceId", "service/shop/api")
            row("scalable_dimension", "ScalableDimension", "ecs:service:DesiredCount")
            row("min_capacity", "MinCapacity", least)
            row("max_capacity", "MaxCapacity", most)
        }
    }

    private static var bounds: Mistake {
        Mistake(
            "ValidationException: Maximum capacity cannot be less than minimum capacity",
            "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html", .graph,
            caughtBy: "scaling-bounds"
        ) {
            target(5, 2)  // mistake
        } legal: {
            target(2, 5)
        }
    }

    private static func policy(
        _ type: String, file: String = #fileID, line: Int = #line, @PropertiesBuilder _ rows: () -> Properties
    ) -> RawResource {
        let rows = rows()
        let id: Value<String> = target(2, 5).attribute("resource_id", .ref)
        return RawResource("policy", type: AutoScaling.ScalingPolicy.type, file: file, line: line) {
            row("name", "PolicyName", "shop-policy")
            terraformOnly("service_namespace", "ecs", because: "CloudFormation takes it from the target")
            terraformOnly(
                "scalable_dimension", "ecs:service:DesiredCount", because: "CloudFormation takes it from the target")
            row("resource_id", "ScalingTargetId", id)
            row("policy_type", "PolicyType", type)
            rows
        }
    }

    private static func steps(_ bounds: [(Int?, Int?)]) -> Row {
        nested("step_scaling_policy_configuration", "StepScalingPolicyConfiguration") {
            row("adjustment_type", "AdjustmentType", "ChangeInCapacity")
            repeated("step_adjustment", "StepAdjustments", bounds) { bound in
                row("scaling_adjustment", "ScalingAdjustment", 1)
                row("metric_interval_lower_bound", "MetricIntervalLowerBound", bound.0)
                row("metric_interval_upper_bound", "MetricIntervalUpperBound", bound.1)
            }
        }
    }

    private static var stepsApart: Mistake {
        Mistake(
            "ValidationException: There must not be gaps or overlaps between the steps of a step policy",
            "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_StepAdjustment.html", .graph,
            caughtBy: "steps-apart"
        ) {
            target(2, 5)
            policy("StepScaling") { steps([(0, 10), (20, nil)]) }  // mistake
        } legal: {
            target(2, 5)
            policy("StepScaling") { steps([(0, 10), (10, nil)]) }
        }
    }

    private static let colours = BlueGreenTargets(
        ELB.TargetGroup("targets", in: Parts.network.vpc, port: 8080, healthCheck: .http("/health")),
        shiftedBy: .codeDeploy)
    private static let firewall = Firewall("guard", rules: .standard)
    private static let balancer = LoadBalancer(
        "web", in: Parts.network, certificate: "arn:aws:acm:ap-northeast-1:111122223333:certificate/a",
        to: .blueGreen(colours), protectedBy: firewall)
    private static func shifted(_ rule: RequestTracking) -> FargateService {
        Parts.backend { Container("api", image: .named("nginx"), port: 8080) }
            .behind(balancer.target).deployed(.blueGreen()).scaling(2...5) { rule }
    }

    private static var oneColour: Mistake {
        Mistake(
            "A policy on ALBRequestCountPerTarget gets insufficient data once the other target group serves",
            "https://github.com/aws/containers-roadmap/issues/1681", .element, caughtBy: "requests-of-one-colour"
        ) {
            Parts.network
            Parts.cluster
            firewall
            balancer
            shifted(
                RequestTracking(1000, through: balancer, to: colours.blue)  // mistake
            )
        } legal: {
            Parts.network
            Parts.cluster
            firewall
            balancer
            Parts.online(shifted(RequestTracking(1000, through: balancer, to: colours)))
            Connection(from: balancer, to: shifted(RequestTracking(1000, through: balancer, to: colours)))
        }
    }

    private static func tracking(_ label: String?) -> Row {
        nested("target_tracking_scaling_policy_configuration", "TargetTrackingScalingPolicyConfiguration") {
            row("target_value", "TargetValue", 1000)
            nested("predefined_metric_specification", "PredefinedMetricSpecification") {
                row("predefined_metric_type", "PredefinedMetricType", "ALBRequestCountPerTarget")
                row("resource_label", "ResourceLabel", label)
            }
        }
    }

    private static var requestLabel: Mistake {
        Mistake(
            "ValidationException: You must specify the resource label for the ALBRequestCountPerTarget metric",
            "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
            .graph, caughtBy: "requests-of-nobody"
        ) {
            target(2, 5)
            policy("TargetTrackingScaling") { tracking(nil) }  // mistake
        } legal: {
            target(2, 5)
            policy("TargetTrackingScaling") { tracking("app/web/0123456789abcdef/targetgroup/api/0123456789abcdef") }
        }
    }

    private static func starting(_ count: Int, file: String = #fileID, line: Int = #line) -> FargateService {
        Parts.backend(file: file, line: line) { Container("api", image: .named("nginx")) }
            .scaling(2...5, startingWith: count) { TargetTracking(.cpu, at: .percent(70)) }
    }

    private static var desired: Mistake {
        Mistake(
            "The desired count is outside the minimum and maximum, and is changed as soon as scaling begins",
            "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html", .graph,
            caughtBy: "desired-outside-bounds"
        ) {
            Parts.network
            Parts.cluster
            starting(1)  // mistake
        } legal: {
            Parts.network
            Parts.cluster
            Parts.online(starting(3))
        }
    }

    private static func rule(_ schedule: String, file: String = #fileID, line: Int = #line) -> RawResource {
        let type = ResourceType(
            terraform: "aws_cloudwatch_event_rule", cloudFormation: "AWS::Events::Rule", area: .compute)
        return RawResource("nightly", type: type, file: file, line: line) {
            row("name", "Name", "shop-nightly")
            row("schedule_expression", "ScheduleExpression", schedule)
        }
    }

    private static var days: Mistake {
        Mistake(
            "ValidationException: Parameter ScheduleExpression is not valid (both days of a cron expression)",
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cron-expressions.html", .graph,
            caughtBy: "schedule"
        ) {
            rule("cron(0 9 * * * *)")  // mistake
        } legal: {
            rule("cron(0 9 * * ? *)")
        }
    }

    private static var rate: Mistake {
        Mistake(
            "ValidationException: Parameter ScheduleExpression is not valid (rate of one in the plural)",
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html", .graph,
            caughtBy: "schedule"
        ) {
            rule("rate(1 hours)")  // mistake
        } legal: {
            rule("rate(1 hour)")
        }
    }
}
