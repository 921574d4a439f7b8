public import TerraneCore
import TerraneTemplates

/// Rehearses the recovery of a database: restores the newest snapshot, compares the time with the objective, and removes
/// the copy again.
public struct RecoveryDrillScript: OperationsScript {
    public var scriptName = "recovery-drill"
    public let database: DatabaseIdentifier
    /// The recovery time objective.
    public let objective: TimeSpan
    public let source: SourceLocation

    public init(
        _ database: DatabaseIdentifier, objective: TimeSpan, file: String = #fileID, line: Int = #line
    ) {
        self.database = database
        self.objective = objective
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.recoveryDrill.text }

    /// It waits twice the objective: by how much it was missed is worth knowing.
    public var facts: [ScriptFact] {
        database.facts + [
            .seconds("objective", objective), .seconds("restore_limit", .seconds(objective.inSeconds * 2)),
        ]
    }

    public func check() -> [Diagnostic] {
        objective.inSeconds > 0 ? [] : [.noLength("the recovery time objective", objective)]
    }
}
