public import TerraneCore

/// A rule of an organisation about what it deploys: a plain value, which a platform team adds to the default ones, replaces,
/// or leaves out.
///
///     static let smallNodes = Policy("small-nodes", "caches outside production are small") { inventory in
///         inventory.all(ElastiCache.ReplicationGroup.self)
///             .filter { $0["node_type"].text?.hasSuffix(".large") == true }
///             .map { $0.breach("is large", help: "Choose a node of at most .medium.") }
///     }
///
/// It sees the graph as it will be deployed, in one environment, and is silent on what is known only then.
public struct Policy: Sendable {
    public let id: PolicyID
    /// What holds where it is kept, in a sentence without a full stop.
    public let title: String
    /// An error stops the artifacts from being written.
    public let severity: Diagnostic.Severity
    public let scope: Scope
    private let find: @Sendable (Inventory) -> [Breach]

    /// The environments that are asked.
    public enum Scope: Hashable, Sendable {
        case everywhere
        /// Those that users depend on.
        case production
    }

    public init(
        _ id: PolicyID, _ title: String, severity: Diagnostic.Severity = .error, in scope: Scope = .everywhere,
        breaches: @escaping @Sendable (Inventory) -> [Breach]
    ) {
        self.id = id
        self.title = title
        self.severity = severity
        self.scope = scope
        find = breaches
    }

    /// The same rule with another weight.
    public func severity(_ severity: Diagnostic.Severity) -> Policy {
        Policy(id, title, severity: severity, in: scope, breaches: find)
    }

    /// Whether a stack is asked.
    public func applies(to graph: ResourceGraph) -> Bool { scope == .everywhere || graph.environment.isProduction }

    func breaches(_ inventory: Inventory) -> [Breach] { applies(to: inventory.graph) ? find(inventory) : [] }
}

/// A resource that breaks a policy, and how.
public struct Breach: Sendable {
    public let item: Inventory.Item
    /// What is wrong, as it follows the name of the resource: "is not encrypted".
    public let problem: String
    public let help: String
}

extension Inventory.Item {
    /// Says that this resource breaks a policy.
    public func breach(_ problem: String, help: String) -> Breach {
        Breach(item: self, problem: problem, help: help)
    }
}

extension Inventory {
    /// The resources of a type, by its Terraform name, whose property is something else than it should be, or is left out;
    /// late-bound ones are not.
    public func all(_ terraform: String, where path: String, isNot wanted: Bool) -> [Item] {
        all(terraform).filter { !$0[path].isLate && $0[path].flag != wanted }
    }

    /// The resources of a type whose property has this value; what is left out and what is late-bound has it not.
    public func all(_ terraform: String, where path: String, is value: Bool) -> [Item] {
        all(terraform).filter { $0[path].flag == value }
    }
}

extension [Policy] {
    /// These policies, of which `policy` replaces the one with its name.
    public func replacing(_ policy: Policy) -> [Policy] {
        map { $0.id == policy.id ? policy : $0 }
    }

    /// These policies without those of the names.
    public func without(_ names: PolicyID...) -> [Policy] {
        filter { !names.contains($0.id) }
    }
}
