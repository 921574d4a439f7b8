extension WrittenMistake {
    static var data: [WrittenMistake] {
        [
            WrittenMistake(
                "An alarm on FreeStorageSpace of an Aurora cluster, which has no such metric, stays in INSUFFICIENT_DATA",
                "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html",
                saying: "has no member 'freeStorage'",
                bad: "func watch(_ cluster: AuroraCluster) { _ = cluster.metrics.freeStorage }",
                legal: "func watch(_ cluster: AuroraCluster) { _ = cluster.metrics.freeLocalStorage }"),
            WrittenMistake(
                "An alarm on ReplicaLag of a database that is no replica stays in INSUFFICIENT_DATA",
                "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html",
                saying: "has no member 'replicaLag'",
                bad: "func watch(_ database: RelationalDatabase) { _ = database.metrics.replicaLag }",
                legal: "func watch(_ copy: DatabaseReplica) { _ = copy.metrics.replicaLag }"),
            WrittenMistake(
                "InvalidParameterValue: a cache node cache.m6g.medium, which ElastiCache does not have",
                "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html",
                saying: "has no member 'medium'", bad: "let node: CacheNode = .m6g(.medium)",
                legal: "let node: CacheNode = .m6g(.large)"),
        ]
    }
}
