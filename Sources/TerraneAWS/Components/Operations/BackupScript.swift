public import TerraneCore
import TerraneTemplates

/// Dumps a database into a bucket, copies folders beside it, and takes a snapshot of the cache, under one time stamp.
///
///     BackupScript(.postgreSQL(.instance("shop"), name: "shop"), to: backups)
public struct BackupScript: OperationsScript {
    public var scriptName = "backup"
    public let database: DumpedDatabase
    public let bucket: PrivateBucket
    public let folders: [String]
    /// The identifier of the cache's replication group.
    public let cache: Value<String>?
    public let source: SourceLocation

    public init(
        _ database: DumpedDatabase, folders: [String] = [], cache: Value<String>? = nil, to bucket: PrivateBucket,
        file: String = #fileID, line: Int = #line
    ) {
        self.database = database
        self.bucket = bucket
        self.folders = folders
        self.cache = cache
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.backup.text }

    public var facts: [ScriptFact] {
        database.facts + [
            database.dumpProgram, ScriptFact("bucket", bucket.deployedName), ScriptFact("folders", folders),
            ScriptFact("cache", cache),
        ]
    }
}
