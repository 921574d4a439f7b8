public import TerraneCore
import TerraneTemplates

/// Deploys to the one of two services that serves nobody, turns the load balancer to it, watches, and turns back if it
/// becomes ill ("Blue/Green Deployments on AWS", AWS Whitepaper).
///
///     BlueGreenScript(blue: .init(blue, blueTargets), green: .init(green, greenTargets), behind: balancer, tasks: 4, health: …)
public struct BlueGreenScript: OperationsScript {
    /// A service and the targets that its tasks are.
    public struct Colour: Sendable {
        public let service: FargateService
        public let targets: ELB.TargetGroup

        public init(_ service: FargateService, _ targets: ELB.TargetGroup) {
            self.service = service
            self.targets = targets
        }
    }

    public var scriptName = "blue-green"
    public let blue: Colour
    public let green: Colour
    public let balancer: LoadBalancer
    public let port: Port
    /// How many tasks the new colour has.
    public let tasks: Int
    public let health: SystemHealth
    /// How long the new tasks may take to become well.
    public let settling: TimeSpan
    /// How long the service is watched after the turn.
    public let watching: TimeSpan
    public let slack: SlackWebhook?
    public let source: SourceLocation

    public init(
        blue: Colour, green: Colour, behind balancer: LoadBalancer, port: Port = .https, tasks: Int,
        health: SystemHealth, settling: TimeSpan = .minutes(10), watching: TimeSpan = .minutes(5),
        telling slack: SlackWebhook? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.blue = blue
        self.green = green
        self.balancer = balancer
        self.port = port
        self.tasks = tasks
        self.health = health
        self.settling = settling
        self.watching = watching
        self.slack = slack
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.blueGreen.text }

    public var facts: [ScriptFact] {
        health.facts + [
            ScriptFact("cluster", blue.service.cluster.id), ScriptFact("balancer", balancer.balancerName),
            ScriptFact("listener_port", port), ScriptFact("blue_service", blue.service.deployedName),
            ScriptFact("green_service", green.service.deployedName), ScriptFact("blue_targets", blue.targets.groupName),
            ScriptFact("green_targets", green.targets.groupName), ScriptFact("tasks", tasks),
            .seconds("settle_limit", settling), .seconds("watch_limit", watching), .slack(slack),
        ]
    }

    public func check() -> [Diagnostic] {
        var problems = health.check()
        if tasks < 1 { problems.append(.noTasks(tasks)) }
        if blue.targets.groupName == green.targets.groupName || blue.service.name == green.service.name {
            problems.append(.oneColour(blue.service.name))
        }
        return problems
    }
}

extension Diagnostic {
    static func noTasks(_ count: Int) -> Diagnostic {
        .error("a service cannot serve with \(count) tasks", help: "Give a number from 1.")
    }

    fileprivate static func oneColour(_ service: Name) -> Diagnostic {
        .error(
            "blue and green of '\(service)' share a service or a target group",
            help: "Each colour has a service and a target group of its own.")
    }
}
