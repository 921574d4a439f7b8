import TerraneAWS
import TerraneCore

/// Target groups and rules that no Swift type of ours looked at have numbers that Elastic Load Balancing takes ("Health checks for
/// Application Load Balancer target groups", "Quotas for your Application Load Balancers"; "CreateTargetGroup").
func checkTargetGroups(_ inventory: Inventory) -> [Diagnostic] {
    let groups = inventory.all(ELB.TargetGroup.self).filter { !$0.isChecked(as: ELB.TargetGroup.self) }
    let rules = inventory.all(ELB.ListenerRule.self).filter { !$0.isChecked(as: ELB.ListenerRule.self) }
    return groups.flatMap { checkNumbers($0, numbers) + checkHealthCheck($0) }
        + rules.flatMap { checkNumbers($0, [("priority", 1...50_000)]) + checkConditions($0) }
}

/// Seconds and counts.
private let numbers: [(path: String, range: ClosedRange<Int>)] = [
    ("port", 1...65_535), ("deregistration_delay", 0...3_600), ("health_check/interval", 5...300),
    ("health_check/timeout", 2...120), ("health_check/healthy_threshold", 2...10),
    ("health_check/unhealthy_threshold", 2...10), ("stickiness/cookie_duration", 1...604_800),
]

private func checkNumbers(
    _ item: Inventory.Item, _ numbers: [(path: String, range: ClosedRange<Int>)]
) -> [Diagnostic] {
    numbers.compactMap { path, range in
        item[path].integer.flatMap { range.contains($0) ? nil : .balancingNumber(item, path, $0, range) }
    }
}

private func checkHealthCheck(_ group: Inventory.Item) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if let timeout = group["health_check/timeout"].integer, let interval = group["health_check/interval"].integer,
        timeout >= interval, ["HTTP", "HTTPS"].contains(group["protocol"].text)
    {
        problems.append(.healthCheckOverlaps(group, timeout, interval))
    }
    if let path = group["health_check/path"].text, !path.hasPrefix("/") {
        problems.append(.healthCheckWithoutSlash(group, path))
    }
    return problems
}

/// All conditions of a rule have five values together.
private func checkConditions(_ rule: Inventory.Item) -> [Diagnostic] {
    let fields = ["host_header", "path_pattern", "http_request_method", "source_ip", "http_header"]
    let values = fields.flatMap { rule.values("condition/\($0)/values") }.flatMap(\.elements)
    return values.count > 5 ? [.conditionValues(rule, values.count)] : []
}

extension Diagnostic {
    fileprivate static func balancingNumber(
        _ item: Inventory.Item, _ path: String, _ number: Int, _ range: ClosedRange<Int>
    ) -> Diagnostic {
        .error(
            "'\(path)' of '\(item.name)' is \(number)",
            help: "Elastic Load Balancing takes \(range.lowerBound) to \(range.upperBound).", at: item.source)
    }

    fileprivate static func healthCheckOverlaps(
        _ group: Inventory.Item, _ timeout: Int, _ interval: Int
    ) -> Diagnostic {
        .error(
            "health checks of '\(group.name)' wait \(timeout) seconds and come every \(interval)",
            help: "A check must be over before the next one begins: make the timeout shorter.", at: group.source)
    }

    fileprivate static func healthCheckWithoutSlash(_ group: Inventory.Item, _ path: String) -> Diagnostic {
        .error(
            "the health check path of '\(group.name)' is '\(path)'",
            help: "Paths begin with a slash, such as '/health'.", at: group.source)
    }

    fileprivate static func conditionValues(_ rule: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "the conditions of rule '\(rule.name)' have \(count) values, and Elastic Load Balancing takes 5",
            help: "Divide it in several rules, or use '*'.", at: rule.source)
    }
}
