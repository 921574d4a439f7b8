import TerraneCore

/// How a service scales: between which numbers of tasks, and for which reasons.
struct Scaling: Sendable {
    let bounds: ClosedRange<Int>
    let rules: [ScalingRule]

    /// Whether the bounds themselves change with the time of day.
    var isScheduled: Bool {
        rules.contains { if case .scheduled = $0 { true } else { false } }
    }
}

/// The scaling of a service: the scalable target, a policy for each rule, and the alarms that steps go by.
///
/// Where several policies answer at once, Application Auto Scaling takes the one that leaves the most tasks ("Step
/// scaling policies", Application Auto Scaling User Guide); so a step of three beats a step of two.
struct ServiceScaling: Component {
    var declaration: Declaration
    let service: ECS.Service
    let metrics: FargateService.Metrics
    let scaling: Scaling

    init(
        _ name: Name, of service: ECS.Service, metrics: FargateService.Metrics, _ scaling: Scaling,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.service = service
        self.metrics = metrics
        self.scaling = scaling
    }

    var body: Content {
        target
        for rule in scaling.rules {
            switch rule {
            case .tracking(let tracking): policy(tracking)
            case .requests(let tracking): policy(tracking)
            case .step(let step): stepPart(step)
            case .scheduled(let action):
                AutoScaling.ScheduledAction(
                    name / action.name, of: target, at: action.schedule, between: action.bounds)
            }
        }
    }

    /// A scheduled action moves the bounds of the target itself, which Terraform must then leave as it finds them.
    private var target: AutoScaling.ScalableTarget {
        let target = AutoScaling.ScalableTarget(
            name / "target", resourceID: "service/\(service.cluster.id)/\(service.deployedName)",
            between: scaling.bounds)
        return scaling.isScheduled ? target.ignoringChanges("min_capacity", "max_capacity") : target
    }

    private func policy(_ rule: TargetTracking) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(
            name / "\(rule.metric)-target", of: target,
            .targetTracking(
                metric: rule.metric, value: rule.target.ofHundred, scaleOut: rule.scaleOutCooldown,
                scaleIn: rule.scaleInCooldown))
    }

    private func policy(_ rule: RequestTracking) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(name / "requests-target", of: target, rule.rule)
    }

    @ContentBuilder private func stepPart(_ rule: CPUStep) -> Content {
        stepPolicy(rule)
        CloudWatch.MetricAlarm(
            label(rule) / "alarm", alarmName: "\((label(rule) / "alarm").dashed)",
            description: "Changes the number of tasks by \(rule.change)", on: metrics.cpu.every(.minutes(1)),
            comparison(rule), rule.threshold, periods: rule.duration.inMinutes, missingData: .missing,
            actions: [stepPolicy(rule).arn])
    }

    private func stepPolicy(_ rule: CPUStep) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(label(rule), of: target, .step(by: rule.change, cooldown: rule.cooldown))
    }

    /// `cpu-above-80`, `cpu-above-72-5`.
    private func label(_ rule: CPUStep) -> Name {
        let number = Metric.text(of: rule.threshold).split(separator: ".").joined(separator: "-")
        return switch rule.crossing {
        case .above: name / "cpu-above-\(number)"
        case .below: name / "cpu-below-\(number)"
        }
    }

    private func comparison(_ rule: CPUStep) -> CloudWatch.MetricAlarm.Comparison {
        if case .above = rule.crossing { .above } else { .below }
    }
}

extension CPUStep {
    var threshold: Double {
        switch crossing {
        case .above(let share), .below(let share): share.ofHundred
        }
    }
}

// MARK: Checks

extension Scaling {
    func check(_ service: Name) -> [Diagnostic] {
        let problems = rules.flatMap { rule -> [Diagnostic] in
            switch rule {
            case .tracking(let tracking): tracking.check()
            case .requests(let tracking): tracking.check()
            case .step(let step): step.check()
            case .scheduled(let action): action.bounds.lowerBound < 0 ? [.negativeTasks(service)] : []
            }
        }
        return bounds.lowerBound < 0 ? [.negativeTasks(service)] + problems : problems
    }
}

extension FargateService {
    /// Whether the requests that its scaling goes by are those that it gets.
    var requestProblems: [Diagnostic] {
        (scaling?.rules ?? []).compactMap { rule in
            guard case .requests(let tracking) = rule else { return nil }
            if !tracking.groups.contains(where: { $0.arn == target?.group }) {
                return .requestsOfOthers(name, tracking.groups[0].name).located(at: tracking.source)
            }
            if target?.shift != nil, case .group = tracking.targets {
                return .requestsOfOneColour(name).located(at: tracking.source)
            }
            return nil
        }
    }
}

extension TargetTracking {
    fileprivate func check() -> [Diagnostic] {
        target.ofHundred > 0 && target.ofHundred <= 100 ? [] : [.trackingTarget(target).located(at: source)]
    }
}

extension RequestTracking {
    fileprivate func check() -> [Diagnostic] {
        target > 0 ? [] : [.requestTarget(target).located(at: source)]
    }
}

extension CPUStep {
    fileprivate func check() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if duration.inSeconds < 60 || duration.inSeconds % 60 != 0 { problems.append(.stepDuration(duration)) }
        switch crossing {
        case .above where change <= 0: problems.append(.stepAgainstItsCrossing("above", "positive"))
        case .below where change >= 0: problems.append(.stepAgainstItsCrossing("below", "negative"))
        default: break
        }
        return problems.map { $0.located(at: source) }
    }
}

extension Diagnostic {
    static func negativeTasks(_ service: Name) -> Diagnostic {
        .error("service '\(service)' scales to fewer than no tasks", help: "Begin the range at 0 or more.")
    }

    static func trackingTarget(_ target: Percentage) -> Diagnostic {
        .error(
            "no service can be kept at \(Metric.text(of: target.ofHundred)) percent",
            help: "Give a target over 0 and up to 100 percent.")
    }

    static func requestTarget(_ target: Int) -> Diagnostic {
        .error("no task can be kept at \(target) requests a minute", help: "Give a number over 0.")
    }

    static func requestsOfOthers(_ service: Name, _ group: Name) -> Diagnostic {
        .error(
            "service '\(service)' scales by the requests to the target group '\(group)', which it is not behind",
            help: "Name the load balancer and the targets that `.behind(…)` names.")
    }

    static func requestsOfOneColour(_ service: Name) -> Diagnostic {
        .error(
            "service '\(service)' scales by the requests to one of its two target groups",
            help:
                "After the next deployment that group gets none: follow both, `RequestTracking(…, to: targets)`, or the CPU."
        )
    }

    static func stepDuration(_ duration: TimeSpan) -> Diagnostic {
        .error(
            "a step cannot wait for \(duration.inSeconds) seconds",
            help: "ECS measures once a minute: write one or more whole minutes.")
    }

    static func stepAgainstItsCrossing(_ side: String, _ sign: String) -> Diagnostic {
        .error(
            "a step on CPU use \(side) a threshold must be \(sign)",
            help: "More use needs more tasks, less use fewer; the other way round the policy has no step for the alarm."
        )
    }
}
