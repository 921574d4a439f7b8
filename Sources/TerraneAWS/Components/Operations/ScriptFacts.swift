public import TerraneCore

/// Addresses that answer with success while a system is well, and how long to ask them.
///
///     SystemHealth("https://shop.example/health", within: .minutes(5), every: .seconds(10))
public struct SystemHealth: Sendable {
    public let addresses: [Value<String>]
    /// For how long an address may fail.
    public let limit: TimeSpan
    public let pause: TimeSpan

    public init(
        _ addresses: Value<String>..., within limit: TimeSpan = .minutes(5), every pause: TimeSpan = .seconds(10)
    ) {
        self.addresses = addresses
        self.limit = limit
        self.pause = pause
    }

    var facts: [ScriptFact] {
        [
            ScriptFact("urls", addresses), ScriptFact("health_limit", limit.inSeconds),
            ScriptFact("health_pause", pause.inSeconds),
        ]
    }

    func check() -> [Diagnostic] {
        let isSound = !addresses.isEmpty && pause.inSeconds > 0 && limit >= pause
        return isSound ? [] : [.neverAsked(self)]
    }
}

/// A channel of Slack, by the secret that holds the address of its incoming webhook ("Sending messages using incoming
/// webhooks", Slack documentation).
public struct SlackWebhook: Sendable {
    public let secret: Value<String>

    /// The secret's name or ARN.
    public init(webhook secret: Value<String>) {
        self.secret = secret
    }

    public init(webhook secret: SecretsManager.Secret) {
        self.secret = Value(secret.secretName)
    }
}

/// A database of Amazon RDS or Aurora, by its identifier.
public enum DatabaseIdentifier: Sendable {
    case instance(Value<String>)
    case cluster(Value<String>)

    var facts: [ScriptFact] {
        switch self {
        case .instance(let identifier): [ScriptFact("database_kind", "instance"), ScriptFact("database", identifier)]
        case .cluster(let identifier): [ScriptFact("database_kind", "cluster"), ScriptFact("database", identifier)]
        }
    }
}

extension FargateService {
    /// What a script needs to name the service.
    var facts: [ScriptFact] { [ScriptFact("cluster", cluster.id), ScriptFact("service", deployedName)] }

    /// How many tasks it has in calm.
    var calmTasks: Int { max(scaling?.bounds.lowerBound ?? desiredCount, 1) }
}

extension ScriptFact {
    static func slack(_ channel: SlackWebhook?) -> ScriptFact { ScriptFact("slack_secret", channel?.secret) }

    static func seconds(_ variable: String, _ span: TimeSpan) -> ScriptFact { ScriptFact(variable, span.inSeconds) }
}

extension Diagnostic {
    fileprivate static func neverAsked(_ health: SystemHealth) -> Diagnostic {
        .error(
            "the health of a system is asked for at \(health.addresses.count) addresses, for \(health.limit.inSeconds)"
                + " seconds, every \(health.pause.inSeconds) seconds",
            help: "Give an address, and a pause of at least a second that is no longer than the limit.")
    }

    static func noLength(_ what: String, _ span: TimeSpan) -> Diagnostic {
        .error(
            "\(what) is \(span.inSeconds) seconds", help: "Give it some time: `.minutes(30)`.")
    }
}
