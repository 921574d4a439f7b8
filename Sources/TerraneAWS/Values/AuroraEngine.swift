import TerraneCore

/// The server program of an Aurora cluster and its version ("Database engine updates for Amazon Aurora MySQL", "Amazon
/// Aurora PostgreSQL releases").
public enum AuroraEngine: Hashable, Sendable {
    case mySQL(MySQLVersion)
    case postgreSQL(DatabaseEngine.PostgreSQLVersion)

    /// All are compatible with MySQL 8.0.
    public enum MySQLVersion: String, Hashable, Sendable {
        case v3_08 = "8.0.mysql_aurora.3.08.2"
        /// With long-term support.
        case v3_10 = "8.0.mysql_aurora.3.10.4"
    }

    /// What RDS calls it.
    public var name: String {
        switch self {
        case .mySQL: "aurora-mysql"
        case .postgreSQL: "aurora-postgresql"
        }
    }

    /// Terraform takes the major version of PostgreSQL alone, and then leaves the minor one to RDS.
    var version: Value<String> {
        switch self {
        case .mySQL(let version): Value(version.rawValue)
        case .postgreSQL(let version):
            Value(terraform: Value(version.rawValue), cloudFormation: Value(compatible.minorVersion))
        }
    }

    /// The family of its parameter groups.
    public var parameterFamily: String {
        switch self {
        case .mySQL: "aurora-mysql8.0"
        case .postgreSQL(let version): "aurora-postgresql\(version.rawValue)"
        }
    }

    /// The stock server that it is compatible with: `mysql` `8.0`, `postgres` `16`.
    public var compatible: DatabaseEngine {
        switch self {
        case .mySQL: .mySQL(.v8_0)
        case .postgreSQL(let version): .postgreSQL(version)
        }
    }

    /// Logs that a cluster can hand to CloudWatch.
    public enum Log: String, Hashable, Sendable {
        case audit, error, general, slowQuery = "slowquery"
        case postgreSQL = "postgresql"
    }

    /// The logs that go to CloudWatch unless said otherwise.
    var usualLogs: [Log] {
        switch self {
        case .mySQL: [.error, .slowQuery]
        case .postgreSQL: [.postgreSQL]
        }
    }

    var availableLogs: [Log] {
        switch self {
        case .mySQL: [.audit, .error, .general, .slowQuery]
        case .postgreSQL: [.postgreSQL]
        }
    }
}

extension AuroraEngine {
    /// The parameter that refuses connections without TLS.
    var enforcesTLS: RDS.Parameter {
        switch self {
        case .mySQL: RDS.Parameter("require_secure_transport", "ON")
        case .postgreSQL: RDS.Parameter("rds.force_ssl", "1")
        }
    }

    /// What has the engine write these logs at all: exporting alone shows nothing ("Using Advanced Auditing with an Amazon
    /// Aurora MySQL DB cluster", "Aurora MySQL slow query and general logs", Amazon Aurora User Guide).
    func writing(_ logs: [Log]) -> [RDS.Parameter] {
        logs.flatMap { log -> [RDS.Parameter] in
            switch log {
            case .audit:
                [.init("server_audit_logging", "1"), .init("server_audit_events", "CONNECT,QUERY_DCL,QUERY_DDL")]
            case .slowQuery: [.init("slow_query_log", "1")]
            case .general: [.init("general_log", "1")]
            case .error, .postgreSQL: []
            }
        }
    }
}
