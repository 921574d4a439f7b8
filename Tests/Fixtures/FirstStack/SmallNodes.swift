import Terrane

extension Policy {
    static let smallNodes = Policy("small-nodes", "caches are small", severity: .warning) { inventory in
        inventory.all(ElastiCache.ReplicationGroup.self)
            .filter { $0["node_type"].text?.hasSuffix("xlarge") == true }
            .map { $0.breach("is large", help: "Choose a node of at most .large.") }
    }
}
