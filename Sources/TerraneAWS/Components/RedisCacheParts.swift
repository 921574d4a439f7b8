public import TerraneCore

/// The resources that a cache is made of.
extension RedisCache {
    var securityGroup: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "traffic", in: network.vpc, description: "Traffic of the cache \(name.dashed)")
    }

    var subnets: ElastiCache.SubnetGroup {
        ElastiCache.SubnetGroup(
            name / "subnets", description: "Subnets of the cache \(name.dashed)", subnets: network.cacheSubnets)
    }

    var group: ElastiCache.ReplicationGroup {
        var group = ElastiCache.ReplicationGroup(
            name, description: "The cache \(name.dashed)", node: node, replicas: replicas, in: subnets.reference,
            securityGroups: [securityGroup.id])
        group.engine = engine
        group.clusterMode = clusterMode
        group.snapshots = snapshots
        group.maintenance = maintenance
        group.encryptionKey = encryptionKey
        group.notifications = notifications
        group.userGroup = userGroup?.id
        group.parameterGroup = parameterGroup?.id ?? defaultParameters
        if logRetention != nil {
            for log in ElastiCache.ReplicationGroup.Log.allCases { group.logs[log] = logGroup(log).id }
        }
        return group
    }

    // MARK: Settings

    /// The family is in its name, so that another engine finds its own group before the old one goes.
    var parameterGroup: ElastiCache.ParameterGroup? {
        guard !parameters.isEmpty else { return nil }
        let family = engine.family.split(separator: ".").joined(separator: "-")
        let mode = clusterMode == .disabled ? [] : [CacheParameter.custom("cluster-enabled", "yes")]
        return ElastiCache.ParameterGroup(
            name / "parameters", groupName: "\(name.dashed)-\(family)",
            description: "Settings of the cache \(name.dashed)", family: engine.family, parameters: mode + parameters
        ).replacedBeforeDestruction()
    }

    /// ElastiCache takes the plain default by itself; cluster mode is switched on by another.
    private var defaultParameters: Value<String>? {
        clusterMode == .disabled ? nil : Value(engine.defaultParameterGroup(clusterMode))
    }

    func logGroup(_ log: ElastiCache.ReplicationGroup.Log) -> Logs.LogGroup {
        Logs.LogGroup(
            name / log.rawValue, groupName: "/elasticache/\(name.dashed)/\(log.rawValue)",
            retention: logRetention ?? .oneMonth)
    }

    // MARK: Users

    /// The name that a client gives for a user that is known by its role.
    public func userName(_ user: String) -> Value<String> { roleUser(user, .everything).id.as() }

    /// What the role of a client needs to be that user: `permissions: [sessions.connecting(as: "api")]`.
    public func connecting(as user: String) -> IAM.Statement {
        .allow(
            "elasticache:Connect", on: [group.arn, roleUser(user, .everything).arn],
            id: "ConnectTo\(RedisCache.words(name.path))As\(RedisCache.words(user))")
    }

    /// Letters and digits alone, which an identifier in a policy is made of.
    private static func words(_ text: String) -> String {
        text.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    var users: [any Element] {
        guard case .users(let users) = access else { return [] }
        let withRoles = users.compactMap { user in
            if case .role(let permissions) = user.identity { roleUser(user.name, permissions) } else { nil }
        }
        return withRoles + (engine.needsDefaultUser ? [defaultUser] : [])
    }

    var userGroup: ElastiCache.UserGroup? {
        guard case .users(let users) = access else { return nil }
        let members = users.map { user -> Value<ElastiCache.User.ID> in
            switch user.identity {
            case .role(let permissions): roleUser(user.name, permissions).id
            case .existing(let id): Value(id)
            }
        }
        return ElastiCache.UserGroup(
            name / "users", engine: engine, users: members + (engine.needsDefaultUser ? [defaultUser.id] : []))
    }

    private func roleUser(_ user: String, _ permissions: CachePermissions) -> ElastiCache.User {
        ElastiCache.User(
            name / "user-\(user)", userID: "\(name.dashed)-\(user)", engine: engine,
            accessString: permissions.accessString)
    }

    /// Whoever gives no name is this user, which Redis wants in every group: switched off.
    private var defaultUser: ElastiCache.User {
        ElastiCache.User(
            name / "user-default", userID: "\(name.dashed)-nobody", userName: "default", engine: engine,
            accessString: "off -@all", authentication: .none)
    }
}
