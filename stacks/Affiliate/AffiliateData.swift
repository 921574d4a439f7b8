import Terrane

/// What the affiliate system remembers: everything in Aurora, sessions, cache and queue in Redis, uploads and backups in S3.
extension Affiliate {
    @ContentBuilder var data: Content {
        databasePassword
        database
        cache
        uploads
        backups
    }

    var databasePassword: GeneratedPassword {
        GeneratedPassword(
            "affiliate-db-password", secretName: "affiliate-system/database-password",
            description: "Password of the database's first user")
    }

    var database: AuroraCluster {
        AuroraCluster(
            "affiliate-system-aurora", in: network, engine: .mySQL(.v3_10), databaseName: "affiliate_production",
            user: "admin", writer: .r6g(.xlarge2), readers: ["reader1": .r6g(.xlarge), "reader2": .r6g(.xlarge)],
            credentials: .stored(databasePassword), backups: .daily(keep: .days(30), between: .utc(3)),
            logs: [.audit, .error, .slowQuery]
        )
        .scalingReaders(2...4, at: .percent(70))
        .suppressing("CKV_AWS_326", on: RDS.DBCluster.self, because: "Its backups restore any second of 30 days")
        .suppressing("CKV2_AWS_8", on: RDS.DBCluster.self, because: "Its own backups are kept for 30 days")
    }

    /// One shard, so that a client that knows nothing of clusters can be moved to it and out of it again.
    var cache: RedisCache {
        RedisCache(
            "affiliate-redis", in: network, engine: .redis(.v7_0), node: .r6g(.xlarge), clusterMode: .shards(1),
            replicas: 2, snapshots: .daily(keep: .days(5), between: .utc(3, lasting: .hours(2))))
    }

    var uploads: PrivateBucket {
        PrivateBucket(
            "affiliate-uploads", bucketName: "affiliate-system-uploads",
            lifecycle: [S3.LifecycleRule("forget-old-versions", oldVersionsAfter: .days(30))])
    }

    var backups: PrivateBucket {
        PrivateBucket(
            "affiliate-backups", bucketName: "affiliate-system-backups",
            lifecycle: [S3.LifecycleRule("forget", expiredAfter: .days(30), oldVersionsAfter: .days(1))])
    }
}
