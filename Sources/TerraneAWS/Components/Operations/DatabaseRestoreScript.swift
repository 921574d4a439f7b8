public import TerraneCore
import TerraneTemplates

/// Makes a database of a snapshot, beside the present one ("Restoring to a DB instance", Amazon RDS User Guide).
public struct DatabaseRestoreScript: OperationsScript {
    public var scriptName = "restore-database"
    public let database: DatabaseIdentifier
    /// How long that may take.
    public let limit: TimeSpan
    public let source: SourceLocation

    public init(
        _ database: DatabaseIdentifier, within limit: TimeSpan = .hours(2), file: String = #fileID, line: Int = #line
    ) {
        self.database = database
        self.limit = limit
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.restoreDatabase.text }
    public var facts: [ScriptFact] { database.facts + [.seconds("restore_limit", limit)] }

    public func check() -> [Diagnostic] {
        limit.inSeconds > 0 ? [] : [.noLength("the limit of the restore", limit)]
    }
}
