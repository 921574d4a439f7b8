public import TerraneCore

/// An Aurora database: a writer, readers that take over when it fails, and one volume of data over three zones. Encrypted
/// on disk and on the wire, backed up without pause, with a security group that lets nobody in until a `Connection` says so.
///
///     AuroraCluster(
///         "shop-db", in: network, engine: .mySQL(.v3_10), databaseName: "shop", writer: .r6g(.xlarge2),
///         readers: ["reader1": .r6g(.xlarge), "reader2": .r6g(.xlarge)], backups: .daily(keep: .days(30)))
///     .scalingReaders(2...5, at: .percent(60))
public struct AuroraCluster: Component {
    public var declaration: Declaration
    public let network: Network
    public let engine: AuroraEngine
    public let databaseName: String
    public let user: String
    public let writer: DatabaseInstanceClass
    /// Each with its name, which is part of its identity.
    public let readers: KeyValuePairs<String, DatabaseInstanceClass>
    public let credentials: DatabaseCredentials
    public let backups: DatabaseBackups
    public let maintenance: WeeklyWindow?
    public let parameters: [RDS.Parameter]
    public let logs: [AuroraEngine.Log]
    /// Whether it refuses to be deleted, and leaves a last snapshot.
    public let isProtected: Bool
    public let encryptionKey: Value<ARN>?
    public let acceptsRoles: Bool
    var readerScaling: ReaderScaling?

    struct ReaderScaling: Hashable, Sendable {
        let bounds: ClosedRange<Int>
        let target: Percentage
    }

    public init(
        _ name: Name, in network: Network, engine: AuroraEngine, databaseName: String, user: String = "administrator",
        writer: DatabaseInstanceClass, readers: KeyValuePairs<String, DatabaseInstanceClass>,
        credentials: DatabaseCredentials = .managed(), backups: DatabaseBackups = .daily(keep: .days(7)),
        maintenance: WeeklyWindow? = nil, parameters: KeyValuePairs<String, String> = [:],
        logs: [AuroraEngine.Log]? = nil, isProtected: Bool = true, encryptedWith encryptionKey: Value<ARN>? = nil,
        acceptsRoles: Bool = true, file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.network = network
        self.engine = engine
        self.databaseName = databaseName
        self.user = user
        self.writer = writer
        self.readers = readers
        self.credentials = credentials
        self.backups = backups
        self.maintenance = maintenance
        self.parameters = parameters.map { RDS.Parameter($0.key, $0.value) }
        self.logs = logs ?? engine.usualLogs
        self.isProtected = isProtected
        self.encryptionKey = encryptionKey
        self.acceptsRoles = acceptsRoles
    }

    /// The same cluster whose readers, beyond those it names, come and go with their load ("Amazon Aurora Auto Scaling with
    /// Aurora Replicas", Amazon Aurora User Guide).
    public func scalingReaders(_ bounds: ClosedRange<Int>, at cpu: Percentage) -> AuroraCluster {
        var copy = self
        copy.readerScaling = ReaderScaling(bounds: bounds, target: cpu)
        return copy
    }

    // MARK: What it offers

    /// Where writes go, whichever instance is the writer. Clients speak TLS; without it they are refused.
    public var endpoint: Value<Host> { cluster.endpoint }
    /// Where reads are spread over the readers.
    public var readerEndpoint: Value<Host> { cluster.readerEndpoint }
    public var port: Port { engine.compatible.port }
    public var id: Value<RDS.DBCluster.ID> { cluster.id }
    public var arn: Value<ARN> { cluster.arn }
    /// The secret in which RDS keeps the user and the password, as a JSON document; for `.managed` credentials.
    public var managedSecret: Value<ARN> { cluster.managedSecret }

    public var body: Content {
        securityGroup
        subnets
        parameterGroup
        monitoring
        cluster
        instance("writer", writer, tier: 0)
        for (part, reader) in readers { instance(part, reader, tier: 1) }
        if case .managed(let interval?) = credentials {
            SecretsManager.Rotation(name / "rotation", of: cluster.managedSecret, every: interval, by: .owner)
        }
        if let readerScaling {
            readerTarget(readerScaling)
            readerPolicy(readerScaling)
        }
    }

    private var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic of the database \(name.dashed)")
    }

    private var subnets: RDS.DBSubnetGroup {
        RDS.DBSubnetGroup(
            name / "subnets", description: "Subnets of the database \(name.dashed)", subnets: network.databaseSubnets)
    }

    private var parameterGroup: RDS.DBClusterParameterGroup {
        RDS.DBClusterParameterGroup(
            name / "parameters", family: engine.parameterFamily, description: "Settings of the database \(name.dashed)",
            [engine.enforcesTLS] + written + parameters)
    }

    /// Parameters for the logs that are exported, save those that the author sets.
    private var written: [RDS.Parameter] {
        engine.writing(logs).filter { parameter in !parameters.contains { $0.name == parameter.name } }
    }

    private var monitoring: DatabaseMonitoring { DatabaseMonitoring(name / "monitoring") }

    private var cluster: RDS.DBCluster {
        var cluster = RDS.DBCluster(
            name, engine: engine, .new(databaseName: databaseName, user: user, password: credentials.password),
            in: subnets.reference, securityGroups: [securityGroup.id])
        cluster.parameterGroup = parameterGroup.reference
        cluster.backups = backups
        cluster.maintenance = maintenance
        cluster.logs = logs
        cluster.encryptionKey = encryptionKey
        cluster.acceptsRoles = acceptsRoles
        cluster.isProtected = isProtected
        return cluster
    }

    private func instance(_ part: String, _ size: DatabaseInstanceClass, tier: Int) -> RDS.DBClusterInstance {
        var instance = RDS.DBClusterInstance(
            name / part, of: cluster.id, engine: engine, instance: size, promotionTier: tier, in: subnets.reference)
        instance.monitoring = .init(role: monitoring.role)
        return instance
    }

    // MARK: Scaling

    private func readerTarget(_ scaling: ReaderScaling) -> AutoScaling.ScalableTarget {
        AutoScaling.ScalableTarget(
            name / "readers", .readers, resourceID: "cluster:\(cluster.id)", between: scaling.bounds)
    }

    private func readerPolicy(_ scaling: ReaderScaling) -> AutoScaling.ScalingPolicy {
        AutoScaling.ScalingPolicy(
            name / "readers-cpu", of: readerTarget(scaling),
            .targetTracking(
                metric: .readerCPU, value: scaling.target.ofHundred, scaleOut: .minutes(5), scaleIn: .minutes(5)))
    }
}

extension AuroraCluster: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    public var listeningPorts: PortRange? { PortRange(port) }
}
