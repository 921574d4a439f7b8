public import TerraneCore

extension RDS {
    /// An Aurora database: one volume of data over three zones, and the instances that serve it ("Amazon Aurora DB clusters",
    /// Amazon Aurora User Guide). Always encrypted.
    public struct DBCluster: Resource {
        public enum ID: TextSubject {}

        /// What the cluster begins with.
        public enum Origin: Hashable, Sendable {
            /// An empty database and its first user.
            case new(databaseName: String, user: String, password: MasterPassword)
            /// A further region of a global database, which holds its data and takes no writes.
            case secondary
        }

        public static let type = ResourceType(
            terraform: "aws_rds_cluster", cloudFormation: "AWS::RDS::DBCluster", area: .database, tagging: .list,
            persistence: .snapshot)

        public var declaration: Declaration
        public var identifier: String
        public var engine: AuroraEngine
        public var origin: Origin
        public var subnetGroup: Value<DBSubnetGroup.GroupName>
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        public var parameterGroup: Value<DBClusterParameterGroup.GroupName>?
        /// The global database that it is a region of.
        public var globalCluster: Value<GlobalCluster.ID>?
        public var backups: DatabaseBackups = .daily(keep: .days(7))
        public var maintenance: WeeklyWindow?
        public var logs: [AuroraEngine.Log] = []
        /// A key of one's own instead of the account's `aws/rds`.
        public var encryptionKey: Value<ARN>?
        /// Whether roles can log in with a token instead of a password.
        public var acceptsRoles = false
        /// Whether it refuses to be deleted, and leaves a last snapshot.
        public var isProtected = true

        public init(
            _ name: Name, identifier: String? = nil, engine: AuroraEngine, _ origin: Origin,
            in subnetGroup: Value<DBSubnetGroup.GroupName>, securityGroups: [Value<EC2.SecurityGroup.ID>],
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.identifier = identifier ?? name.dashed
            self.engine = engine
            self.origin = origin
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
        }

        public var id: Value<ID> { attribute("cluster_identifier", .ref, foreseen: Value(identifier)) }
        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("DBClusterArn"),
                foreseen:
                    "arn:\(Deployment.partition):rds:\(Deployment.region):\(Deployment.account):cluster:\(identifier)")
        }
        /// Where writes go, whichever instance is the writer.
        public var endpoint: Value<Host> { attribute("endpoint", .attribute("Endpoint.Address")) }
        /// Where reads are spread over the readers.
        public var readerEndpoint: Value<Host> { attribute("reader_endpoint", .attribute("ReadEndpoint.Address")) }
        /// The secret in which RDS itself keeps the password.
        public var managedSecret: Value<ARN> {
            attribute("master_user_secret[0].secret_arn", .attribute("MasterUserSecret.SecretArn"))
        }

        public var properties: Properties {
            row("cluster_identifier", "DBClusterIdentifier", identifier)
            row("engine", "Engine", engine.name)
            row("engine_version", "EngineVersion", engine.version)
            row("global_cluster_identifier", "GlobalClusterIdentifier", globalCluster)
            if case .new(let databaseName, let user, let password) = origin {
                row("database_name", "DatabaseName", databaseName)
                row("master_username", "MasterUsername", user)
                password.clusterRows
            }
            row("storage_encrypted", "StorageEncrypted", true)
            row("kms_key_id", "KmsKeyId", encryptionKey)
            row("db_subnet_group_name", "DBSubnetGroupName", subnetGroup)
            row("vpc_security_group_ids", "VpcSecurityGroupIds", securityGroups)
            row("db_cluster_parameter_group_name", "DBClusterParameterGroupName", parameterGroup)
            row("iam_database_authentication_enabled", "EnableIAMDatabaseAuthentication", acceptsRoles)
            row("backup_retention_period", "BackupRetentionPeriod", backups.retention.inDays)
            row("preferred_backup_window", "PreferredBackupWindow", backups.window)
            row("preferred_maintenance_window", "PreferredMaintenanceWindow", maintenance)
            row("copy_tags_to_snapshot", "CopyTagsToSnapshot", true)
            row("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports", logs.map(\.rawValue))
            row("deletion_protection", "DeletionProtection", isProtected)
            ending
        }

        @PropertiesBuilder private var ending: Properties {
            terraformOnly(
                "skip_final_snapshot", !isProtected, because: "CloudFormation says it with the DeletionPolicy")
            terraformOnly(
                "final_snapshot_identifier", isProtected ? "\(identifier)-final-snapshot" : nil,
                because: "CloudFormation chooses the name")
            terraformOnly(
                "apply_immediately", false, because: "CloudFormation applies changes at once, save those of the engine")
        }
    }

    /// An instance of an Aurora cluster: its writer, or one of its readers ("Amazon Aurora DB clusters", Amazon Aurora User
    /// Guide).
    public struct DBClusterInstance: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_rds_cluster_instance", cloudFormation: "AWS::RDS::DBInstance", area: .database,
            tagging: .list, persistence: .elsewhere)

        public var declaration: Declaration
        public var identifier: String
        public var cluster: Value<DBCluster.ID>
        public var engine: AuroraEngine
        public var instance: DatabaseInstanceClass
        /// The order in which instances become the writer when the writer fails: 0 first, 15 last.
        public var promotionTier: Int
        public var subnetGroup: Value<DBSubnetGroup.GroupName>
        public var monitoring: DBInstance.Monitoring?

        public init(
            _ name: Name, identifier: String? = nil, of cluster: Value<DBCluster.ID>, engine: AuroraEngine,
            instance: DatabaseInstanceClass, promotionTier: Int, in subnetGroup: Value<DBSubnetGroup.GroupName>,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.identifier = identifier ?? name.dashed
            self.cluster = cluster
            self.engine = engine
            self.instance = instance
            self.promotionTier = promotionTier
            self.subnetGroup = subnetGroup
        }

        public var id: Value<ID> { attribute("identifier", .ref, foreseen: Value(identifier)) }

        public var properties: Properties {
            row("identifier", "DBInstanceIdentifier", identifier)
            row("cluster_identifier", "DBClusterIdentifier", cluster)
            row("engine", "Engine", engine.name)
            row("instance_class", "DBInstanceClass", instance)
            row("promotion_tier", "PromotionTier", promotionTier)
            row("db_subnet_group_name", "DBSubnetGroupName", subnetGroup)
            row("publicly_accessible", "PubliclyAccessible", false)
            row("auto_minor_version_upgrade", "AutoMinorVersionUpgrade", true)
            terraformOnly(
                "copy_tags_to_snapshot", true, because: "CloudFormation takes it from the cluster")
            row("performance_insights_enabled", "EnablePerformanceInsights", hasPerformanceInsights)
            row(
                "performance_insights_retention_period", "PerformanceInsightsRetentionPeriod",
                hasPerformanceInsights ? 7 : nil)
            row("monitoring_interval", "MonitoringInterval", monitoring?.interval.inSeconds)
            row("monitoring_role_arn", "MonitoringRoleArn", monitoring?.role)
        }

        private var hasPerformanceInsights: Bool { instance.hasPerformanceInsights(for: engine.compatible) }
    }

    /// An Aurora database over several regions, of which one takes the writes ("Using Amazon Aurora Global Database", Amazon
    /// Aurora User Guide).
    public struct GlobalCluster: Resource {
        public enum ID: TextSubject {}

        public static let type = ResourceType(
            terraform: "aws_rds_global_cluster", cloudFormation: "AWS::RDS::GlobalCluster", area: .database,
            tagging: .list, persistence: .retain)

        public var declaration: Declaration
        public var identifier: String
        public var engine: AuroraEngine
        public var isProtected: Bool

        public init(
            _ name: Name, identifier: String? = nil, engine: AuroraEngine, isProtected: Bool = true,
            file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.identifier = identifier ?? name.dashed
            self.engine = engine
            self.isProtected = isProtected
        }

        public var id: Value<ID> { attribute("id", .ref, foreseen: Value(identifier)) }

        public var properties: Properties {
            row("global_cluster_identifier", "GlobalClusterIdentifier", identifier)
            row("engine", "Engine", engine.name)
            row("engine_version", "EngineVersion", engine.version)
            row("storage_encrypted", "StorageEncrypted", true)
            row("deletion_protection", "DeletionProtection", isProtected)
        }
    }
}
