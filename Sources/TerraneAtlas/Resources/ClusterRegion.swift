public import TerraneCore

extension Atlas {
    /// The nodes of a cluster in one region.
    public struct RegionNodes: Hashable, Sendable {
        public let region: Region
        /// Nodes that can become the primary.
        public let electable: Int
        /// Nodes that only long queries read from ("Analytics Nodes", MongoDB Atlas documentation).
        public let analytics: Int

        public init(_ region: Region, electable: Int, analytics: Int = 0) {
            self.region = region
            self.electable = electable
            self.analytics = analytics
        }
    }
}

extension Atlas.Cluster {
    /// Priorities fall from 7, the region that the primary is in while all is well.
    @PropertiesBuilder func region(_ nodes: Atlas.RegionNodes, number: Int) -> Properties {
        row("provider_name", "ProviderName", "AWS")
        row("region_name", "RegionName", nodes.region.atlasName)
        row("priority", "Priority", 7 - number)
        nested("electable_specs", "ElectableSpecs", as: .attribute) { specs(nodes.electable) }
        nested("auto_scaling", "AutoScaling", as: .attribute) { scaling }
        if nodes.analytics > 0 {
            nested("analytics_specs", "AnalyticsSpecs", as: .attribute) { specs(nodes.analytics) }
            nested("analytics_auto_scaling", "AnalyticsAutoScaling", as: .attribute) { scaling }
        }
    }

    @PropertiesBuilder private func specs(_ count: Int) -> Properties {
        row("instance_size", "InstanceSize", tier)
        row("node_count", "NodeCount", count)
        terraformOnly("disk_size_gb", storage.inGibibytes, because: "CloudFormation states it once for the cluster")
    }

    @PropertiesBuilder private var scaling: Properties {
        row("disk_gb_enabled", "DiskGB/Enabled", true)
        row("compute_enabled", "Compute/Enabled", largestTier != nil)
        if let largestTier {
            row("compute_scale_down_enabled", "Compute/ScaleDownEnabled", true)
            row("compute_min_instance_size", "Compute/MinInstanceSize", tier)
            row("compute_max_instance_size", "Compute/MaxInstanceSize", largestTier)
        }
    }
}
