import TerraneAWS
import TerraneCore

/// Every metric that something watches is one that its service publishes, with the dimensions that it has, where it has them.
/// An alarm on any other is `INSUFFICIENT_DATA` for ever, and nobody hears of it.
func checkMetrics(_ metrics: [WatchedMetric], in inventory: Inventory) -> [Diagnostic] {
    let counted = countedNames(in: inventory)
    return metrics.flatMap { metric -> [Diagnostic] in
        guard let namespace = metric.namespace, let name = metric.name else { return [] }
        guard let facts = metric.facts else {
            return checkNamespace(namespace, metric) + checkCounted(name, counted[namespace] ?? [], metric)
        }
        return checkName(name, facts, metric) + checkDimensions(facts, metric) + checkValues(metric, inventory)
            + checkRegion(facts, metric)
    }
}

/// What people call services, where AWS calls their metrics otherwise.
private let otherNames = [
    "AWS/ALB": "AWS/ApplicationELB", "AWS/NLB": "AWS/NetworkELB", "AWS/NAT": "AWS/NATGateway",
    "AWS/Aurora": "AWS/RDS", "AWS/Redis": "AWS/ElastiCache", "AWS/Fargate": "AWS/ECS",
    "AWS/EventBridge": "AWS/Events", "AWS/StepFunctions": "AWS/States",
    "AWS/ContainerInsights": "ECS/ContainerInsights", "AWS/ECS/ContainerInsights": "ECS/ContainerInsights",
    "AWS/Synthetics": "CloudWatchSynthetics", "AWS/CloudWatchLogs": "AWS/Logs",
]

private func checkNamespace(_ namespace: String, _ metric: WatchedMetric) -> [Diagnostic] {
    guard !MetricNamespaceFacts.names.contains(namespace) else { return [] }
    let near = otherNames[namespace] ?? MetricNamespaceFacts.names.first { $0.isSlip(of: namespace) }
    return near.map { [.unknownNamespace(metric, namespace, $0)] } ?? []
}

/// The names of the metrics that the stack's own filters count log events into, by namespace.
private func countedNames(in inventory: Inventory) -> [String: [String]] {
    let transformations = inventory.all(Logs.MetricFilter.self).flatMap { $0.parts("metric_transformation") }
    return Dictionary(grouping: transformations) { $0["namespace"].text ?? "" }
        .mapValues { $0.compactMap { $0["name"].text } }
}

private func checkCounted(_ name: String, _ counted: [String], _ metric: WatchedMetric) -> [Diagnostic] {
    guard !counted.contains(name), let near = counted.first(where: { $0.isSlip(of: name) }) else { return [] }
    return [.unknownMetric(metric, "Did you mean '\(near)', which a metric filter of this stack counts?")]
}

private func checkName(_ name: String, _ facts: MetricNamespaceFacts, _ metric: WatchedMetric) -> [Diagnostic] {
    if facts.metrics.contains(name) { return [] }
    if let near = facts.metrics.sorted().first(where: { $0.isSlip(of: name) }) {
        return [.unknownMetric(metric, "Did you mean '\(near)'?")]
    }
    let others = MetricNamespaceFacts.byName.values.filter { $0.metrics.contains(name) }.map(\.name).sorted()
    guard !others.isEmpty else { return [] }
    return [.unknownMetric(metric, "It is a metric of '\(others.prefix(3).joined(separator: "', '"))'.")]
}

private func checkDimensions(_ facts: MetricNamespaceFacts, _ metric: WatchedMetric) -> [Diagnostic] {
    guard let name = metric.name, let dimensions = metric.dimensions.map({ $0.map(\.key) }) else { return [] }
    let unknown = facts.dimensions.map { known in dimensions.filter { !known.contains($0) } } ?? []
    let needed = facts.needed.union(facts.neededBy[name] ?? [])
    let missing = needed.subtracting(dimensions).sorted()
    return unknown.map { .unknownDimension(metric, $0, facts.dimensions ?? []) }
        + (missing.isEmpty || !unknown.isEmpty ? [] : [.metricLacksDimension(metric, missing)])
}

/// What identifies a thing to CloudWatch is hardly ever its ARN.
private func checkValues(_ metric: WatchedMetric, _ inventory: Inventory) -> [Diagnostic] {
    (metric.dimensions ?? []).compactMap { dimension in
        guard let wanted = wantedAttributes[dimension.key] else { return nil }
        if metric.item.fact(dimension.value).text?.hasPrefix("arn:") == true {
            return .dimensionValue(metric, dimension.key, "an ARN", wanted.words)
        }
        guard case .reference(let reference) = dimension.value.terraformSide,
            reference.type.terraform.typeName == wanted.type, wanted.wrong.contains(reference.attribute.terraform)
        else { return nil }
        return .dimensionValue(metric, dimension.key, "'\(reference.attribute.terraform)'", wanted.words)
    }
}

private struct WantedAttribute {
    let type: String
    let wrong: Set<String>
    let words: String
}

private let wantedAttributes: [String: WantedAttribute] = [
    "LoadBalancer": WantedAttribute(
        type: "aws_lb", wrong: ["arn", "id", "name", "dns_name"],
        words: "`metricName`, such as 'app/web/0123456789abcdef'"),
    "TargetGroup": WantedAttribute(
        type: "aws_lb_target_group", wrong: ["arn", "id", "name"],
        words: "`metricName`, such as 'targetgroup/web/0123456789abcdef'"),
    "ClusterName": WantedAttribute(type: "aws_ecs_cluster", wrong: ["arn", "id"], words: "the cluster's name"),
    "ServiceName": WantedAttribute(type: "aws_ecs_service", wrong: ["arn", "id"], words: "the service's name"),
    "QueueName": WantedAttribute(type: "aws_sqs_queue", wrong: ["arn", "id", "url"], words: "the queue's name"),
    "DBInstanceIdentifier": WantedAttribute(
        type: "aws_db_instance", wrong: ["arn", "address", "endpoint", "resource_id"],
        words: "the instance's identifier"),
    "DBClusterIdentifier": WantedAttribute(
        type: "aws_rds_cluster", wrong: ["arn", "endpoint"], words: "the cluster's identifier"),
    "LogGroupName": WantedAttribute(type: "aws_cloudwatch_log_group", wrong: ["arn"], words: "the group's name"),
]

/// Some services publish to one region, wherever the alarm is.
private func checkRegion(_ facts: MetricNamespaceFacts, _ metric: WatchedMetric) -> [Diagnostic] {
    guard let region = facts.region, metric.item.type == CloudWatch.MetricAlarm.type.terraform.typeName,
        metric.item.region != region, metric.item.region.partition == region.partition
    else { return [] }
    return [.metricElsewhere(metric, region)]
}

extension Diagnostic {
    fileprivate static func unknownNamespace(_ metric: WatchedMetric, _ namespace: String, _ near: String) -> Diagnostic
    {
        .warning(
            "'\(metric.item.name)' watches a metric of '\(namespace)', a namespace of no service",
            help: "Did you mean '\(near)'?", at: metric.item.source)
    }

    fileprivate static func unknownMetric(_ metric: WatchedMetric, _ suggestion: String) -> Diagnostic {
        .warning(
            "'\(metric.item.name)' watches \(metric.title), which is not published",
            help: "\(suggestion) An alarm on a metric without data never goes off.", at: metric.item.source)
    }

    fileprivate static func unknownDimension(
        _ metric: WatchedMetric, _ dimension: String, _ known: Set<String>
    ) -> Diagnostic {
        .warning(
            "'\(metric.item.name)' watches \(metric.title) by '\(dimension)', a dimension that it does not have",
            help: "Its dimensions are '\(known.sorted().joined(separator: "', '"))'. With any other there is no data.",
            at: metric.item.source)
    }

    fileprivate static func metricLacksDimension(_ metric: WatchedMetric, _ missing: [String]) -> Diagnostic {
        .warning(
            "'\(metric.item.name)' watches \(metric.title) without the dimension '\(missing.joined(separator: "', '"))'",
            help: "The metric has data with all of its dimensions alone: add it.", at: metric.item.source)
    }

    fileprivate static func dimensionValue(
        _ metric: WatchedMetric, _ dimension: String, _ given: String, _ wanted: String
    ) -> Diagnostic {
        .error(
            "'\(metric.item.name)' watches \(metric.title) with \(given) as '\(dimension)', for which there is no data",
            help: "CloudWatch knows it by \(wanted).", at: metric.item.source)
    }

    fileprivate static func metricElsewhere(_ metric: WatchedMetric, _ region: Region) -> Diagnostic {
        .error(
            "alarm '\(metric.item.name)' is in \(metric.item.region), and \(metric.title) has data in \(region) alone",
            help: "Put the alarm, and the topic that it tells, there: `.region(.virginia)`.", at: metric.item.source)
    }
}
