import TerraneChecks
package import TerraneCore

/// How one environment of a system differs from another, worst first.
package struct EnvironmentDifferences: Sendable {
    package let environment: String
    package let reference: String
    package let missing: [ReportedAbsence]
    package let added: [ReportedAbsence]
    package let changed: [ReportedDifference]
    /// How many properties differ only because names, accounts and regions do.
    package let expected: Int

    init(of graph: ResourceGraph, from reference: ResourceGraph) {
        environment = graph.environment.name
        self.reference = reference.environment.name
        missing = EnvironmentDifferences.absences(of: reference, from: graph)
        added = EnvironmentDifferences.absences(of: graph, from: reference)
        let (own, other) = (Inventory(graph), Inventory(reference))
        var changed: [ReportedDifference] = []
        var expected = 0
        for item in own.items {
            guard let counterpart = other[item.name], counterpart.node.type == item.node.type else { continue }
            let comparison = PropertyComparison(of: item, in: graph, from: counterpart, in: reference)
            expected += comparison.expected
            if !comparison.properties.isEmpty {
                changed.append(
                    ReportedDifference(
                        name: item.name, kind: item.noun, weight: comparison.weight, properties: comparison.properties,
                        source: item.source))
            }
        }
        self.expected = expected
        self.changed = changed.enumerated().sorted {
            ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
        }.map(\.element)
    }

    /// What one graph has and the other has not, what keeps data first.
    private static func absences(of graph: ResourceGraph, from other: ResourceGraph) -> [ReportedAbsence] {
        let inventory = Inventory(graph)
        let only = inventory.items.filter { other[$0.name] == nil }
        let keepers = only.filter(\.node.type.persistence.isStateful)
        let rest = only.filter { !$0.node.type.persistence.isStateful }
        return (keepers + rest).map {
            ReportedAbsence(
                name: $0.name, kind: $0.plainWords, isStateful: $0.node.type.persistence.isStateful, source: $0.source)
        }
    }
}

/// A resource that one environment has and the other has not.
package struct ReportedAbsence: Sendable {
    package let name: Name
    package let kind: String
    package let isStateful: Bool
    package let source: SourceLocation
}

/// A resource that two environments have and that is not the same in both.
package struct ReportedDifference: Sendable {
    package let name: Name
    package let kind: String
    /// What a reader asks about first is the lesser.
    let weight: Int
    package let properties: [Property]
    package let source: SourceLocation

    package struct Property: Hashable, Sendable {
        /// In Terraform's terms, or in CloudFormation's where Terraform has no such property.
        package let path: String
        package let reference: String
        package let value: String
    }
}

/// Two resources of one name, property by property.
private struct PropertyComparison {
    let properties: [ReportedDifference.Property]
    let weight: Int
    private(set) var expected = 0

    init(of item: Inventory.Item, in graph: ResourceGraph, from other: Inventory.Item, in reference: ResourceGraph) {
        let comparison = ResourceComparison(older: reference, newer: graph, renames: [:])
        // What the other dialect says again, and what is said besides the properties, is left out.
        var weighed: [(weight: Int, property: ReportedDifference.Property)] = []
        for change in comparison.changes(from: other.node, to: item.node)
        where !change.isOrderOnly && !change.isBeside
            && (change.terraform != nil || item.node.type.terraform.addressPrefix == nil)
        {
            let before = change.before.map(other.words) ?? "not given"
            let after = change.after.map(item.words) ?? "not given"
            if graph.neutral(after) == reference.neutral(before) {
                expected += 1
                continue
            }
            let property = ReportedDifference.Property(
                path: change.path.description, reference: before, value: after)
            weighed.append((PropertyComparison.weight(of: change.path, in: item), property))
        }
        let order = weighed.indices.sorted { (weighed[$0].weight, $0) < (weighed[$1].weight, $1) }
        properties = order.map { weighed[$0].property }
        weight = order.first.map { weighed[$0].weight } ?? .max
    }

    private static func weight(of path: PropertyPath, in item: Inventory.Item) -> Int {
        let word = path.names.last ?? ""
        let rank = safety.contains(word) ? 0 : capacity.contains(word) ? 2 : texts.contains(word) ? 6 : 4
        return item.node.type.persistence.isStateful || item.node.type.persistence == .elsewhere ? rank : rank + 1
    }

    /// What keeps data and lets people in.
    private static let safety: Set = [
        "multi_az", "multi_az_enabled", "automatic_failover_enabled", "backup_retention_period",
        "snapshot_retention_limit",
        "deletion_protection", "storage_encrypted", "publicly_accessible", "retention_in_days", "skip_final_snapshot",
        "termination_protection_enabled", "pit_enabled", "backup_enabled", "at_rest_encryption_enabled",
        "transit_encryption_enabled", "enable_deletion_protection", "cidr_ipv4", "internal", "kms_key_id",
    ]

    private static let capacity: Set = [
        "instance_class", "node_type", "allocated_storage", "max_allocated_storage", "desired_count", "min_capacity",
        "max_capacity", "cpu", "memory", "instance_size", "node_count", "num_cache_clusters", "num_node_groups",
        "replicas_per_node_group", "disk_size_gb", "limit_amount", "threshold", "evaluation_periods",
    ]

    private static let texts: Set = ["description", "alarm_description", "comment", "name", "dashboard_body"]
}

extension ResourceGraph {
    /// A text without what every environment has of its own: its name, account and region.
    fileprivate func neutral(_ text: String) -> String {
        let name = environment.name
        let own =
            ["-" + name, "/" + name, name + "-", name + "/", name, region.rawValue]
            + (account.map { [$0.rawValue] } ?? [])
        return own.reduce(text) { $0.replacing(mark: $1, with: "") }
    }
}
