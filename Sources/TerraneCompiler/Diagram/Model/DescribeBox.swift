import TerraneChecks
import TerraneCore

extension Inventory {
    /// What a box says of itself below its name: how many, how large, which version.
    func detail(of item: Item) -> String {
        let parts: [String?] =
            switch item.type {
            case "aws_ecs_service": serviceDetail(item)
            case "aws_ecs_task_definition": taskDetail(item)
            case "aws_scheduler_schedule": [item["schedule_expression"].text]
            case "aws_db_instance":
                [
                    item["instance_class"].text.map { $0.without("db.") },
                    item["multi_az"].flag == true ? "Multi-AZ" : nil,
                ]
            case "aws_rds_cluster": [version(item), instances(of: item)]
            case "aws_elasticache_replication_group", "aws_elasticache_cluster":
                [nodes(item)]
            case "aws_lb": [item["internal"].flag == true ? "internal" : "internet-facing"]
            case "aws_cloudfront_distribution": [item["aliases"].texts?.first]
            case "aws_lambda_function": [item["runtime"].text, item["memory_size"].integer.map { "\($0) MB" }]
            case "mongodbatlas_advanced_cluster", "mongodbatlas_cluster":
                [item["replication_specs/region_configs/electable_specs/instance_size"].text]
            case "aws_vpc_endpoint": [serviceName(item)]
            case "aws_s3_bucket": [bucketDetail(item)]
            case "aws_wafv2_web_acl": [count(item.parts("rule").count, "rule")]
            case "aws_sns_topic": topicDetail(item)
            default: []
            }
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    /// What kind of thing it is, where its properties say more than its type.
    func kind(of item: Item) -> String? {
        switch item.type {
        case "aws_db_instance" where !item.values("replicate_source_db").isEmpty: "Database replica"
        case "aws_db_instance", "aws_elasticache_replication_group", "aws_elasticache_cluster":
            engine(item).map { name in version(item).map { "\(name) \($0)" } ?? name }
        case "aws_rds_cluster": engine(item).map { "Aurora \($0)" }
        case "mongodbatlas_advanced_cluster": item["mongo_db_major_version"].text.map { "MongoDB \($0)" }
        default: nil
        }
    }

    private func engine(_ item: Item) -> String? {
        let names = [
            "postgres": "PostgreSQL", "aurora-postgresql": "PostgreSQL", "mysql": "MySQL", "aurora-mysql": "MySQL",
            "mariadb": "MariaDB", "redis": "Redis", "valkey": "Valkey", "memcached": "Memcached",
        ]
        return item["engine"].text.map { names[$0] ?? $0 }
    }

    /// `8.0` of `8.0.mysql_aurora.3.08.0`.
    private func version(_ item: Item) -> String? {
        item["engine_version"].text.map { text in
            text.split(separator: ".").prefix(2).filter { $0.allSatisfy(\.isNumber) }.joined(separator: ".")
        }
    }

    private func nodes(_ cache: Item) -> String? {
        let type = cache["node_type"].text.map { $0.without("cache.") }
        guard let nodes = CacheNodes(of: cache), nodes.all > 1 else { return type }
        let number = nodes.shards > 1 ? "\(nodes.shards) shards × \(nodes.perShard)" : String(nodes.perShard)
        return type.map { "\(number) × \($0)" } ?? count(nodes.all, "node")
    }

    private func instances(of cluster: Item) -> String? {
        count(referrers(of: cluster).filter { $0.type == "aws_rds_cluster_instance" }.count, "instance")
    }

    private func serviceDetail(_ service: Item) -> [String?] {
        let scaling = all("aws_appautoscaling_target").first {
            $0.name.path.hasPrefix(service.name.path + "/") || referrersInclude(service, $0)
        }
        var tasks = service["desired_count"].integer.map { count($0, "task") ?? "no task" }
        if let low = scaling?["min_capacity"].integer, let high = scaling?["max_capacity"].integer {
            tasks = low == high ? count(low, "task") : "\(low)–\(high) tasks"
        }
        let task = service.values("task_definition").first.flatMap(target)
        return [tasks] + (task.map(taskDetail) ?? [])
    }

    private func referrersInclude(_ item: Item, _ other: Item) -> Bool {
        referrers(of: item).contains { $0.name == other.name }
    }

    private func taskDetail(_ task: Item) -> [String?] {
        [task["cpu"].integer.map { "\((Double($0) / 1024).plain) vCPU" }]
    }

    private func serviceName(_ endpoint: Item) -> String? {
        guard let name = endpoint["service_name"].text else { return nil }
        return name.split(separator: ".").suffix(2).joined(separator: ".")
    }

    private func bucketDetail(_ bucket: Item) -> String? {
        let copies = referrers(of: bucket).contains {
            $0.type == "aws_s3_bucket_replication_configuration"
                && $0.values("bucket").first.flatMap(target)?.name == bucket.name
        }
        let keeps = referrers(of: bucket).contains {
            $0.type == "aws_s3_bucket_versioning" && $0["versioning_configuration/status"].text == "Enabled"
        }
        return [keeps ? "versioned" : nil, copies ? "replicated" : nil].compactMap(\.self).joined(separator: ", ")
    }

    private func topicDetail(_ topic: Item) -> [String?] {
        let around = referrers(of: topic)
        let alarms = around.filter { $0.type.hasSuffix("_alarm") }.count
        let channels = around.compactMap { item -> String? in
            switch item.type {
            case "aws_sns_topic_subscription": item["protocol"].text
            case "aws_chatbot_slack_channel_configuration": "Slack"
            default: nil
            }
        }
        return [count(alarms, "alarm"), channels.isEmpty ? nil : "to " + channels.joined(separator: ", ")]
    }

    private func count(_ number: Int, _ thing: String) -> String? {
        number == 0 ? nil : number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
    }
}

extension String {
    fileprivate func without(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}

/// How many nodes a cache has, as far as that is known.
struct CacheNodes {
    let shards: Int
    /// The primary and its replicas.
    let perShard: Int

    var all: Int { shards * perShard }

    init?(of cache: Inventory.Item) {
        if let count = cache["num_cache_clusters"].integer {
            (shards, perShard) = (1, count)
        } else if let count = cache["num_node_groups"].integer {
            (shards, perShard) = (count, 1 + (cache["replicas_per_node_group"].integer ?? 0))
        } else {
            return nil
        }
    }
}
