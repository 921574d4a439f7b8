public import TerraneCore
import TerraneTemplates

/// Has a service run an earlier task definition again, waits, and asks it whether it is well.
public struct RollbackScript: OperationsScript {
    public var scriptName = "rollback"
    public let service: FargateService
    public let health: SystemHealth
    public let slack: SlackWebhook?
    /// How long the tasks may take.
    public let patience: TimeSpan
    public let source: SourceLocation

    public init(
        _ service: FargateService, health: SystemHealth, telling slack: SlackWebhook? = nil,
        patience: TimeSpan = .minutes(20), file: String = #fileID, line: Int = #line
    ) {
        self.service = service
        self.health = health
        self.slack = slack
        self.patience = patience
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.rollback.text }

    public var facts: [ScriptFact] {
        service.facts + health.facts + [
            ScriptFact("family", service.family), .seconds("patience", patience), .slack(slack),
        ]
    }

    public func check() -> [Diagnostic] { health.check() }
}
