public import TerraneCore

/// How a service comes from one version to the next.
///
///     service.deployed(.rolling(minimum: .percent(50), maximum: .percent(200), rollingBackOn: [errors]))
///     service.deployed(.blueGreen(rollingBackOn: [errors]))
///     service.deployed(.canary(.percent(5), for: .minutes(10), rollingBackOn: [errors, latency]))
///     service.deployed(.linear(.percent(10), every: .minutes(3), rollingBackOn: [errors]))
///
/// The alarms may be alarms of the service itself: they are asked for only when the deployment is written.
///
/// CodeDeploy moves traffic in two steps (`canary`), or in equal ones (`linear`). Steps of other sizes, 5 percent, then 50,
/// then 100, take two services behind `BlueGreenTargets(…, shiftedBy: .weights)` and a workflow that changes the weights:
/// `FindIdleColor` and `ShiftTraffic`.
public enum DeploymentStrategy: Sendable {
    /// ECS replaces some tasks at a time.
    case rolling(RollingUpdate)
    /// CodeDeploy starts a second set of tasks and moves the traffic over to it.
    case codeDeploy(TrafficShift)
}

/// How many tasks run while ECS replaces them, in percent of the desired number.
public struct RollingUpdate: Sendable {
    /// How many are healthy at least.
    public var minimum: Percentage
    /// How many there are at most, the old and the new ones together.
    public var maximum: Percentage
    /// Alarms that take the deployment back when they go off during it; tasks that do not start do so anyway.
    var wakeAlarms: @Sendable () -> [Alarm]
    public var alarms: [Alarm] { wakeAlarms() }

    public init(
        minimum: Percentage = .percent(100), maximum: Percentage = .percent(200),
        rollingBackOn alarms: @escaping @autoclosure @Sendable () -> [Alarm] = []
    ) {
        self.minimum = minimum
        self.maximum = maximum
        wakeAlarms = alarms
    }
}

/// How AWS CodeDeploy moves the traffic of a service from its old tasks (blue) to its new ones (green), and when it takes that
/// back ("Deployments on an Amazon ECS compute platform", AWS CodeDeploy User Guide).
///
/// The old tasks serve until the new ones are healthy. A deployment that fails, or during which one of `alarms` goes off, moves
/// all traffic back to them.
public struct TrafficShift: Sendable {
    public enum Pace: Hashable, Sendable {
        case allAtOnce
        case canary(Percentage, for: TimeSpan)
        case linear(Percentage, every: TimeSpan)
    }

    public var pace: Pace
    var wakeAlarms: @Sendable () -> [Alarm]
    public var alarms: [Alarm] { wakeAlarms() }
    /// How long the old tasks stay once all traffic has moved.
    public var keepsOldTasks: TimeSpan
    /// How long a deployment waits, with the new tasks behind the test listener alone, for
    /// `aws deploy continue-deployment`; if nobody has said so by then, it stops. Nil does not wait.
    public var approval: TimeSpan?
    public var hooks: [DeploymentHook]
}

extension DeploymentStrategy {
    public static func rolling(
        minimum: Percentage = .percent(100), maximum: Percentage = .percent(200),
        rollingBackOn alarms: @escaping @autoclosure @Sendable () -> [Alarm] = []
    ) -> DeploymentStrategy {
        .rolling(RollingUpdate(minimum: minimum, maximum: maximum, rollingBackOn: alarms()))
    }

    /// All traffic at once.
    public static func blueGreen(
        rollingBackOn alarms: @escaping @autoclosure @Sendable () -> [Alarm] = [],
        keepingOldTasksFor keepsOldTasks: TimeSpan = .minutes(5),
        approvedWithin approval: TimeSpan? = nil, hooks: [DeploymentHook] = []
    ) -> DeploymentStrategy {
        .codeDeploy(
            TrafficShift(
                pace: .allAtOnce, wakeAlarms: alarms, keepsOldTasks: keepsOldTasks, approval: approval, hooks: hooks))
    }

    /// A share of the traffic for some time, and if no alarm goes off meanwhile, the rest.
    public static func canary(
        _ share: Percentage, for time: TimeSpan, rollingBackOn alarms: @escaping @autoclosure @Sendable () -> [Alarm],
        keepingOldTasksFor keepsOldTasks: TimeSpan = .minutes(5), approvedWithin approval: TimeSpan? = nil,
        hooks: [DeploymentHook] = []
    ) -> DeploymentStrategy {
        .codeDeploy(
            TrafficShift(
                pace: .canary(share, for: time), wakeAlarms: alarms, keepsOldTasks: keepsOldTasks, approval: approval,
                hooks: hooks))
    }

    /// The same share again after each interval, until all traffic has moved or an alarm goes off.
    public static func linear(
        _ share: Percentage, every interval: TimeSpan,
        rollingBackOn alarms: @escaping @autoclosure @Sendable () -> [Alarm],
        keepingOldTasksFor keepsOldTasks: TimeSpan = .minutes(5), approvedWithin approval: TimeSpan? = nil,
        hooks: [DeploymentHook] = []
    ) -> DeploymentStrategy {
        .codeDeploy(
            TrafficShift(
                pace: .linear(share, every: interval), wakeAlarms: alarms, keepsOldTasks: keepsOldTasks,
                approval: approval, hooks: hooks))
    }
}

/// A Lambda function that CodeDeploy calls at a point of a deployment, which goes on if it says so ("AppSpec 'hooks' section",
/// AWS CodeDeploy User Guide).
public struct DeploymentHook: Hashable, Sendable {
    public enum Event: String, Hashable, Sendable {
        case beforeInstall = "BeforeInstall"
        case afterInstall = "AfterInstall"
        /// The test listener leads to the new tasks, the production listener does not yet.
        case afterAllowTestTraffic = "AfterAllowTestTraffic"
        case beforeAllowTraffic = "BeforeAllowTraffic"
        case afterAllowTraffic = "AfterAllowTraffic"
    }

    public let event: Event
    /// The function's ARN, which must be known before deployment.
    public let function: Value<ARN>

    public init(_ event: Event, calling function: Value<ARN>) {
        self.event = event
        self.function = function
    }
}

extension FargateService {
    /// How the service comes from one version to the next; unless this is said, as `.rolling()`.
    public func deployed(_ strategy: DeploymentStrategy) -> FargateService {
        var copy = self
        copy.strategy = strategy
        return copy
    }
}
