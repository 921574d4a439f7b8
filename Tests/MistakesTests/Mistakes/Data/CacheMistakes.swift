import Terrane

private typealias Parts = DataParts

extension Mistake {
    static var caches: [Mistake] {
        [
            node, version, failover, zones, token, replicas, name, shortWindow, windowsOverlap, parameterFamily,
        ]
    }

    private static let api =
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html"

    private static func nodes(_ count: Int = 2, failsOver: Bool = true, zones: Bool = false) -> Properties {
        Properties {
            row("num_cache_clusters", "NumCacheClusters", count)
            row("automatic_failover_enabled", "AutomaticFailoverEnabled", failsOver)
            row("multi_az_enabled", "MultiAZEnabled", zones)
            row("transit_encryption_enabled", "TransitEncryptionEnabled", true)
        }
    }

    private static var node: Mistake {
        Mistake(
            "InvalidParameterValue: The cache node type cache.r7g.9xlarge is not supported in this region",
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html", .graph,
            caughtBy: "node-not-offered"
        ) {
            Parts.cache(node: "cache.r7g.9xlarge") { nodes() }  // mistake
        } legal: {
            Parts.cache(node: "cache.r7g.8xlarge") { nodes() }
        }
    }

    private static var version: Mistake {
        Mistake(
            "InvalidParameterValue: Cannot find version 7.2 for redis",
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/supported-engine-versions.html", .graph,
            caughtBy: "unknown-cache-version"
        ) {
            Parts.cache(engine: "redis", "7.2") { nodes() }  // mistake
        } legal: {
            Parts.cache(engine: "valkey", "7.2") { nodes() }
        }
    }

    private static var failover: Mistake {
        Mistake(
            "InvalidParameterCombination: Automatic failover is not supported for a group of one node", api, .graph,
            caughtBy: "failover-to-nothing"
        ) {
            Parts.cache { nodes(1) }  // mistake
        } legal: {
            Parts.cache { nodes(2) }
        }
    }

    private static var zones: Mistake {
        Mistake(
            "InvalidParameterCombination: Must enable automatic failover when Multi-AZ is enabled", api, .graph,
            caughtBy: "zones-without-failover"
        ) {
            Parts.cache { nodes(failsOver: false, zones: true) }  // mistake
        } legal: {
            Parts.cache { nodes(failsOver: true, zones: true) }
        }
    }

    private static func tokens(encrypted: Bool) -> Properties {
        Properties {
            row("num_cache_clusters", "NumCacheClusters", 1)
            row("transit_encryption_enabled", "TransitEncryptionEnabled", encrypted)
            row("user_group_ids", "UserGroupIds", ["shop-users"])
        }
    }

    private static var token: Mistake {
        Mistake(
            "InvalidParameterCombination: User group based access control requires encryption in transit",
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html", .graph,
            caughtBy: "access-without-encryption"
        ) {
            Parts.cache { tokens(encrypted: false) }  // mistake
        } legal: {
            Parts.cache { tokens(encrypted: true) }
        }
    }

    private static func cache(
        _ name: Name = "sessions", replicas: Int = 1, snapshots: CacheSnapshots = .none,
        maintenance: WeeklyWindow? = nil, file: String = #fileID, line: Int = #line
    ) -> RedisCache {
        RedisCache(
            name, in: Parts.network, node: .t4g(.medium), replicas: replicas, snapshots: snapshots,
            maintenance: maintenance, file: file, line: line)
    }

    private static var replicas: Mistake {
        Mistake(
            "InvalidParameterValue: The number of replicas per node group must be within 0 and 5", api, .graph,
            caughtBy: "cache-replicas"
        ) {
            Parts.network
            cache(replicas: 6)  // mistake
        } legal: {
            Parts.network
            cache(replicas: 5)
        }
    }

    private static var name: Mistake {
        Mistake(
            "InvalidParameterValue: The parameter ReplicationGroupIdentifier is not a valid identifier", api, .graph,
            caughtBy: "cache-name"
        ) {
            Parts.network
            cache("sessions-of-all-the-customers-of-the-shop")  // mistake
        } legal: {
            Parts.network
            cache("sessions-of-the-customers")
        }
    }

    private static var shortWindow: Mistake {
        Mistake(
            "InvalidParameterValue: Snapshot window must be at least 60 minutes",
            "https://github.com/hashicorp/terraform-provider-aws/pull/2153", .graph, caughtBy: "window-length"
        ) {
            Parts.network
            cache(snapshots: .daily(keep: .days(7), between: .utc(3, lasting: .minutes(30))))  // mistake
        } legal: {
            Parts.network
            cache(snapshots: .daily(keep: .days(7), between: .utc(3, lasting: .minutes(60))))
        }
    }

    private static var windowsOverlap: Mistake {
        Mistake(
            "The snapshot window and maintenance window must not overlap",
            "https://github.com/hashicorp/terraform/issues/17247", .graph, caughtBy: "windows-overlap"
        ) {
            Parts.network
            cache(  // mistake
                snapshots: .daily(keep: .days(7), between: .utc(3)),
                maintenance: WeeklyWindow(.monday, .utc(2, 30)))
        } legal: {
            Parts.network
            cache(
                snapshots: .daily(keep: .days(7), between: .utc(3)),
                maintenance: WeeklyWindow(.monday, .utc(2)))
        }
    }

    private static func set(by group: String) -> Properties {
        Properties {
            row("num_cache_clusters", "NumCacheClusters", 1)
            row("transit_encryption_enabled", "TransitEncryptionEnabled", true)
            row("parameter_group_name", "CacheParameterGroupName", group)
        }
    }

    private static var parameterFamily: Mistake {
        Mistake(
            "Expected a parameter group of family redis7 but found one of family redis6.x",
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.html", .graph,
            caughtBy: "parameter-family"
        ) {
            Parts.cache { set(by: "default.redis6.x") }  // mistake
        } legal: {
            Parts.cache { set(by: "default.redis7") }
        }
    }
}
