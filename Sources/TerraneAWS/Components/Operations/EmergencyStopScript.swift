public import TerraneCore
import TerraneTemplates

/// Ends all tasks of a service and keeps scaling from bringing them back; starts them again.
public struct EmergencyStopScript: OperationsScript {
    public var scriptName = "emergency-stop"
    public let service: FargateService
    public let slack: SlackWebhook?
    public let source: SourceLocation

    public init(
        _ service: FargateService, telling slack: SlackWebhook? = nil, file: String = #fileID, line: Int = #line
    ) {
        self.service = service
        self.slack = slack
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.emergencyStop.text }

    public var facts: [ScriptFact] {
        service.facts + [
            ScriptFact("tasks", service.calmTasks), ScriptFact("is_scaled", service.scaling != nil), .slack(slack),
        ]
    }
}
