import TerraneAWS
import TerraneCore

extension Checks {
    /// Bounds are the right way round, and the steps of a policy follow each other without a gap ("RegisterScalableTarget", "Step
    /// scaling policies", Application Auto Scaling API Reference and User Guide).
    static func checkScaling(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(AutoScaling.ScalableTarget.self).flatMap { target in
            checkBounds(target["min_capacity"], target["max_capacity"], of: target) + checkDesired(target, inventory)
        }
            + inventory.all(AutoScaling.ScheduledAction.self).flatMap { action in
                checkBounds(
                    action["scalable_target_action/min_capacity"], action["scalable_target_action/max_capacity"],
                    of: action)
            } + inventory.all(AutoScaling.ScalingPolicy.self).flatMap { checkSteps($0) + checkTracking($0) }
    }

    private static func checkBounds(_ least: Fact, _ most: Fact, of item: Inventory.Item) -> [Diagnostic] {
        guard !item.isCheckedByItsComponent else { return [] }
        if let least = least.integer, let most = most.integer, least > most {
            return [.scalingBounds(item, least, most)]
        }
        return [least.integer, most.integer].contains { $0.map { $0 < 0 } ?? false } ? [.negativeCapacity(item)] : []
    }

    /// A service begins with a number between the bounds; with another it is changed at once.
    private static func checkDesired(_ target: Inventory.Item, _ inventory: Inventory) -> [Diagnostic] {
        guard let least = target["min_capacity"].integer, let most = target["max_capacity"].integer, least <= most,
            let service = target.values("resource_id").first?.referredNames.lazy.compactMap({ inventory[$0] })
                .first(where: { $0.type == "aws_ecs_service" }),
            let desired = service["desired_count"].integer, !(least...most).contains(desired)
        else { return [] }
        return [.desiredOutsideBounds(service, desired, least, most, target)]
    }

    private static func checkSteps(_ policy: Inventory.Item) -> [Diagnostic] {
        let blocks = policy.parts("step_scaling_policy_configuration/step_adjustment")
        guard !blocks.isEmpty else { return [] }
        var steps: [(lower: Double, upper: Double)] = []
        for block in blocks {
            let (lower, upper) = (block["metric_interval_lower_bound"], block["metric_interval_upper_bound"])
            guard !lower.isLate, !upper.isLate else { return [] }
            steps.append((lower.number ?? -.infinity, upper.number ?? .infinity))
        }
        steps.sort { $0.lower < $1.lower }
        for (step, next) in zip(steps, steps.dropFirst()) where step.upper != next.lower {
            return [.stepsApart(policy, overlap: step.upper > next.lower)]
        }
        guard let first = steps.first, let last = steps.last else { return [] }
        let startsOpen = first.lower == -.infinity || first.lower >= 0
        let endsOpen = last.upper == .infinity || last.upper <= 0
        return steps.allSatisfy { $0.lower < $0.upper } && startsOpen && endsOpen ? [] : [.stepsEnd(policy)]
    }

    /// "PredefinedMetricSpecification", Application Auto Scaling API Reference.
    private static func checkTracking(_ policy: Inventory.Item) -> [Diagnostic] {
        guard let tracking = policy.parts("target_tracking_scaling_policy_configuration").first else { return [] }
        let metric = tracking["predefined_metric_specification/predefined_metric_type"].text
        if metric == "ALBRequestCountPerTarget",
            tracking["predefined_metric_specification/resource_label"].isAbsent
        {
            return [.requestsOfNobody(policy)]
        }
        guard !policy.isCheckedByItsComponent, let value = tracking["target_value"].number else { return [] }
        let isShare = metric?.hasSuffix("Utilization") == true
        return value <= 0 || (isShare && value > 100) ? [.unreachableTarget(policy, value)] : []
    }
}

extension Diagnostic {
    static func scalingBounds(_ item: Inventory.Item, _ least: Int, _ most: Int) -> Diagnostic {
        .error(
            "\(item.label) scales from \(least) to \(most)",
            help: "The smallest number comes first: `min_capacity` is at most `max_capacity`.", at: item.source)
    }

    static func negativeCapacity(_ item: Inventory.Item) -> Diagnostic {
        .error("\(item.label) scales to fewer than none", help: "Begin the range at 0 or more.", at: item.source)
    }

    static func desiredOutsideBounds(
        _ service: Inventory.Item, _ desired: Int, _ least: Int, _ most: Int, _ target: Inventory.Item
    ) -> Diagnostic {
        .warning(
            "service \(service.label) begins with \(desired) tasks, and scales between \(least) and \(most)",
            help: "It is brought between them at once: begin with a number that they hold.", at: service.source,
            notes: [Note("the bounds are declared here", at: target.source)])
    }

    static func stepsApart(_ policy: Inventory.Item, overlap: Bool) -> Diagnostic {
        .error(
            "two steps of scaling policy \(policy.label) \(overlap ? "overlap" : "leave a gap between them")",
            help: "Each step begins where the one below it ends.", at: policy.source)
    }

    static func stepsEnd(_ policy: Inventory.Item) -> Diagnostic {
        .error(
            "the steps of scaling policy \(policy.label) do not reach far enough",
            help: "The highest step above the alarm has no upper bound, the lowest below it no lower one.",
            at: policy.source)
    }

    static func requestsOfNobody(_ policy: Inventory.Item) -> Diagnostic {
        .error(
            "scaling policy \(policy.label) follows requests, and does not say whose",
            help: "Name the load balancer and the target group in `resource_label`.", at: policy.source)
    }

    static func unreachableTarget(_ policy: Inventory.Item, _ value: Double) -> Diagnostic {
        .error(
            "scaling policy \(policy.label) cannot keep its metric at \(value)",
            help: "The target is over 0, and for a share in percent at most 100.", at: policy.source)
    }
}
