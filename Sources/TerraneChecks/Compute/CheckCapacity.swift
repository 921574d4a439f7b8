import TerraneAWS
import TerraneCore

extension Checks {
    /// A capacity provider strategy names each provider once, one base at most, and weights that lead somewhere
    /// ("CapacityProviderStrategyItem", Amazon ECS API Reference).
    static func checkCapacity(_ inventory: Inventory) -> [Diagnostic] {
        inventory.all(ECS.Service.self).flatMap { checkStrategy($0, $0.parts("capacity_provider_strategy")) }
            + inventory.all(ECS.ClusterCapacityProviders.self).flatMap { cluster in
                checkStrategy(cluster, cluster.parts("default_capacity_provider_strategy"))
                    + checkAssociation(cluster)
            }
    }

    private static func checkStrategy(_ item: Inventory.Item, _ shares: [Inventory.Part]) -> [Diagnostic] {
        guard !shares.isEmpty else { return [] }
        var seen: Set<String> = []
        var problems = shares.compactMap { $0["capacity_provider"].text }.filter { !seen.insert($0).inserted }
            .map { Diagnostic.capacityTwice(item, $0) }
        if shares.filter({ ($0["base"].integer ?? 0) > 0 }).count > 1 { problems.append(.capacityBases(item)) }
        let weights = shares.map { $0["weight"] }
        for weight in weights.compactMap(\.integer) where !(0...1000).contains(weight) {
            problems.append(.capacityNumber(item, "weight", weight, 0...1000))
        }
        for base in shares.compactMap({ $0["base"].integer }) where !(0...100_000).contains(base) {
            problems.append(.capacityNumber(item, "base", base, 0...100_000))
        }
        if weights.allSatisfy({ !$0.isLate && ($0.integer ?? 0) == 0 }) {
            problems.append(.capacityWithoutWeight(item))
        }
        return problems
    }

    /// The default strategy uses what the cluster is associated with.
    private static func checkAssociation(_ cluster: Inventory.Item) -> [Diagnostic] {
        guard let known = cluster["capacity_providers"].texts else { return [] }
        return cluster.parts("default_capacity_provider_strategy").compactMap { $0["capacity_provider"].text }
            .filter { !known.contains($0) }.map { .capacityNotAssociated(cluster, $0) }
    }
}

extension Diagnostic {
    static func capacityTwice(_ item: Inventory.Item, _ provider: String) -> Diagnostic {
        .error(
            "the capacity provider strategy of \(item.label) names '\(provider)' twice",
            help: "Name it once, with the sum of the weights.", at: item.source)
    }

    static func capacityBases(_ item: Inventory.Item) -> Diagnostic {
        .error(
            "\(item.label) has a base with more than one capacity provider",
            help: "Give a base to one of them: ECS takes no more.", at: item.source)
    }

    static func capacityNumber(
        _ item: Inventory.Item, _ what: String, _ number: Int, _ range: ClosedRange<Int>
    ) -> Diagnostic {
        .error(
            "a capacity provider of \(item.label) has the \(what) \(number)",
            help: "It can be \(range.lowerBound) to \(range.upperBound).", at: item.source)
    }

    static func capacityWithoutWeight(_ item: Inventory.Item) -> Diagnostic {
        .error(
            "no capacity provider of \(item.label) has a weight",
            help: "Tasks are placed by the weights: give one of them a weight of 1 or more.", at: item.source)
    }

    static func capacityNotAssociated(_ item: Inventory.Item, _ provider: String) -> Diagnostic {
        .error(
            "the default strategy of \(item.label) names '\(provider)', which the cluster does not have",
            help: "Add it to `capacity_providers`.", at: item.source)
    }
}
