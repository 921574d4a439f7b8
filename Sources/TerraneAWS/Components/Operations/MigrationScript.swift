public import TerraneCore
import TerraneTemplates

/// Migrates a database: a snapshot first, then the migration as a task of its own beside the service's, and its undoing if
/// that fails.
public struct MigrationScript: OperationsScript {
    public var scriptName = "migrate"
    /// Where the task runs: in the subnets and security groups of the service.
    public let service: FargateService
    /// The family of the task definition that runs.
    public let family: Value<String>
    public let command: ContainerCommand
    public let undo: ContainerCommand?
    public let database: DatabaseIdentifier
    public let slack: SlackWebhook?
    /// How long the migration may take.
    public let limit: TimeSpan
    public let source: SourceLocation

    /// `family` is the service's own unless a task definition of its own migrates.
    public init(
        _ command: ContainerCommand, undoneBy undo: ContainerCommand? = nil, beside service: FargateService,
        family: Value<String>? = nil, snapshotOf database: DatabaseIdentifier, telling slack: SlackWebhook? = nil,
        within limit: TimeSpan = .minutes(30), file: String = #fileID, line: Int = #line
    ) {
        self.command = command
        self.undo = undo
        self.service = service
        self.family = family ?? Value(service.family)
        self.database = database
        self.slack = slack
        self.limit = limit
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.migrate.text }

    public var facts: [ScriptFact] {
        service.facts + database.facts + [
            ScriptFact("family", family), ScriptFact("migrate", command.overrides),
            ScriptFact("undo", undo?.overrides), .seconds("task_limit", limit),
            .seconds("snapshot_limit", .hours(1)), .slack(slack),
        ]
    }

    public func check() -> [Diagnostic] {
        limit.inSeconds > 0 ? [] : [.noLength("the limit of the migration", limit)]
    }
}
