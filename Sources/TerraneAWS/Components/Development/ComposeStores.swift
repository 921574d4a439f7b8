import TerraneCore

/// Databases and caches for development, of the versions that the stack has in the cloud. Their passwords are for the
/// developer's machine alone, and can be set in `.env`.
extension ComposeService {
    /// PostgreSQL. The password is `POSTGRES_PASSWORD` of `.env`, or `development`. (Docker official image `postgres`.)
    public static func postgreSQL(
        _ version: String, name: String = "postgres", database: String, user: String = "postgres",
        file: String = #fileID, line: Int = #line
    ) -> ComposeService {
        ComposeService(name, image: "postgres:\(version)", port: .postgreSQL, file: file, line: line)
            .setting("POSTGRES_DB", ComposeText(database))
            .setting("POSTGRES_USER", ComposeText(user))
            .setting("POSTGRES_PASSWORD", postgreSQLPassword)
            .volume("\(name)-data", at: "/var/lib/postgresql/data")
            .healthCheck("pg_isready", "--username", user, "--dbname", database)
    }

    /// What PostgreSQL's password is here, for the variables of those who connect.
    public static var postgreSQLPassword: ComposeText { .setting("POSTGRES_PASSWORD", default: "development") }

    /// MySQL. The password of `user` is `MYSQL_PASSWORD` of `.env`, or `development`. (Docker official image `mysql`.)
    public static func mySQL(
        _ version: String, name: String = "mysql", database: String, user: String, file: String = #fileID,
        line: Int = #line
    ) -> ComposeService {
        ComposeService(name, image: "mysql:\(version)", port: .mySQL, file: file, line: line)
            .setting("MYSQL_DATABASE", ComposeText(database))
            .setting("MYSQL_USER", ComposeText(user))
            .setting("MYSQL_PASSWORD", mySQLPassword)
            .setting("MYSQL_RANDOM_ROOT_PASSWORD", "yes")
            .volume("\(name)-data", at: "/var/lib/mysql")
            .healthCheck("mysqladmin", "ping", "--host", "127.0.0.1", "--silent")
    }

    /// What MySQL's password is here, for the variables of those who connect.
    public static var mySQLPassword: ComposeText { .setting("MYSQL_PASSWORD", default: "development") }

    /// MongoDB, without a password. (Docker official image `mongo`.)
    public static func mongoDB(
        _ version: String, name: String = "mongo", file: String = #fileID, line: Int = #line
    ) -> ComposeService {
        ComposeService(name, image: "mongo:\(version)", port: .mongoDB, file: file, line: line)
            .volume("\(name)-data", at: "/data/db")
            .healthCheck("mongosh", "--quiet", "--eval", "db.runCommand({ping: 1}).ok")
    }

    /// Redis, without a password. (Docker official image `redis`.)
    public static func redis(
        _ version: String, name: String = "redis", file: String = #fileID, line: Int = #line
    ) -> ComposeService {
        ComposeService(name, image: "redis:\(version)", port: .redis, file: file, line: line)
            .volume("\(name)-data", at: "/data")
            .healthCheck("redis-cli", "ping")
    }

    /// Valkey, without a password. (`valkey/valkey` on Docker Hub.)
    public static func valkey(
        _ version: String, name: String = "valkey", file: String = #fileID, line: Int = #line
    ) -> ComposeService {
        ComposeService(name, image: "valkey/valkey:\(version)", port: .redis, file: file, line: line)
            .volume("\(name)-data", at: "/data")
            .healthCheck("valkey-cli", "ping")
    }

    /// The engine of a database of the stack, at its major version, with a database of the same name.
    public static func database(
        _ engine: DatabaseEngine, name: String, database: String, user: String, file: String = #fileID,
        line: Int = #line
    ) -> ComposeService {
        switch engine {
        case .postgreSQL:
            postgreSQL(engine.majorVersion, name: name, database: database, user: user, file: file, line: line)
        case .mySQL: mySQL(engine.majorVersion, name: name, database: database, user: user, file: file, line: line)
        }
    }

    /// The engine of a cache of the stack, at its major version: ElastiCache has minor ones of its own.
    public static func cache(
        _ engine: CacheEngine, name: String = "cache", file: String = #fileID, line: Int = #line
    ) -> ComposeService {
        let major = String(engine.version.prefix { $0 != "." })
        return engine.name == "valkey"
            ? valkey(major, name: name, file: file, line: line) : redis(major, name: name, file: file, line: line)
    }
}
