package import TerraneChecks
package import TerraneCore

/// What there is to tell of a system to somebody who does not read Swift: each of its environments, and how they differ.
package struct SystemReport: Sendable {
    package let system: Name
    /// Production first, then what else users depend on, then the rest in the order of the program.
    package let environments: [EnvironmentReport]
    /// How each of the others differs from the first.
    package let differences: [EnvironmentDifferences]

    /// - parameter graphs: those of one system, resolved.
    package init(of graphs: [ResourceGraph], policies: [Policy]) {
        let ordered = graphs.enumerated().sorted {
            ($0.element.environment.precedence, $0.offset) < ($1.element.environment.precedence, $1.offset)
        }.map(\.element)
        system = ordered.first?.stack ?? ""
        environments = ordered.map { EnvironmentReport(of: $0, policies: policies) }
        differences =
            ordered.first.map { first in
                ordered.dropFirst().map { EnvironmentDifferences(of: $0, from: first) }
            } ?? []
    }

    /// The systems of some graphs, by name.
    package static func all(of graphs: [ResourceGraph], policies: [Policy]) -> [SystemReport] {
        Dictionary(grouping: graphs, by: \.stack).sorted { $0.key < $1.key }
            .map { SystemReport(of: $0.value, policies: policies) }
    }
}

extension DeploymentEnvironment {
    fileprivate var precedence: Int {
        if self == .production { return 0 }
        return isProduction ? 1 : 2
    }
}

/// What there is to tell of one environment.
package struct EnvironmentReport: Sendable {
    package let graph: ResourceGraph
    /// The stack's own first, then those that single resources are in, by code.
    package let regions: [Region]
    package let areas: [ReportedArea]
    package let connections: [ReportedConnection]
    package let entrances: [ReportedEntrance]
    package let listeners: [ReportedListener]
    package let alarms: [ReportedAlarm]
    package let secrets: [ReportedSecret]
    package let policies: [ReportedPolicy]
    package let exemptions: [ReportedExemption]
    package let acceptances: [ReportedAcceptance]
    package let costs: [CostDriver]
    package let stores: [ReportedStore]

    init(of graph: ResourceGraph, policies: [Policy]) {
        let inventory = Inventory(graph)
        self.graph = graph
        regions =
            [graph.region]
            + Set(graph.nodes.map(\.region)).subtracting([graph.region]).sorted { $0.rawValue < $1.rawValue }
        areas = inventory.reportedAreas()
        connections = inventory.reportedConnections()
        entrances = inventory.reportedEntrances()
        listeners = inventory.reportedListeners()
        alarms = inventory.reportedAlarms()
        secrets = inventory.reportedSecrets()
        let findings = Policies.findings(of: policies, in: inventory)
        self.policies = policies.map { ReportedPolicy($0, of: graph, findings: findings) }
        exemptions = graph.reportedExemptions(used: findings)
        acceptances = graph.reportedAcceptances()
        costs = inventory.costDrivers()
        stores = inventory.reportedStores()
    }

    package var name: String { graph.environment.name }
}
