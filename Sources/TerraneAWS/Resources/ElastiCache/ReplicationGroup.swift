public import TerraneCore

extension ElastiCache {
    /// A primary cache node and its replicas, or several such shards ("High availability using replication groups",
    /// Amazon ElastiCache User Guide). Always encrypted, on disk and on the wire.
    public struct ReplicationGroup: Resource {
        public enum ID: TextSubject {}

        /// What ElastiCache writes down ("Log delivery", Amazon ElastiCache User Guide).
        public enum Log: String, Hashable, Sendable, CaseIterable, ExpressionConvertible {
            /// Commands that took long.
            case slow = "slow-log"
            /// What the server program reports.
            case engine = "engine-log"
        }

        public static let type = ResourceType(
            terraform: "aws_elasticache_replication_group", cloudFormation: "AWS::ElastiCache::ReplicationGroup",
            area: .cache, tagging: .list, persistence: .snapshot)

        public var declaration: Declaration
        public var groupID: String
        public var description: String
        public var engine: CacheEngine = .redis(.v7_1)
        public var node: CacheNode
        public var clusterMode: CacheClusterMode = .disabled
        /// How many copies of each primary there are: 0 to 5.
        public var replicas: Int
        public var port: Port = .redis
        public var subnetGroup: Value<SubnetGroup.GroupName>
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        public var snapshots: CacheSnapshots = .none
        public var maintenance: WeeklyWindow?
        /// A key of one's own instead of ElastiCache's.
        public var encryptionKey: Value<ARN>?
        public var parameterGroup: Value<String>?
        /// Who may speak to it; nil for everybody on the network.
        public var userGroup: Value<UserGroup.ID>?
        /// The log groups that its logs go to, as lines of JSON.
        public var logs: [Log: Value<String>] = [:]
        /// Where ElastiCache reports failovers and maintenance.
        public var notifications: Value<ARN>?

        public init(
            _ name: Name, groupID: String? = nil, description: String, node: CacheNode, replicas: Int,
            in subnetGroup: Value<SubnetGroup.GroupName>, securityGroups: [Value<EC2.SecurityGroup.ID>],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.groupID = groupID ?? name.dashed
            self.description = description
            self.node = node
            self.replicas = replicas
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
        }

        public var id: Value<ID> { attribute("id", .ref, foreseen: Value(groupID)) }
        /// CloudFormation has no attribute for it.
        public var arn: Value<ARN> {
            "arn:\(Deployment.partition):elasticache:\(Deployment.region):\(Deployment.account):replicationgroup:\(id)"
        }
        /// Where clients of the cluster protocol learn of the shards.
        public var configurationEndpoint: Value<Host> {
            attribute("configuration_endpoint_address", .attribute("ConfigurationEndPoint.Address"))
        }
        /// Where writes go, whichever node is the primary.
        public var primaryEndpoint: Value<Host> {
            attribute("primary_endpoint_address", .attribute("PrimaryEndPoint.Address"))
        }
        /// Where reads are spread over the replicas.
        public var readerEndpoint: Value<Host> {
            attribute("reader_endpoint_address", .attribute("ReaderEndPoint.Address"))
        }

        public var properties: Properties {
            row("replication_group_id", "ReplicationGroupId", groupID)
            row("description", "ReplicationGroupDescription", description)
            row("engine", "Engine", engine.name)
            row("engine_version", "EngineVersion", engine.version)
            row("node_type", "CacheNodeType", node)
            switch clusterMode {
            case .disabled: row("num_cache_clusters", "NumCacheClusters", replicas + 1)
            case .shards(let count):
                row("cluster_mode", "ClusterMode", "enabled")
                row("num_node_groups", "NumNodeGroups", count)
                row("replicas_per_node_group", "ReplicasPerNodeGroup", replicas)
            }
            // In cluster mode ElastiCache takes no other word.
            row("automatic_failover_enabled", "AutomaticFailoverEnabled", replicas > 0 || clusterMode != .disabled)
            row("multi_az_enabled", "MultiAZEnabled", replicas > 0)
            row("port", "Port", port)
            row("parameter_group_name", "CacheParameterGroupName", parameterGroup)
            row("subnet_group_name", "CacheSubnetGroupName", subnetGroup)
            row("security_group_ids", "SecurityGroupIds", securityGroups)
            row("at_rest_encryption_enabled", "AtRestEncryptionEnabled", true)
            row("transit_encryption_enabled", "TransitEncryptionEnabled", true)
            row("kms_key_id", "KmsKeyId", encryptionKey)
            row("snapshot_retention_limit", "SnapshotRetentionLimit", snapshots.retention.inDays)
            row("snapshot_window", "SnapshotWindow", snapshots.window)
            row("maintenance_window", "PreferredMaintenanceWindow", maintenance)
            row("auto_minor_version_upgrade", "AutoMinorVersionUpgrade", true)
            row("notification_topic_arn", "NotificationTopicArn", notifications)
            row("user_group_ids", "UserGroupIds", userGroup.map { [$0] })
            repeated("log_delivery_configuration", "LogDeliveryConfigurations", deliveries) { log, group in
                row("destination", "DestinationDetails/CloudWatchLogsDetails/LogGroup", group)
                row("destination_type", "DestinationType", "cloudwatch-logs")
                row("log_format", "LogFormat", "json")
                row("log_type", "LogType", log)
            }
            terraformOnly("apply_immediately", true, because: "CloudFormation applies every change immediately")
        }

        private var deliveries: [(Log, Value<String>)] {
            Log.allCases.compactMap { log in logs[log].map { (log, $0) } }
        }
    }
}
