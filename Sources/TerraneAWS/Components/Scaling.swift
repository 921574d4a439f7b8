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
///
///     RequestTracking(1000, through: balancer, to: targets)
///
/// For two colours it follows the requests to either, because the predefined metric is of one target group, which gets none
/// once the other serves (`aws/containers-roadmap`, issue 1681).
public struct RequestTracking: Sendable {
    enum Targets: Sendable {
        case group(ELB.TargetGroup)
        case pair(BlueGreenTargets)
    }

    public let balancer: LoadBalancer
    let targets: Targets
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
        self.init(
            target, balancer, .group(group), scaleOutCooldown, scaleInCooldown, SourceLocation(file: file, line: line))
    }

    /// Requests that `balancer` sends to each target of the colour that serves.
    public init(
        _ target: Int, through balancer: LoadBalancer, to pair: BlueGreenTargets,
        scaleOutCooldown: TimeSpan = .minutes(1), scaleInCooldown: TimeSpan = .minutes(5), file: String = #fileID,
        line: Int = #line
    ) {
        self.init(
            target, balancer, .pair(pair), scaleOutCooldown, scaleInCooldown, SourceLocation(file: file, line: line))
    }

    private init(
        _ target: Int, _ balancer: LoadBalancer, _ targets: Targets, _ scaleOut: TimeSpan, _ scaleIn: TimeSpan,
        _ source: SourceLocation
    ) {
        self.target = target
        self.balancer = balancer
        self.targets = targets
        scaleOutCooldown = scaleOut
        scaleInCooldown = scaleIn
        self.source = source
    }

    /// The target groups whose requests it counts.
    var groups: [ELB.TargetGroup] {
        switch targets {
        case .group(let group): [group]
        case .pair(let pair): [pair.blue, pair.green]
        }
    }

    var rule: AutoScaling.ScalingPolicy.Rule {
        switch targets {
        case .group(let group):
            .targetTracking(
                metric: .requestsPerTarget, of: "\(balancer.metricName)/\(group.metricName)", value: Double(target),
                scaleOut: scaleOutCooldown, scaleIn: scaleInCooldown)
        case .pair(let pair):
            .customTracking(
                metric: balancer.metrics(of: pair).requestsPerTarget, value: Double(target),
                scaleOut: scaleOutCooldown, scaleIn: scaleInCooldown)
        }
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
