import TerraneCore

extension Checks {
    /// Nothing has more parts than its service takes. Quotas that AWS raises on request are warnings.
    static func quotas(_ inventory: Inventory) -> [Diagnostic] {
        Quota.all.flatMap { quota in
            inventory.all(quota.type).compactMap { item in
                guard let count = quota.count(inventory, item), count > quota.limit else { return nil }
                return quota.adjustable.map { .overAdjustableQuota(item, quota, count, $0) }
                    ?? .overQuota(item, quota, count)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func overQuota(_ item: Inventory.Item, _ quota: Quota, _ count: Int) -> Diagnostic {
        .error(
            "'\(item.name)' has \(count) \(quota.things), and AWS takes \(quota.limit)",
            help: "AWS does not raise this limit (\(quota.page)).", at: item.source)
    }

    fileprivate static func overAdjustableQuota(
        _ item: Inventory.Item, _ quota: Quota, _ count: Int, _ name: String
    ) -> Diagnostic {
        .warning(
            "'\(item.name)' has \(count) \(quota.things), and AWS takes \(quota.limit) unless asked for more",
            help: "Ask for more of '\(name)' in Service Quotas first (\(quota.page)).", at: item.source)
    }
}
