import TerraneCore
import Testing

@testable import TerraneAWS

/// The rows of caches, their settings and their users, in both dialects.
struct CacheRowsTests {
    @Test func aParameterGroup() {
        let resource = ElastiCache.ParameterGroup(
            "settings", description: "Settings", family: "redis7",
            parameters: [.evicting(.leastRecentlyUsed), .custom("cluster-enabled", "yes")])
        #expect(
            bilingual(resource) == """
                name = "settings" | -
                family | CacheParameterGroupFamily = "redis7"
                description | Description = "Settings"
                parameter[0]/name = "maxmemory-policy" | -
                parameter[0]/value = "allkeys-lru" | -
                parameter[1]/name = "cluster-enabled" | -
                parameter[1]/value = "yes" | -
                - | Properties = {maxmemory-policy: "allkeys-lru", cluster-enabled: "yes"}
                """)
    }

    @Test func aUser() {
        let resource = ElastiCache.User("cache/api", engine: .valkey(.v8_0), accessString: "on ~* +@all")
        #expect(
            bilingual(resource) == """
                user_id | UserId = "cache-api"
                user_name | UserName = "cache-api"
                engine | Engine = "valkey"
                access_string | AccessString = "on ~* +@all"
                authentication_mode/type | AuthenticationMode/Type = "iam"
                """)
    }

    @Test func theUserWithoutAName() {
        let resource = ElastiCache.User(
            "nobody", userID: "cache-nobody", userName: "default", engine: .redis(.v7_1), accessString: "off -@all",
            authentication: .none)
        #expect(
            bilingual(resource) == """
                user_id | UserId = "cache-nobody"
                user_name | UserName = "default"
                engine | Engine = "redis"
                access_string | AccessString = "off -@all"
                no_password_required | NoPasswordRequired = true
                """)
    }

    @Test func aUserGroup() {
        let resource = ElastiCache.UserGroup("users", engine: .redis(.v7_1), users: ["api", "legacy"])
        #expect(
            bilingual(resource) == """
                user_group_id | UserGroupId = "users"
                engine | Engine = "redis"
                user_ids | UserIds = ["api", "legacy"]
                """)
    }

    @Test func aReplicationGroupInClusterMode() {
        let resource = changed(group)
        #expect(
            bilingual(resource) == """
                replication_group_id | ReplicationGroupId = "cache"
                description | ReplicationGroupDescription = "d"
                engine | Engine = "valkey"
                engine_version | EngineVersion = "8.0"
                node_type | CacheNodeType = "cache.r7g.2xlarge"
                cluster_mode | ClusterMode = "enabled"
                num_node_groups | NumNodeGroups = 3
                replicas_per_node_group | ReplicasPerNodeGroup = 1
                automatic_failover_enabled | AutomaticFailoverEnabled = true
                multi_az_enabled | MultiAZEnabled = true
                port | Port = 6379
                parameter_group_name | CacheParameterGroupName = "default.valkey8.cluster.on"
                subnet_group_name | CacheSubnetGroupName = "subnets"
                security_group_ids | SecurityGroupIds = ["sg-1"]
                at_rest_encryption_enabled | AtRestEncryptionEnabled = true
                transit_encryption_enabled | TransitEncryptionEnabled = true
                kms_key_id | KmsKeyId = "arn:key"
                snapshot_retention_limit | SnapshotRetentionLimit = 0
                auto_minor_version_upgrade | AutoMinorVersionUpgrade = true
                user_group_ids | UserGroupIds = ["users"]
                log_delivery_configuration[0]/destination | LogDeliveryConfigurations[0]/DestinationDetails/CloudWatchLogsDetails/LogGroup = "slow"
                log_delivery_configuration[0]/destination_type | LogDeliveryConfigurations[0]/DestinationType = "cloudwatch-logs"
                log_delivery_configuration[0]/log_format | LogDeliveryConfigurations[0]/LogFormat = "json"
                log_delivery_configuration[0]/log_type | LogDeliveryConfigurations[0]/LogType = "slow-log"
                log_delivery_configuration[1]/destination | LogDeliveryConfigurations[1]/DestinationDetails/CloudWatchLogsDetails/LogGroup = "engine"
                log_delivery_configuration[1]/destination_type | LogDeliveryConfigurations[1]/DestinationType = "cloudwatch-logs"
                log_delivery_configuration[1]/log_format | LogDeliveryConfigurations[1]/LogFormat = "json"
                log_delivery_configuration[1]/log_type | LogDeliveryConfigurations[1]/LogType = "engine-log"
                apply_immediately = true | -
                """)
    }

    private let group = ElastiCache.ReplicationGroup(
        "cache", description: "d", node: .r7g(.xlarge2), replicas: 1, in: "subnets", securityGroups: ["sg-1"])

    private func changed(_ group: ElastiCache.ReplicationGroup) -> ElastiCache.ReplicationGroup {
        var group = group
        group.clusterMode = .shards(3)
        group.engine = .valkey(.v8_0)
        group.parameterGroup = "default.valkey8.cluster.on"
        group.userGroup = "users"
        group.logs = [.slow: "slow", .engine: "engine"]
        group.encryptionKey = "arn:key"
        return group
    }

    @Test func whateverOfAReplicationGroupChangesShowsOnBothSides() {
        expectEachChangeToShow(
            group,
            [
                Change("groupID") { $0.groupID = "other" }, Change("description") { $0.description = "other" },
                Change("engine") { $0.engine = .valkey(.v7_2) }, Change("node") { $0.node = .t4g(.micro) },
                Change("clusterMode") { $0.clusterMode = .shards(1) }, Change("replicas") { $0.replicas = 2 },
                Change("port") { $0.port = 6380 }, Change("subnetGroup") { $0.subnetGroup = "other" },
                Change("securityGroups") { $0.securityGroups = [] },
                Change("snapshots") { $0.snapshots = .daily(keep: .days(1)) },
                Change("maintenance") { $0.maintenance = WeeklyWindow(.sunday, .utc(3)) },
                Change("encryptionKey") { $0.encryptionKey = "arn:key" },
                Change("parameterGroup") { $0.parameterGroup = "other" },
                Change("userGroup") { $0.userGroup = "users" },
                Change("logs") { $0.logs = [.slow: "slow"] },
                Change("notifications") { $0.notifications = "arn:topic" },
            ])
    }
}
