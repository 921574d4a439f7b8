import TerraneChecks
package import TerraneCore

/// Something that a bill names. Without prices, which are the cloud's to say.
package struct CostDriver: Sendable {
    package enum Basis: CaseIterable, Sendable {
        /// As long as it is there, by the hour or the second.
        case hourly
        /// As long as it is there, by the month.
        case monthly
        /// With what goes through it or is kept in it.
        case usage
    }

    package let basis: Basis
    package let name: Name
    package let source: SourceLocation
    /// `NAT gateway`.
    package let kind: String
    /// `db.r6g.large, 2 of them for two zones, 100 GiB gp3`.
    package let size: String
}

extension Inventory {
    /// By basis, then in the order of the bodies.
    func costDrivers() -> [CostDriver] {
        let all = items.flatMap { item in
            drivers(of: item).map {
                CostDriver(basis: $0.basis, name: item.name, source: item.source, kind: $0.kind, size: $0.size)
            }
        }
        return CostDriver.Basis.allCases.flatMap { basis in all.filter { $0.basis == basis } }
    }

    private typealias Driver = (basis: CostDriver.Basis, kind: String, size: String)

    private func drivers(of item: Item) -> [Driver] {
        switch item.type {
        case "aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_elasticache_replication_group",
            "mongodbatlas_advanced_cluster":
            databaseDrivers(of: item)
        case "aws_ecs_service", "aws_scheduler_schedule": taskDrivers(of: item)
        case "aws_nat_gateway", "aws_lb", "aws_vpc_endpoint", "aws_eip", "aws_cloudfront_distribution",
            "aws_vpn_gateway":
            networkDrivers(of: item)
        case "aws_s3_bucket", "aws_ecr_repository", "aws_cloudwatch_log_group", "aws_backup_plan", "aws_cloudtrail":
            storageDrivers(of: item)
        default: monthlyDrivers(of: item)
        }
    }
}

// MARK: - Kinds

extension Inventory {
    private func databaseDrivers(of item: Item) -> [Driver] {
        switch item.type {
        case "aws_db_instance":
            let storage = [item.words("allocated_storage").map { "\($0) GiB" }, item.words("storage_type")]
                .compactMap(\.self).joined(separator: " ")
            let growth = item.words("max_allocated_storage").map { " growing to \($0) GiB" } ?? ""
            let zones = item["multi_az"].flag == true ? "twice, for two zones" : nil
            return [
                (.hourly, "database instance", said([item.words("instance_class"), zones])),
                (.usage, "storage and backups of a database", storage + growth),
            ]
        case "aws_rds_cluster_instance":
            return [(.hourly, "instance of a database cluster", said([item.words("instance_class")]))]
        case "aws_rds_cluster":
            return [(.usage, "storage, requests and backups of a database cluster", said([item.words("engine")]))]
        case "aws_elasticache_replication_group":
            return [(.hourly, "cache", said([item.words("node_type"), nodes(of: item)]))]
        default:
            return item.parts("replication_specs/region_configs").map { region in
                let specs = ["electable_specs", "read_only_specs", "analytics_specs"].compactMap { name -> String? in
                    guard let part = region.parts(name).first, let size = part["instance_size"].text else { return nil }
                    return "\(part["node_count"].integer ?? 0) × \(size)"
                }
                return (.hourly, "MongoDB Atlas nodes in \(region["region_name"].text ?? "a region")", said(specs))
            }
        }
    }

    private func nodes(of cache: Item) -> String? {
        guard let nodes = CacheNodes(of: cache) else { return nil }
        let each = nodes.perShard == 1 ? "1 node" : "\(nodes.perShard) nodes"
        return nodes.shards == 1 ? each : "\(nodes.shards) shards of \(each)"
    }

    private func taskDrivers(of item: Item) -> [Driver] {
        let path = item.type == "aws_ecs_service" ? "task_definition" : "target/ecs_parameters/task_definition_arn"
        guard let task = target(of: item, path) else { return [] }
        let size = "\(task.words("cpu") ?? "?") CPU units and \(task.words("memory") ?? "?") MiB"
        if item.type == "aws_scheduler_schedule" {
            return [(.usage, "scheduled task on Fargate", said([size, item.words("schedule_expression")]))]
        }
        let range = referrers(of: item).first { $0.type == "aws_appautoscaling_target" }.map { target in
            "scaled from \(target.words("min_capacity") ?? "?") to \(target.words("max_capacity") ?? "?")"
        }
        return [(.hourly, "tasks on Fargate", said(["\(item.words("desired_count") ?? "?") × \(size)", range]))]
    }

    private func networkDrivers(of item: Item) -> [Driver] {
        switch item.type {
        case "aws_nat_gateway": return [(.hourly, "NAT gateway", ""), (.usage, "traffic through a NAT gateway", "")]
        case "aws_lb":
            return [
                (.hourly, "load balancer", said([item.words("load_balancer_type")])),
                (.usage, "requests and traffic of a load balancer", ""),
            ]
        case "aws_vpc_endpoint":
            guard item["vpc_endpoint_type"].text == "Interface" else { return [] }
            let subnets = item.values("subnet_ids").flatMap(\.members).count
            return [(.hourly, "interface endpoint", said([item.words("service_name"), "in \(subnets) subnets"]))]
        case "aws_eip": return [(.hourly, "public IPv4 address", "")]
        case "aws_vpn_gateway": return [(.hourly, "VPN connections of a gateway", "as many as are made")]
        default: return [(.usage, "requests and traffic of content delivery", said([item.words("price_class")]))]
        }
    }

    private func storageDrivers(of item: Item) -> [Driver] {
        switch item.type {
        case "aws_cloudwatch_log_group":
            return [(.usage, "log", item.words("retention_in_days").map { "kept \($0) days" } ?? "kept for ever")]
        case "aws_ecr_repository": return [(.usage, "container images", "")]
        case "aws_backup_plan": return [(.usage, "backups", "")]
        case "aws_cloudtrail": return [(.usage, "audit trail", "")]
        default: return [(.usage, "bucket", "")]
        }
    }

    private func monthlyDrivers(of item: Item) -> [Driver] {
        switch item.type {
        case "aws_wafv2_web_acl":
            [
                (.monthly, "web application firewall", "\(item.parts("rule").count) rules"),
                (.usage, "requests of a firewall", ""),
            ]
        case "aws_kms_key", "aws_kms_replica_key": [(.monthly, "encryption key", "")]
        case "aws_secretsmanager_secret": [(.monthly, "secret", "")]
        case "aws_cloudwatch_metric_alarm": [(.monthly, "alarm", "")]
        case "aws_cloudwatch_composite_alarm": [(.monthly, "composite alarm", "")]
        case "aws_cloudwatch_dashboard": [(.monthly, "dashboard", "")]
        case "aws_route53_health_check": [(.monthly, "health check", item.words("type") ?? "")]
        case "aws_route53_zone": [(.monthly, "DNS zone", item.words("name") ?? "")]
        case "datadog_monitor": [(.monthly, "Datadog monitor", "in the plan of Datadog")]
        default: []
        }
    }

    private func said(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: ", ") }
}
