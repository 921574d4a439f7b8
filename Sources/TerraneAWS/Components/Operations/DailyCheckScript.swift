public import TerraneCore
import TerraneTemplates

/// Looks at a service's last day: its tasks, errors in its log, the time of its responses, alarms, its addresses.
public struct DailyCheckScript: OperationsScript {
    public var scriptName = "daily-check"
    public let service: FargateService
    public let balancer: LoadBalancer?
    public let health: SystemHealth
    public let source: SourceLocation

    public init(
        _ service: FargateService, behind balancer: LoadBalancer? = nil, health: SystemHealth, file: String = #fileID,
        line: Int = #line
    ) {
        self.service = service
        self.balancer = balancer
        self.health = health
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.dailyCheck.text }

    public var facts: [ScriptFact] {
        service.facts + health.facts + [
            ScriptFact("log_group", service.logs.id), ScriptFact("balancer", balancer?.balancerName ?? ""),
        ]
    }

    public func check() -> [Diagnostic] { health.check() }
}
