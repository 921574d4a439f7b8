public import TerraneCore

/// A PostgreSQL or MySQL database on RDS, in the database subnets of a network: encrypted on disk and on the wire, backed
/// up every day, with a security group that lets nobody in until a `Connection` says so. RDS makes and keeps the password
/// of its first user.
///
///     RelationalDatabase(
///         "shop-db", in: network, engine: .postgreSQL(.v16), instance: .r6g(.large), storage: .gibibytes(20, upTo: 100),
///         databaseName: "shop", isMultiAZ: true)
public struct RelationalDatabase: Component {
    public var declaration: Declaration
    public let network: Network
    public let engine: DatabaseEngine
    public let instance: DatabaseInstanceClass
    public let storage: DatabaseStorage
    public let databaseName: String
    public let user: String
    /// Whether a copy in a second zone takes over when the first fails.
    public let isMultiAZ: Bool
    public let credentials: DatabaseCredentials
    public let backups: DatabaseBackups
    public let maintenance: WeeklyWindow?
    public let parameters: [RDS.Parameter]
    /// Whether it refuses to be deleted, and leaves a last snapshot.
    public let isProtected: Bool
    public let encryptionKey: Value<ARN>?
    public let acceptsRoles: Bool

    public init(
        _ name: Name, in network: Network, engine: DatabaseEngine, instance: DatabaseInstanceClass,
        storage: DatabaseStorage, databaseName: String, user: String = "administrator", isMultiAZ: Bool = true,
        credentials: DatabaseCredentials = .managed(), backups: DatabaseBackups = .daily(keep: .days(7)),
        maintenance: WeeklyWindow? = nil, parameters: KeyValuePairs<String, String> = [:], isProtected: Bool = true,
        encryptedWith encryptionKey: Value<ARN>? = nil, acceptsRoles: Bool = true, file: String = #fileID,
        line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.engine = engine
        self.instance = instance
        self.storage = storage
        self.databaseName = databaseName
        self.user = user
        self.isMultiAZ = isMultiAZ
        self.credentials = credentials
        self.backups = backups
        self.maintenance = maintenance
        self.parameters = parameters.map { RDS.Parameter($0.key, $0.value) }
        self.isProtected = isProtected
        self.encryptionKey = encryptionKey
        self.acceptsRoles = acceptsRoles
    }

    /// Where clients connect to. They speak TLS; without it they are refused.
    public var endpoint: Value<Host> { database.address }
    public var port: Port { engine.port }
    public var id: Value<RDS.DBInstance.ID> { database.id }
    public var arn: Value<ARN> { database.arn }
    /// The secret in which RDS keeps the user and the password, as a JSON document; for `.managed` credentials.
    public var managedSecret: Value<ARN> { database.managedSecret }
    /// Permission to read that secret.
    public var readingSecret: IAM.Statement {
        .allow("secretsmanager:GetSecretValue", on: [managedSecret], id: "ReadDatabasePassword")
    }

    public var body: Content {
        securityGroup
        subnets
        parameterGroup
        monitoring
        database
        if case .managed(let interval?) = credentials {
            SecretsManager.Rotation(name / "rotation", of: database.managedSecret, every: interval, by: .owner)
        }
    }

    private var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic of the database \(name.dashed)")
    }

    private var subnets: RDS.DBSubnetGroup {
        RDS.DBSubnetGroup(
            name / "subnets", description: "Subnets of the database \(name.dashed)", subnets: network.databaseSubnets)
    }

    private var parameterGroup: RDS.DBParameterGroup {
        RDS.DBParameterGroup(
            name / "parameters", family: engine.parameterFamily, description: "Settings of the database \(name.dashed)",
            [engine.enforcesTLS] + parameters)
    }

    private var monitoring: DatabaseMonitoring { DatabaseMonitoring(name / "monitoring") }

    private var database: RDS.DBInstance {
        var database = RDS.DBInstance(
            name, engine: engine, instance: instance,
            .new(databaseName: databaseName, user: user, password: credentials.password), storage: storage,
            in: subnets.reference, securityGroups: [securityGroup.id])
        database.isMultiAZ = isMultiAZ
        database.parameterGroup = parameterGroup.reference
        database.backups = backups
        database.maintenance = maintenance
        database.logs = engine.logs
        database.encryptionKey = encryptionKey
        database.acceptsRoles = acceptsRoles
        database.isProtected = isProtected
        database.monitoring = .init(role: monitoring.role)
        return database
    }
}

extension RelationalDatabase: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    public var listeningPorts: PortRange? { PortRange(engine.port) }
}
