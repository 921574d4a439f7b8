public import TerraneCore
import TerraneTemplates

/// Asks a system whether it is well, until it is or the time is over.
public struct HealthCheckScript: OperationsScript {
    public var scriptName = "health-check"
    public let health: SystemHealth
    public let source: SourceLocation

    public init(_ health: SystemHealth, file: String = #fileID, line: Int = #line) {
        self.health = health
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.healthCheck.text }

    /// It asks no cloud, so it needs no account.
    public var facts: [ScriptFact] { health.facts }

    public func check() -> [Diagnostic] { health.check() }
}
