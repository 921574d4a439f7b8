public import TerraneCore

extension RDS {
    /// A database server and its disk ("Amazon RDS DB instances", Amazon RDS User Guide). Always encrypted, never with an
    /// address outside the network.
    public struct DBInstance: Resource {
        public enum ID: TextSubject {}

        /// What the instance begins with.
        public enum Origin: Hashable, Sendable {
            /// An empty database and its first user.
            case new(databaseName: String, user: String, password: MasterPassword)
            /// A copy of another instance, by its identifier in the same region or its ARN in another, that follows it.
            case replica(of: Value<String>, from: Region?)
        }

        public static let type = ResourceType(
            terraform: "aws_db_instance", cloudFormation: "AWS::RDS::DBInstance", area: .database, tagging: .list,
            persistence: .snapshot)

        public var declaration: Declaration
        public var identifier: String
        public var engine: DatabaseEngine
        public var instance: DatabaseInstanceClass
        public var origin: Origin
        public var storage: DatabaseStorage
        public var isMultiAZ = false
        public var subnetGroup: Value<DBSubnetGroup.GroupName>
        public var securityGroups: [Value<EC2.SecurityGroup.ID>]
        public var parameterGroup: Value<DBParameterGroup.GroupName>?
        public var backups: DatabaseBackups = .daily(keep: .days(7))
        public var maintenance: WeeklyWindow?
        /// Logs that go to CloudWatch.
        public var logs: [String] = []
        /// A key of one's own instead of the account's `aws/rds`.
        public var encryptionKey: Value<ARN>?
        /// Whether roles can log in with a token instead of a password.
        public var acceptsRoles = false
        /// Whether it refuses to be deleted, and leaves a last snapshot.
        public var isProtected = true
        /// How finely the machine is watched ("Enhanced Monitoring"), and the role that RDS writes its findings with.
        public var monitoring: Monitoring?

        public struct Monitoring: Hashable, Sendable {
            public let interval: TimeSpan
            public let role: Value<ARN>

            public init(every interval: TimeSpan = .minutes(1), role: Value<ARN>) {
                self.interval = interval
                self.role = role
            }
        }

        public init(
            _ name: Name, identifier: String? = nil, engine: DatabaseEngine, instance: DatabaseInstanceClass,
            _ origin: Origin, storage: DatabaseStorage, in subnetGroup: Value<DBSubnetGroup.GroupName>,
            securityGroups: [Value<EC2.SecurityGroup.ID>], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.identifier = identifier ?? name.dashed
            self.engine = engine
            self.instance = instance
            self.origin = origin
            self.storage = storage
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
        }

        public var id: Value<ID> { attribute("identifier", .ref, foreseen: Value(identifier)) }
        public var arn: Value<ARN> {
            attribute(
                "arn", .attribute("DBInstanceArn"),
                foreseen: "arn:\(Deployment.partition):rds:\(Deployment.region):\(Deployment.account):db:\(identifier)")
        }
        /// Where clients connect to, without the port.
        public var address: Value<Host> { attribute("address", .attribute("Endpoint.Address")) }
        /// The secret in which RDS itself keeps the password.
        public var managedSecret: Value<ARN> {
            attribute("master_user_secret[0].secret_arn", .attribute("MasterUserSecret.SecretArn"))
        }

        public var properties: Properties {
            row("identifier", "DBInstanceIdentifier", identifier)
            if case .new = origin {
                row("engine", "Engine", engine.name)
                row("engine_version", "EngineVersion", engine.version)
            }
            row("instance_class", "DBInstanceClass", instance)
            beginning
            storageRows
            row("multi_az", "MultiAZ", isMultiAZ)
            row("db_subnet_group_name", "DBSubnetGroupName", subnetGroup)
            row("vpc_security_group_ids", "VPCSecurityGroups", securityGroups)
            row("publicly_accessible", "PubliclyAccessible", false)
            row("parameter_group_name", "DBParameterGroupName", parameterGroup)
            row("iam_database_authentication_enabled", "EnableIAMDatabaseAuthentication", acceptsRoles)
            row("backup_retention_period", "BackupRetentionPeriod", backups.retention.inDays)
            row("backup_window", "PreferredBackupWindow", backups.window)
            row("maintenance_window", "PreferredMaintenanceWindow", maintenance)
            row("copy_tags_to_snapshot", "CopyTagsToSnapshot", true)
            row("auto_minor_version_upgrade", "AutoMinorVersionUpgrade", true)
            watching
            row("deletion_protection", "DeletionProtection", isProtected)
            ending
        }

        @PropertiesBuilder private var beginning: Properties {
            switch origin {
            case .new(let databaseName, let user, let password):
                row("db_name", "DBName", databaseName)
                row("username", "MasterUsername", user)
                password.instanceRows
            case .replica(let source, let region):
                row("replicate_source_db", "SourceDBInstanceIdentifier", source)
                cloudFormationOnly("SourceRegion", region, because: "Terraform reads the region from the ARN")
            }
        }

        @PropertiesBuilder private var storageRows: Properties {
            if case .new = origin {
                row(
                    "allocated_storage", terraform: storage.size.inGibibytes, "AllocatedStorage",
                    cloudFormation: String(storage.size.inGibibytes))
            }
            row("max_allocated_storage", "MaxAllocatedStorage", storage.limit?.inGibibytes)
            row("storage_type", "StorageType", storage.kind)
            row("iops", "Iops", storage.operations)
            // A replica is encrypted because its source is, and CloudFormation wants no more said of it.
            if case .new = origin { row("storage_encrypted", "StorageEncrypted", true) }
            if case .replica = origin {
                terraformOnly("storage_encrypted", true, because: "CloudFormation takes it from the source")
            }
            row("kms_key_id", "KmsKeyId", encryptionKey)
        }

        /// Performance Insights keep a week without charge ("Pricing and data retention for Performance Insights", Amazon
        /// RDS User Guide).
        @PropertiesBuilder private var watching: Properties {
            row(
                "performance_insights_enabled", "EnablePerformanceInsights",
                instance.hasPerformanceInsights(for: engine))
            row(
                "performance_insights_retention_period", "PerformanceInsightsRetentionPeriod",
                instance.hasPerformanceInsights(for: engine) ? 7 : nil)
            row("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports", logs)
            row("monitoring_interval", "MonitoringInterval", monitoring?.interval.inSeconds)
            row("monitoring_role_arn", "MonitoringRoleArn", monitoring?.role)
        }

        /// A replica cannot leave a snapshot with automated backups switched off, and needs none: its source has the data.
        @PropertiesBuilder private var ending: Properties {
            terraformOnly(
                "skip_final_snapshot", !leavesSnapshot, because: "CloudFormation says it with the DeletionPolicy")
            terraformOnly(
                "final_snapshot_identifier", leavesSnapshot ? "\(identifier)-final-snapshot" : nil,
                because: "CloudFormation chooses the name")
            terraformOnly(
                "apply_immediately", false, because: "CloudFormation applies changes at once, save those of the engine")
        }

        private var leavesSnapshot: Bool {
            guard case .new = origin else { return false }
            return isProtected
        }
    }
}

extension DatabaseInstanceClass {
    /// The small burstable classes lack Performance Insights with MySQL ("Amazon RDS DB engine, Region, and instance class
    /// support for Performance Insights", Amazon RDS User Guide).
    func hasPerformanceInsights(for engine: DatabaseEngine) -> Bool {
        guard case .mySQL = engine else { return true }
        return !(["t3", "t4g"].contains(family) && ["micro", "small"].contains(size))
    }
}
