import TerraneAtlas
import TerraneCore

extension Checks {
    /// Every region of an Atlas cluster has nodes of a tier that scales between tiers around it, and there is a majority ("Cluster
    /// Tier", "Cluster Auto-Scaling", MongoDB Atlas documentation).
    static func checkAtlasClusters(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(Atlas.Cluster.self).flatMap { cluster -> [Diagnostic] in
            let regions = cluster.parts("replication_specs/region_configs")
            return regions.flatMap { checkTiers(of: $0, cluster) } + checkPointInTime(cluster)
                + (cluster.isCheckedByItsComponent ? [] : checkMajority(regions, cluster))
        }
    }

    private static func checkMajority(_ regions: [Inventory.Part], _ cluster: Inventory.Item) -> [Diagnostic] {
        guard cluster["cluster_type"].text == "REPLICASET" else { return [] }
        let counts = regions.map { $0["electable_specs/node_count"] }
        guard !counts.contains(where: \.isLate), !regions.isEmpty else { return [] }
        let electable = counts.compactMap(\.integer).reduce(0, +)
        return [3, 5, 7].contains(electable) ? [] : [.atlasMajority(cluster, electable)]
    }

    private static func checkTiers(of region: Inventory.Part, _ cluster: Inventory.Item) -> [Diagnostic] {
        func tier(_ path: String) -> ClusterTier? { region[path].text.flatMap(ClusterTier.init) }
        guard region["auto_scaling/compute_enabled"].flag == true, let now = tier("electable_specs/instance_size")
        else { return [] }
        let least = tier("auto_scaling/compute_min_instance_size") ?? now
        let most = tier("auto_scaling/compute_max_instance_size") ?? now
        return least <= now && now <= most ? [] : [.atlasTierOutside(cluster, now, least, most)]
    }

    private static func checkPointInTime(_ cluster: Inventory.Item) -> [Diagnostic] {
        guard cluster["pit_enabled"].flag == true, cluster["backup_enabled"].flag == false else { return [] }
        return [.atlasPointsWithoutBackup(cluster)]
    }
}

extension Diagnostic {
    static func atlasMajority(_ cluster: Inventory.Item, _ count: Int) -> Diagnostic {
        .error(
            "cluster \(cluster.label) has \(count) nodes that can become the primary",
            help: "An election needs a majority: 3, 5 or 7 nodes over all regions.", at: cluster.source)
    }

    static func atlasTierOutside(
        _ cluster: Inventory.Item, _ tier: ClusterTier, _ least: ClusterTier, _ most: ClusterTier
    ) -> Diagnostic {
        .error(
            "cluster \(cluster.label) of tier \(tier.rawValue) scales between \(least.rawValue) and \(most.rawValue)",
            help: "Let it begin between the two.", at: cluster.source)
    }

    static func atlasPointsWithoutBackup(_ cluster: Inventory.Item) -> Diagnostic {
        .error(
            "cluster \(cluster.label) restores any second, and has no backups",
            help: "Switch `backup_enabled` on too, or `pit_enabled` off.", at: cluster.source)
    }
}
