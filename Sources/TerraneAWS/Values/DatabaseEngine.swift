public import TerraneCore

/// The server program of an RDS database and its major version ("Amazon RDS for PostgreSQL release calendar", "Amazon RDS
/// for MySQL release calendar"). Minor versions are RDS's to choose, in the maintenance window.
public enum DatabaseEngine: Hashable, Sendable {
    case postgreSQL(PostgreSQLVersion)
    case mySQL(MySQLVersion)

    public enum PostgreSQLVersion: String, Hashable, Sendable {
        case v14 = "14"
        case v15 = "15"
        case v16 = "16"
        case v17 = "17"

        /// The minor version of a new database, which RDS raises afterwards.
        var minor: String {
            switch self {
            case .v14: "14.22"
            case .v15: "15.17"
            case .v16: "16.13"
            case .v17: "17.9"
            }
        }
    }

    public enum MySQLVersion: String, Hashable, Sendable {
        case v8_0 = "8.0"
        case v8_4 = "8.4"

        /// The minor version of a new database, which RDS raises afterwards.
        var minor: String {
            switch self {
            case .v8_0: "8.0.46"
            case .v8_4: "8.4.9"
            }
        }
    }

    /// What RDS calls it.
    public var name: String {
        switch self {
        case .postgreSQL: "postgres"
        case .mySQL: "mysql"
        }
    }

    /// The major version, `16` or `8.4`.
    public var majorVersion: String {
        switch self {
        case .postgreSQL(let version): version.rawValue
        case .mySQL(let version): version.rawValue
        }
    }

    /// Terraform takes the major version alone, and then leaves the minor one to RDS; CloudFormation wants both.
    var version: Value<String> { Value(terraform: Value(majorVersion), cloudFormation: Value(minorVersion)) }

    var minorVersion: String {
        switch self {
        case .postgreSQL(let version): version.minor
        case .mySQL(let version): version.minor
        }
    }

    /// The family of its parameter groups.
    public var parameterFamily: String { "\(name)\(majorVersion)" }

    public var port: Port {
        switch self {
        case .postgreSQL: 5432
        case .mySQL: 3306
        }
    }

    /// The logs that go to CloudWatch unless said otherwise.
    var logs: [String] {
        switch self {
        case .postgreSQL: ["postgresql", "upgrade"]
        case .mySQL: ["error", "slowquery"]
        }
    }

    /// The parameter that refuses connections without TLS.
    var enforcesTLS: RDS.Parameter {
        switch self {
        case .postgreSQL: RDS.Parameter("rds.force_ssl", "1")
        case .mySQL: RDS.Parameter("require_secure_transport", "1")
        }
    }
}
