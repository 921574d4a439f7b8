import Terrane

/// What Rainbow Seeker remembers: reports in PostgreSQL, what was asked lately in Redis, photographs in a bucket.
extension RainbowSeeker {
    @ContentBuilder var data: Content {
        databasePassword
        database
        cache
        uploads
        backups
    }

    var databasePassword: GeneratedPassword {
        GeneratedPassword(
            "rainbow-seeker-db-password", secretName: "db-password",
            description: "Password of the database's first user")
    }

    var database: RelationalDatabase {
        RelationalDatabase(
            "rainbow-seeker-db", in: network, engine: .postgreSQL(.v14), instance: plan.database,
            storage: .gibibytes(20, upTo: 100), databaseName: "shiojiri_rainbow", user: "postgres",
            isMultiAZ: plan.isMultiAZ, credentials: .stored(databasePassword),
            backups: .daily(keep: .days(7), between: .utc(3)), maintenance: WeeklyWindow(.sunday, .utc(4)),
            isProtected: environment.isProduction)
    }

    var cache: RedisCache {
        RedisCache(
            "rainbow-seeker-cache", in: network, node: plan.cache, clusterMode: plan.clusterMode,
            replicas: plan.cacheReplicas, snapshots: environment.isProduction ? .daily(keep: .days(7)) : .none)
    }

    /// Photographs that people upload.
    var uploads: PrivateBucket {
        PrivateBucket(
            "rainbow-seeker-uploads", bucketName: "rainbow-seeker-uploads\(plan.suffix)",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(90))])
    }

    /// Dumps of the database.
    var backups: PrivateBucket {
        PrivateBucket(
            "rainbow-seeker-backups", bucketName: "rainbow-seeker-backups\(plan.suffix)",
            lifecycle: [S3.LifecycleRule("forget", expiredAfter: .days(7), oldVersionsAfter: .days(1))])
    }
}
