import Terrane

/// What the platform remembers, how long copies are kept, and how secrets change.
extension Platform {
    @ContentBuilder var data: Content {
        if isRecovery {
            key
            replica
        } else {
            primary
            secret("jwt-secret", "Signs sessions", every: .days(365))
            secret("api-keys", "Keys of other services", every: .days(180))
            secret("encryption-keys", "Encrypts columns", every: .days(365))
            BackupPlan("platform-files-backup", of: [files.arn], rules: [.hourly(keep: .days(7))])
            AuditTrail("platform-audit", bucketName: "platform-audit\(plan.suffix)", logs: .threeMonths)
                .suppressing(
                    "CKV_AWS_252", on: CloudTrail.Trail.self,
                    because: "Its log group has alarms; files need no messenger")
        }
        cache
        files
    }

    var database: any Connectable { isRecovery ? replica : primary }
    var databaseHost: Value<Host> { isRecovery ? replica.endpoint : primary.endpoint }
    var databaseMetrics: DatabaseMetrics { isRecovery ? replica.metrics : primary.metrics }

    var primary: RelationalDatabase {
        RelationalDatabase(
            "platform-database", in: network, engine: .postgreSQL(.v16), instance: plan.database,
            storage: .gibibytes(100, upTo: 500), databaseName: "platform", isMultiAZ: environment.isProduction,
            credentials: .managed(rotatedEvery: .days(90)), backups: .daily(keep: .days(30), between: .utc(17)),
            isProtected: environment.isProduction)
    }

    var replica: DatabaseReplica {
        DatabaseReplica(
            "platform-database", of: Platform.production.primary, account: "222233334444", region: .tokyo, in: network,
            encryptedWith: key.arn
        )
        .suppressing("CKV_AWS_16", on: RDS.DBInstance.self, because: "Encrypted because its source is")
        .suppressing(
            "CKV_AWS_157", on: RDS.DBInstance.self, because: "It is itself the copy of a database in two zones")
    }

    private var key: EncryptionKey { EncryptionKey("platform-key") }
    var cache: RedisCache {
        RedisCache("platform-cache", in: network, node: .t4g(.small), replicas: plan.cacheReplicas)
            .with(isRecovery ? Accepted.standbyCache : nil)
    }

    /// Files, and configuration, of which old versions are kept for 90 days.
    var files: PrivateBucket {
        PrivateBucket(
            "platform-files", bucketName: "platform-files\(plan.suffix)",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(90))])
    }

    private func secret(_ part: String, _ description: String, every interval: TimeSpan) -> ManagedSecret {
        let rotator = Parameter<ARN>(
            "rotation_function", description: "The Lambda function that makes new values of secrets")
        return ManagedSecret(
            Name("platform-\(part)"), secretName: "platform/\(part)", description: description,
            rotation: .every(interval, function: rotator.value)
        )
        .suppressing("CKV_AWS_304", on: SecretsManager.Rotation.self, because: "As often as the guide says")
    }
}
