public import TerraneCore

/// A database that is dumped with its engine's own client, and how the client signs in.
public struct DumpedDatabase: Sendable {
    enum Engine: String {
        case postgreSQL = "postgresql"
        case mySQL = "mysql"
        case mongoDB = "mongodb"

        init(_ engine: DatabaseEngine) {
            switch engine {
            case .postgreSQL: self = .postgreSQL
            case .mySQL: self = .mySQL
            }
        }
    }

    let engine: Engine
    let identifier: DatabaseIdentifier?
    let name: String
    let secret: Value<String>?
    /// Whose password the secret is, where that is all it holds.
    let user: String

    /// `secret` has the keys `username` and `password`; without one it is the secret that RDS manages itself.
    public static func postgreSQL(
        _ identifier: DatabaseIdentifier, name: String, secret: Value<String>? = nil
    ) -> DumpedDatabase {
        DumpedDatabase(engine: .postgreSQL, identifier: identifier, name: name, secret: secret)
    }

    /// `secret` has the keys `username` and `password`; without one it is the secret that RDS manages itself.
    public static func mySQL(
        _ identifier: DatabaseIdentifier, name: String, secret: Value<String>? = nil
    ) -> DumpedDatabase {
        DumpedDatabase(engine: .mySQL, identifier: identifier, name: name, secret: secret)
    }

    /// A database of the stack, with the password that the stack has made for its first user.
    public init(_ database: RelationalDatabase, password: GeneratedPassword) {
        self.init(
            engine: Engine(database.engine), identifier: .instance(database.id.as()), name: database.databaseName,
            secret: Value(password.secretName), user: database.user)
    }

    /// A cluster of the stack, with the password that the stack has made for its first user.
    public init(_ cluster: AuroraCluster, password: GeneratedPassword) {
        self.init(
            engine: Engine(cluster.engine.compatible), identifier: .cluster(cluster.id.as()),
            name: cluster.databaseName,
            secret: Value(password.secretName), user: cluster.user)
    }

    private init(
        engine: Engine, identifier: DatabaseIdentifier?, name: String, secret: Value<String>?, user: String = ""
    ) {
        self.engine = engine
        self.identifier = identifier
        self.name = name
        self.secret = secret
        self.user = user
    }

    /// `secret` is the connection string, in which the database is named.
    public static func mongoDB(connection secret: Value<String>) -> DumpedDatabase {
        DumpedDatabase(engine: .mongoDB, identifier: nil, name: "", secret: secret)
    }

    var facts: [ScriptFact] {
        [
            ScriptFact("engine", engine.rawValue), ScriptFact("database_name", name),
            ScriptFact("database_secret", secret), ScriptFact("database_user", user), ScriptFact("dump_type", type),
            ScriptFact("compressed", engine == .mySQL ? "yes" : ""),
        ] + (identifier?.facts ?? [ScriptFact("database_kind", "elsewhere"), ScriptFact("database", "")])
    }

    var dumpProgram: ScriptFact {
        switch engine {
        case .postgreSQL: ScriptFact("dump_program", "pg_dump")
        case .mySQL: ScriptFact("dump_program", "mysqldump")
        case .mongoDB: ScriptFact("dump_program", "mongodump")
        }
    }

    var restoreProgram: ScriptFact {
        switch engine {
        case .postgreSQL: ScriptFact("restore_program", "pg_restore")
        case .mySQL: ScriptFact("restore_program", "mysql")
        case .mongoDB: ScriptFact("restore_program", "mongorestore")
        }
    }

    /// The extension of a dump's name.
    private var type: String {
        switch engine {
        case .postgreSQL: "dump"
        case .mySQL: "sql"
        case .mongoDB: "archive"
        }
    }
}
