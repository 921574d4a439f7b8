public import TerraneCore

/// A copy of a database in another region that follows it and can be promoted when that region fails ("Creating a read
/// replica in a different AWS Region", Amazon RDS User Guide). It is encrypted with a key of its own region.
///
///     DatabaseReplica(
///         "shop-db", of: Shop.production.database, account: "111122223333", region: .tokyo, in: network,
///         encryptedWith: key.arn)
public struct DatabaseReplica: Component {
    public var declaration: Declaration
    public let original: RelationalDatabase
    /// The account and the region of the source.
    public let sourceAccount: AccountID
    public let sourceRegion: Region
    public let network: Network
    public let instance: DatabaseInstanceClass
    public let encryptionKey: Value<ARN>
    public let isProtected: Bool

    public init(
        _ name: Name, of source: RelationalDatabase, account: AccountID, region: Region, in network: Network,
        instance: DatabaseInstanceClass? = nil, encryptedWith encryptionKey: Value<ARN>, isProtected: Bool = true,
        file: String = #fileID, line: Int = #line
    ) {
        self.declaration = Declaration(name, file: file, line: line)
        self.original = source
        self.sourceAccount = account
        self.sourceRegion = region
        self.network = network
        self.instance = instance ?? source.instance
        self.encryptionKey = encryptionKey
        self.isProtected = isProtected
    }

    public var endpoint: Value<Host> { replica.address }
    public var id: Value<RDS.DBInstance.ID> { replica.id }
    public var arn: Value<ARN> { replica.arn }

    public var body: Content {
        securityGroup
        subnets
        parameterGroup
        monitoring
        replica
            .suppressing("CKV_AWS_16", because: "Encrypted because its source is")
            .suppressing("CKV_AWS_157", because: "It is itself a copy, of a database that may be in two zones")
    }

    private var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic of the replica \(name.dashed)")
    }

    private var subnets: RDS.DBSubnetGroup {
        RDS.DBSubnetGroup(
            name / "subnets", description: "Subnets of the replica \(name.dashed)", subnets: network.databaseSubnets)
    }

    private var parameterGroup: RDS.DBParameterGroup {
        RDS.DBParameterGroup(
            name / "parameters", family: original.engine.parameterFamily,
            description: "Settings of the replica \(name.dashed)", [original.engine.enforcesTLS] + original.parameters)
    }

    private var monitoring: DatabaseMonitoring { DatabaseMonitoring(name / "monitoring") }

    private var replica: RDS.DBInstance {
        var replica = RDS.DBInstance(
            name, engine: original.engine, instance: instance,
            .replica(
                of:
                    "arn:\(Deployment.partition):rds:\(sourceRegion.rawValue):\(sourceAccount.rawValue):db:\(original.name.dashed)",
                from: sourceRegion), storage: original.storage, in: subnets.reference,
            securityGroups: [securityGroup.id])
        replica.parameterGroup = parameterGroup.reference
        replica.backups = original.backups
        replica.logs = original.engine.logs
        replica.encryptionKey = encryptionKey
        replica.acceptsRoles = original.acceptsRoles
        replica.isProtected = isProtected
        replica.monitoring = .init(role: monitoring.role)
        return replica
    }
}

extension DatabaseReplica: Connectable {
    public var peer: EC2.TrafficPeer { .securityGroup(securityGroup.id) }
    public var listeningPorts: PortRange? { PortRange(original.engine.port) }
}
