public import TerraneCore

/// A reason to change the number of a service's tasks.
public enum ScalingRule: Sendable {
    case tracking(TargetTracking)
    case requests(RequestTracking)
    case step(CPUStep)
    case scheduled(ScheduledScaling)
}

/// Keeps a metric of the service at a value by adding and removing tasks.
public struct TargetTracking: Sendable {
    public let metric: AutoScaling.ScalingPolicy.PredefinedMetric
    public let target: Percentage
    public let scaleOutCooldown: TimeSpan
    public let scaleInCooldown: TimeSpan
    let source: SourceLocation

    public init(
        _ metric: AutoScaling.ScalingPolicy.PredefinedMetric, at target: Percentage,
        scaleOutCooldown: TimeSpan = .minutes(1), scaleInCooldown: TimeSpan = .minutes(5), file: String = #fileID,
        line: Int = #line
    ) {
        self.metric = metric
        self.target = target
        self.scaleOutCooldown = scaleOutCooldown
        self.scaleInCooldown = scaleInCooldown
        source = SourceLocation(file: file, line: line)
    }
}

/// Keeps the number of requests that each task gets in a minute at a value ("Target tracking scaling policies", section on
/// ALBRequestCountPerTarget, Application Auto Scaling User Guide).
public struct RequestTracking: Sendable {
    public let balancer: LoadBalancer
    public let group: ELB.TargetGroup
    public let target: Int
    public let scaleOutCooldown: TimeSpan
    public let scaleInCooldown: TimeSpan
    let source: SourceLocation

    /// Requests that `balancer` sends to each target of `group`.
    public init(
        _ target: Int, through balancer: LoadBalancer, to group: ELB.TargetGroup,
        scaleOutCooldown: TimeSpan = .minutes(1), scaleInCooldown: TimeSpan = .minutes(5), file: String = #fileID,
        line: Int = #line
    ) {
        self.target = target
        self.balancer = balancer
        self.group = group
        self.scaleOutCooldown = scaleOutCooldown
        self.scaleInCooldown = scaleInCooldown
        source = SourceLocation(file: file, line: line)
    }
}

/// Adds or removes a number of tasks when CPU use stays over or under a threshold for a while.
public struct CPUStep: Sendable {
    public enum Crossing: Hashable, Sendable {
        case above(Percentage)
        case below(Percentage)
    }

    public let crossing: Crossing
    public let duration: TimeSpan
    /// More tasks when positive, fewer when negative.
    public let change: Int
    public let cooldown: TimeSpan
    let source: SourceLocation

    public init(
        _ crossing: Crossing, for duration: TimeSpan, add change: Int, cooldown: TimeSpan = .minutes(1),
        file: String = #fileID, line: Int = #line
    ) {
        self.crossing = crossing
        self.duration = duration
        self.change = change
        self.cooldown = cooldown
        source = SourceLocation(file: file, line: line)
    }
}

/// Changes the bounds at a time of day.
public struct ScheduledScaling: Sendable {
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
    public static func buildExpression(_ rule: TargetTracking) -> [ScalingRule] { [.tracking(rule)] }
    public static func buildExpression(_ rule: RequestTracking) -> [ScalingRule] { [.requests(rule)] }
    public static func buildExpression(_ rule: CPUStep) -> [ScalingRule] { [.step(rule)] }
    public static func buildExpression(_ rule: ScheduledScaling) -> [ScalingRule] { [.scheduled(rule)] }
    public static func buildExpression(_ rules: [ScalingRule]) -> [ScalingRule] { rules }
    public static func buildBlock(_ rules: [ScalingRule]...) -> [ScalingRule] { Array(rules.joined()) }
    public static func buildOptional(_ rules: [ScalingRule]?) -> [ScalingRule] { rules ?? [] }
    public static func buildEither(first rules: [ScalingRule]) -> [ScalingRule] { rules }
    public static func buildEither(second rules: [ScalingRule]) -> [ScalingRule] { rules }
    public static func buildArray(_ rules: [[ScalingRule]]) -> [ScalingRule] { Array(rules.joined()) }
}
