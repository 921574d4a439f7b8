import TerraneAWS
import TerraneCore

extension Checks {
    /// The instances of a cluster run its engine, and serverless ones have bounds to scale between.
    static func checkAuroraClusters(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(RDS.DBClusterInstance.self).flatMap { instance -> [Diagnostic] in
            guard let cluster = inventory.target(of: instance, "cluster_identifier") else { return [] }
            return checkEngine(of: instance, in: cluster) + checkServerless(instance, in: cluster)
        } + inventory.all(RDS.DBCluster.self).flatMap(checkCapacity)
    }

    private static func checkEngine(of instance: Inventory.Item, in cluster: Inventory.Item) -> [Diagnostic] {
        guard let own = instance["engine"].text, let engine = cluster["engine"].text, own != engine else { return [] }
        return [.clusterOfAnotherEngine(instance, own, cluster, engine)]
    }

    /// "Creating a DB cluster that uses Aurora Serverless v2", Amazon Aurora User Guide.
    private static func checkServerless(_ instance: Inventory.Item, in cluster: Inventory.Item) -> [Diagnostic] {
        guard instance["instance_class"].text == "db.serverless",
            cluster.parts("serverlessv2_scaling_configuration").isEmpty
        else { return [] }
        return [.serverlessWithoutCapacity(instance, cluster)]
    }

    /// "Aurora Serverless v2 capacity", Amazon Aurora User Guide: half units, from none to 256.
    private static func checkCapacity(_ cluster: Inventory.Item) -> [Diagnostic] {
        guard let bounds = cluster.parts("serverlessv2_scaling_configuration").first else { return [] }
        let least = bounds["min_capacity"].number
        let most = bounds["max_capacity"].number
        let units = [least, most].compactMap(\.self)
        let isLegal =
            units.allSatisfy { (0...256).contains($0) && ($0 * 2).rounded() == $0 * 2 } && (most ?? 1) >= 1
            && (least ?? 0) <= (most ?? 256)
        if !isLegal { return [.serverlessCapacity(cluster)] }
        guard let pause = bounds["seconds_until_auto_pause"].integer else { return [] }
        return (300...86400).contains(pause) && (least ?? 0) == 0 ? [] : [.serverlessPause(cluster, pause)]
    }
}

extension Diagnostic {
    static func clusterOfAnotherEngine(
        _ instance: Inventory.Item, _ own: String, _ cluster: Inventory.Item, _ engine: String
    ) -> Diagnostic {
        .error(
            "instance \(instance.label) runs \(own), and its cluster \(cluster.label) \(engine)",
            help: "The instances of a cluster run the engine of the cluster.", at: instance.source,
            notes: [Note("the cluster is declared here", at: cluster.source)])
    }

    static func serverlessWithoutCapacity(_ instance: Inventory.Item, _ cluster: Inventory.Item) -> Diagnostic {
        .error(
            "instance \(instance.label) is serverless, and its cluster \(cluster.label) does not say between which capacities",
            help: "Give the cluster a `serverlessv2_scaling_configuration`.", at: instance.source,
            notes: [Note("the cluster is declared here", at: cluster.source)])
    }

    static func serverlessCapacity(_ cluster: Inventory.Item) -> Diagnostic {
        .error(
            "cluster \(cluster.label) scales between capacities that Aurora Serverless does not have",
            help: "They are 0 to 256 in steps of a half, the larger at least 1.", at: cluster.source)
    }

    static func serverlessPause(_ cluster: Inventory.Item, _ seconds: Int) -> Diagnostic {
        .error(
            "cluster \(cluster.label) cannot pause after \(seconds) seconds",
            help: "It pauses after 300 to 86400 seconds, and only if its smallest capacity is 0.", at: cluster.source)
    }
}
