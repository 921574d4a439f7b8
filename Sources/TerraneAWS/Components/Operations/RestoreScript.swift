public import TerraneCore
import TerraneTemplates

/// Puts a backup of `BackupScript` back: the database and the folders; then a command, if the application is to forget what it
/// cached, and new tasks.
public struct RestoreScript: OperationsScript {
    public var scriptName = "restore"
    public let database: DumpedDatabase
    public let bucket: PrivateBucket
    public let folders: [String]
    public let service: FargateService
    public let afterwards: ContainerCommand?
    public let source: SourceLocation

    public init(
        _ database: DumpedDatabase, folders: [String] = [], from bucket: PrivateBucket,
        thenRunning afterwards: ContainerCommand? = nil, restarting service: FargateService, file: String = #fileID,
        line: Int = #line
    ) {
        self.database = database
        self.bucket = bucket
        self.folders = folders
        self.afterwards = afterwards
        self.service = service
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.restore.text }

    public var facts: [ScriptFact] {
        database.facts + service.facts + [
            database.restoreProgram, ScriptFact("bucket", bucket.deployedName), ScriptFact("folders", folders),
            ScriptFact("family", service.family), ScriptFact("afterwards", afterwards?.overrides),
            .seconds("task_limit", .minutes(10)),
        ]
    }
}
