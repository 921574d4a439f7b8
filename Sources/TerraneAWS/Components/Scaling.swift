public import TerraneCore

/// A reason to change the number of a service's tasks.
public protocol ScalingRule: Sendable {}

/// Keeps a metric of the service at a value by adding and removing tasks.
public struct TargetTracking: ScalingRule {
    public let metric: AutoScaling.ScalingPolicy.PredefinedMetric
    public let target: Percentage
    public let scaleOutCooldown: TimeSpan
    public let scaleInCooldown: TimeSpan

    public init(
        _ metric: AutoScaling.ScalingPolicy.PredefinedMetric, at target: Percentage,
        scaleOutCooldown: TimeSpan = .minutes(1), scaleInCooldown: TimeSpan = .minutes(5)
    ) {
        self.metric = metric
        self.target = target
        self.scaleOutCooldown = scaleOutCooldown
        self.scaleInCooldown = scaleInCooldown
    }
}

/// Adds or removes a number of tasks when CPU use stays over or under a threshold for a while.
public struct CPUStep: ScalingRule {
    public enum Crossing: Hashable, Sendable {
        case above(Percentage)
        case below(Percentage)
    }

    public let crossing: Crossing
    public let duration: TimeSpan
    /// More tasks when positive, fewer when negative.
    public let change: Int
    public let cooldown: TimeSpan

    public init(_ crossing: Crossing, for duration: TimeSpan, add change: Int, cooldown: TimeSpan = .minutes(1)) {
        self.crossing = crossing
        self.duration = duration
        self.change = change
        self.cooldown = cooldown
    }
}

/// Changes the bounds at a time of day.
public struct ScheduledScaling: ScalingRule {
    public let name: String
    public let schedule: Schedule
    public let bounds: ClosedRange<Int>

    public init(_ name: String, at schedule: Schedule, to bounds: ClosedRange<Int>) {
        self.name = name
        self.schedule = schedule
        self.bounds = bounds
    }
}

/// Lists scaling rules.
@resultBuilder
public enum ScalingRulesBuilder {
    public static func buildExpression(_ rule: any ScalingRule) -> [any ScalingRule] { [rule] }
    public static func buildBlock(_ rules: [any ScalingRule]...) -> [any ScalingRule] { Array(rules.joined()) }
    public static func buildOptional(_ rules: [any ScalingRule]?) -> [any ScalingRule] { rules ?? [] }
    public static func buildEither(first rules: [any ScalingRule]) -> [any ScalingRule] { rules }
    public static func buildEither(second rules: [any ScalingRule]) -> [any ScalingRule] { rules }
    public static func buildArray(_ rules: [[any ScalingRule]]) -> [any ScalingRule] { Array(rules.joined()) }
}

/// How a service scales: between which numbers of tasks, and for which reasons.
struct Scaling: Sendable {
    let bounds: ClosedRange<Int>
    let rules: [any ScalingRule]
}

/// The scaling of a service: the scalable target, a policy for each rule, and the alarms that steps go by.
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
            case let tracking as TargetTracking: policy(tracking)
            case let step as CPUStep: stepPart(step)
            case let action as ScheduledScaling:
                AutoScaling.ScheduledAction(
                    name / action.name, of: target, at: action.schedule, between: action.bounds)
            default: Content()
            }
        }
    }

    private var target: AutoScaling.ScalableTarget {
        AutoScaling.ScalableTarget(
            name / "target", resourceID: "service/\(service.cluster.id)/\(service.deployedName)",
            between: scaling.bounds)
    }

    private func policy(_ rule: TargetTracking) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(
            name / "\(rule.metric)-target", of: target,
            .targetTracking(
                metric: rule.metric, value: rule.target.ofHundred, scaleOut: rule.scaleOutCooldown,
                scaleIn: rule.scaleInCooldown))
    }

    @ContentBuilder private func stepPart(_ rule: CPUStep) -> Content {
        stepPolicy(rule)
        CloudWatch.MetricAlarm(
            label(rule) / "alarm", alarmName: "\((label(rule) / "alarm").dashed)",
            description: "Changes the number of tasks by \(rule.change)", on: metrics.cpu.every(.minutes(1)),
            comparison(rule), threshold(rule), periods: max(1, rule.duration.inMinutes), missingData: .missing,
            actions: [stepPolicy(rule).arn])
    }

    private func stepPolicy(_ rule: CPUStep) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(label(rule), of: target, .step(by: rule.change, cooldown: rule.cooldown))
    }

    /// `cpu-above-80`.
    private func label(_ rule: CPUStep) -> Name {
        let number = Metric.text(of: threshold(rule))
        return switch rule.crossing {
        case .above: name / "cpu-above-\(number)"
        case .below: name / "cpu-below-\(number)"
        }
    }

    private func threshold(_ rule: CPUStep) -> Double {
        switch rule.crossing {
        case .above(let share), .below(let share): share.ofHundred
        }
    }

    private func comparison(_ rule: CPUStep) -> CloudWatch.MetricAlarm.Comparison {
        if case .above = rule.crossing { .above } else { .below }
    }
}

extension FargateService {
    /// What CloudWatch measures of a service ("Amazon ECS CloudWatch metrics", Amazon ECS Developer Guide).
    public struct Metrics: Hashable, Sendable {
        let cluster: Value<String>
        let service: Value<String>

        private var dimensions: [Metric.Dimension] {
            [Metric.Dimension("ClusterName", cluster), Metric.Dimension("ServiceName", service)]
        }

        /// Percent of the CPU that the tasks reserve.
        public var cpu: Metric {
            Metric("CPUUtilization", namespace: "AWS/ECS", dimensions: dimensions, unit: .percent)
        }
        /// Percent of the memory that the tasks reserve.
        public var memory: Metric {
            Metric("MemoryUtilization", namespace: "AWS/ECS", dimensions: dimensions, unit: .percent)
        }
        /// Tasks in the state RUNNING. Needs Container Insights.
        public var runningTasks: Metric {
            Metric("RunningTaskCount", namespace: "ECS/ContainerInsights", dimensions: dimensions, unit: .count)
        }
    }

    public var metrics: Metrics { Metrics(cluster: cluster.id, service: service.deployedName) }
}
