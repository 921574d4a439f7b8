public import TerraneCore
import TerraneTemplates

/// Has the standby of a system take over: promotes its database, starts its tasks, and answers its name with it.
///
/// It is listed by the environment that stands by; the name must have a primary and a secondary record
/// (`DNSRecord(…, role: .secondary)`).
public struct DisasterRecoveryScript: OperationsScript {
    /// The copy of the database that becomes the original.
    public enum Replica: Sendable {
        /// The database fails over by itself, or is reached from everywhere.
        case none
        /// A read replica in the standby's region, by its identifier.
        case instance(Value<String>)
        /// An Aurora global cluster, and the ARN of its cluster in the standby's region.
        case global(Value<String>, to: Value<ARN>)
    }

    public var scriptName = "disaster-recovery"
    public let service: FargateService
    public let tasks: Int
    public let replica: Replica
    public let record: FailoverName
    public let health: SystemHealth
    public let slack: SlackWebhook?
    public let source: SourceLocation

    public init(
        starting tasks: Int, of service: FargateService, promoting replica: Replica = .none,
        answering record: FailoverName, health: SystemHealth, telling slack: SlackWebhook? = nil,
        file: String = #fileID, line: Int = #line
    ) {
        self.service = service
        self.tasks = tasks
        self.replica = replica
        self.record = record
        self.health = health
        self.slack = slack
        source = SourceLocation(file: file, line: line)
    }

    public var template: String { OperationsTemplate.disasterRecovery.text }

    public var facts: [ScriptFact] {
        service.facts + replica.facts + record.facts + health.facts + [
            ScriptFact("tasks", tasks), .seconds("patience", .minutes(30)), .slack(slack),
        ]
    }

    public func check() -> [Diagnostic] {
        health.check() + record.check() + (tasks > 0 ? [] : [.noTasks(tasks)])
    }
}

extension DisasterRecoveryScript.Replica {
    fileprivate var facts: [ScriptFact] {
        switch self {
        case .none: facts("none", "", "")
        case .instance(let identifier): facts("instance", identifier, "")
        case .global(let cluster, let target): facts("cluster", cluster, target.as())
        }
    }

    private func facts(_ kind: String, _ replica: Value<String>, _ target: Value<String>) -> [ScriptFact] {
        [
            ScriptFact("replica_kind", kind), ScriptFact("replica", replica), ScriptFact("target_cluster", target),
        ]
    }
}
