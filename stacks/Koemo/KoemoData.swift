import Terrane

/// What KOEMO remembers: sessions in Redis, everything else in MongoDB Atlas, exports in a bucket.
extension Koemo {
    var sessions: RedisCache {
        RedisCache(
            "koemo-sessions", in: network, node: .t3(.medium), replicas: plan.cacheReplicas,
            snapshots: .daily(keep: .days(7), between: .utc(18))
        )
        .with(isStandby ? Accepted.standbyCache : nil)
    }

    @ContentBuilder var database: Content {
        if isStandby {
            databaseLink
        } else {
            project
            databaseLink
            cluster
            Atlas.DatabaseUser(
                "koemo-database-user", of: cluster, as: .role(backend.taskRoleARN), may: [.readWrite("koemo")])
            backups
        }
    }

    // MARK: MongoDB Atlas

    var project: AtlasProject {
        AtlasProject(
            "koemo-database", called: "koemo-\(environment.name)",
            in: Parameter("atlas_organization_id", description: "The MongoDB Atlas organization").value)
    }

    /// The standby reaches the project that production owns, in which a copied snapshot is restored.
    var databaseLink: AtlasPrivateLink {
        let name: Name = "koemo-database-link"
        return isStandby
            ? AtlasPrivateLink(
                name, toProject: Parameter("atlas_project_id", description: "The Atlas project of production").value,
                in: network)
            : AtlasPrivateLink(name, to: project, in: network)
    }

    /// A cluster in one region does not fail over to another by itself, so its snapshots and its log of changes are
    /// copied to two more: a restore there loses less than the hour of the recovery point objective.
    var cluster: AtlasCluster {
        AtlasCluster(
            "koemo-mongodb", in: project, through: databaseLink, tier: plan.databaseTier, storage: .gibibytes(40),
            nodes: 3,
            analyticsNodes: plan.analyticsNodes, scalingUpTo: plan.databaseTier == .m30 ? .m40 : nil,
            backups: .keeping(
                hourly: .days(1), daily: .days(7), weekly: .weeks(4), monthly: .months(12), anyPoint: .days(1),
                copiedTo: environment.isProduction ? [.oregon, .osaka] : []))
    }

    // MARK: Exports

    var backups: PrivateBucket {
        PrivateBucket(
            "koemo-backups", bucketName: "koemo-backups\(plan.suffix)",
            lifecycle: [
                S3.LifecycleRule(
                    "archive-and-forget", archivedAfter: .days(30), expiredAfter: .days(365),
                    oldVersionsAfter: .days(30))
            ])
    }
}
