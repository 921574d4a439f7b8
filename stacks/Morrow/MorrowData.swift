import Terrane

/// What Morrow remembers: everything in PostgreSQL, sessions in Redis, files in S3.
extension Morrow {
    @ContentBuilder var data: Content {
        databasePassword
        database
        cache
    }

    var databasePassword: GeneratedPassword {
        GeneratedPassword(
            "morrow-db-password", secretName: "morrow/database-password",
            description: "Password of the database's first user")
    }

    var database: RelationalDatabase {
        RelationalDatabase(
            "morrow-db", in: network, engine: .postgreSQL(.v15), instance: plan.database,
            storage: .gibibytes(50, upTo: 500), databaseName: "morrow", user: "morrow", isMultiAZ: plan.isMultiAZ,
            credentials: .stored(databasePassword), backups: .daily(keep: .days(7), between: .utc(17)),
            isProtected: environment.isProduction)
    }

    var cache: RedisCache {
        RedisCache("morrow-cache", in: network, node: plan.cache, replicas: plan.cacheReplicas)
    }

    /// What users upload. In production another region has a copy.
    var files: PrivateBucket {
        let files = PrivateBucket(
            "morrow-files", bucketName: "morrow-files\(plan.suffix)",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(90))])
        guard let copies = plan.copies else { return files }
        return files.replicated(to: copies)
    }
}
