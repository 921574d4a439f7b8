public import TerraneCore

extension Atlas {
    /// A replica set of dedicated nodes on AWS ("Create a Cluster", MongoDB Atlas documentation).
    public struct Cluster: Resource {
        /// A connection string, without user or password.
        public enum ConnectionString: TextSubject {}

        public static let type = ResourceType(
            terraform: "mongodbatlas_advanced_cluster", cloudFormation: "MongoDB::Atlas::Cluster", area: .database,
            tagging: .list, persistence: .retain)

        public var declaration: Declaration
        public var clusterName: String
        public var project: Value<Project.ID>
        public var version: MongoDBVersion = .v8_0
        /// The same in every region.
        public var tier: ClusterTier
        public var storage: DataSize
        /// The first is preferred for the primary.
        public var regions: [RegionNodes]
        /// The largest tier that load may grow the nodes to; nil keeps the tier. Storage always grows.
        public var largestTier: ClusterTier?
        public var isBackedUp = true
        /// Whether any second can be restored, not only snapshots.
        public var restoresToAnyPoint = true
        public var isProtectedFromTermination = true
        public var profile: AtlasProfile = .default

        public init(
            _ name: Name, clusterName: String? = nil, in project: Value<Project.ID>, tier: ClusterTier,
            storage: DataSize, regions: [RegionNodes], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.clusterName = clusterName ?? name.dashed
            self.project = project
            self.tier = tier
            self.storage = storage
            self.regions = regions
        }

        /// What backups and users call it by. CloudFormation's identifier of a cluster has three parts, so there the
        /// name stands as it is written here.
        public var reference: Value<String> {
            Value(
                terraform: attribute(
                    "name", .absent(because: "MongoDB::Atlas::Cluster gives no name of its own"),
                    foreseen: Value(clusterName)),
                cloudFormation: Value(clusterName))
        }

        /// The identifier of the one zone of a replica set, which copies of backups name.
        public var zone: Value<String> {
            attribute(
                "replication_specs[0].zone_id",
                .absent(because: "MongoDB::Atlas::Cluster does not give the identifiers of its replication specs"))
        }

        /// Where clients in the network of the first private connection find the cluster, `mongodb+srv://…`.
        public var privateConnectionString: Value<ConnectionString> {
            let list: Value<[ConnectionString]> = attribute(
                "connection_strings.private_endpoint", .attribute("ConnectionStrings.PrivateEndpointsSrv"))
            return Value(
                terraform: attribute(
                    "connection_strings.private_endpoint[0].srv_connection_string",
                    .attribute("ConnectionStrings.PrivateEndpointsSrv")),
                cloudFormation: list[0])
        }

        /// Where clients find it over the Internet, if an address list lets them.
        public var publicConnectionString: Value<ConnectionString> {
            attribute("connection_strings.standard_srv", .attribute("ConnectionStrings.StandardSrv"))
        }

        public var properties: Properties {
            row("project_id", "ProjectId", project)
            row("name", "Name", clusterName)
            row("cluster_type", "ClusterType", "REPLICASET")
            row("mongo_db_major_version", "MongoDBMajorVersion", version)
            row("backup_enabled", "BackupEnabled", isBackedUp)
            row("pit_enabled", "PitEnabled", restoresToAnyPoint)
            row("termination_protection_enabled", "TerminationProtectionEnabled", isProtectedFromTermination)
            nested("advanced_configuration", "AdvancedSettings", as: .attribute) {
                row("minimum_enabled_tls_protocol", "MinimumEnabledTLSProtocol", "TLS1_2")
                row("javascript_enabled", "JavascriptEnabled", false)
            }
            cloudFormationOnly("DiskSizeGB", storage.inGibibytes, because: "Terraform states it for each kind of node")
            terraformOnly(
                "use_effective_fields", true,
                because: "what auto-scaling changed is no drift; CloudFormation does not compare")
            repeated("replication_specs", "ReplicationSpecs", as: .attribute, [regions]) { regions in
                cloudFormationOnly("NumShards", 1, because: "Terraform has a replication spec for each shard")
                repeated("region_configs", "AdvancedRegionConfigs", as: .attribute, Array(regions.enumerated())) {
                    region($0.element, number: $0.offset)
                }
            }
            profile.row
        }
    }
}
