import TerraneCore
import TerraneSchemas

extension GraphComparison {
    /// Afterwards whatever refers to something that is replaced says what becomes of itself: it is replaced too, where the
    /// property that refers forces that, or else updated in place. Each back end cascades by its own facts.
    mutating func cascadeReplacements() {
        var cascade = Cascade(self)
        cascade.run()
        for (position, effects) in cascade.effects.sorted(by: { $0.key < $1.key }) {
            add(effects.sorted { $0.key < $1.key }.map(\.value), to: newer.nodes[position])
        }
    }

    private mutating func add(_ effects: [Cascade.Effect], to node: ResourceNode) {
        let consequences = effects.map { consequence(of: $0, on: node) }
        if let known = positions[node.name] {
            changes[known].consequences += consequences
        } else {
            append(PendingChange(kind: .touched, older: node, newer: node, consequences: consequences))
        }
    }

    private func consequence(of effect: Cascade.Effect, on node: ResourceNode) -> Consequence {
        let terraform = node.type.terraform.addressPrefix == nil ? nil : effect.terraform.replaced
        let cloudFormation = node.type.cloudFormation.isAbsent ? nil : effect.cloudFormation.replaced
        if effect.terraform.replaced != .no || effect.cloudFormation.replaced != .no {
            return replacement(
                of: node, terraform, cloudFormation, rule: "cascade", authority: effect.authority,
                property: effect.property, cause: effect.cause)
        }
        let isRevision = newer[effect.cause]?.type.hasRevisions == true
        return Consequence(
            .other, terraform: terraform.map { _ in effect.terraform.changed },
            cloudFormation: cloudFormation.map { _ in effect.cloudFormation.changed },
            isRevision
                ? "it goes over to the new revision of '\(effect.cause)'"
                : "it is updated in place, because '\(effect.cause)' is replaced", rule: "reference-changes",
            authority: "the two graphs", property: effect.property, cause: effect.cause)
    }
}

/// What becomes of resources because of others that are replaced, from the replaced ones outwards.
struct Cascade {
    /// How sure it is for one back end that a reference changes, and that this replaces the resource that has it.
    struct Verdict: Equatable {
        var changed = Consequence.Certainty.no
        var replaced = Consequence.Certainty.no
    }

    /// What the replacement of one resource does to one that refers to it.
    struct Effect {
        let cause: Name
        var property: String?
        var terraform = Verdict()
        var cloudFormation = Verdict()
        var authority = ""
    }

    private let comparison: GraphComparison
    private let graph: ResourceGraph
    /// For each resource those that refer to it.
    private var referrers: [[Int]]
    /// How sure it is that each resource is replaced.
    private var terraform: [Int: Consequence.Certainty] = [:]
    private var cloudFormation: [Int: Consequence.Certainty] = [:]
    /// For each resource that is affected, by what.
    private(set) var effects: [Int: [Int: Effect]] = [:]
    /// For each resource that was looked at, its references by what they lead to.
    private var uses: [Int: [Name: [ReferenceUse]]] = [:]

    init(_ comparison: GraphComparison) {
        self.comparison = comparison
        graph = comparison.newer
        referrers = Array(repeating: [], count: graph.nodes.count)
        for (position, targets) in graph.facts.references.enumerated() {
            for target in targets { referrers[target].append(position) }
        }
    }

    mutating func run() {
        var queue: [Int] = []
        for change in comparison.changes where change.older != nil {
            guard let position = graph.index[change.name], change.newer != nil else { continue }
            let (left, right) = change.replaced
            if left == .no, right == .no { continue }
            (terraform[position], cloudFormation[position]) = (left, right)
            queue.append(position)
        }
        var next = 0
        while next < queue.count {
            let cause = queue[next]
            let moved = effects[cause, default: [:]].values.compactMap(\.property).map {
                RowPath.parts(of: $0).first ?? $0
            }
            let identity = ReplacedIdentity(graph.nodes[cause], comparison, besides: moved)
            next += 1
            for position in referrers[cause] where isStanding(position) && position != cause {
                let effect = effect(of: cause, identity, on: position)
                guard effect.terraform.changed != .no || effect.cloudFormation.changed != .no else { continue }
                effects[position, default: [:]][cause] = effect
                if isWorse(effect, than: position) { queue.append(position) }
            }
        }
    }

    /// Whether it is there in both revisions: what is new is made anew anyway.
    private func isStanding(_ position: Int) -> Bool {
        let name = graph.nodes[position].name
        guard let known = comparison.positions[name] else { return true }
        return comparison.changes[known].older != nil
    }

    /// Takes over that the resource is replaced; true where that is surer than it was.
    private mutating func isWorse(_ effect: Effect, than position: Int) -> Bool {
        var isWorse = false
        if effect.terraform.replaced < terraform[position] ?? .no {
            terraform[position] = effect.terraform.replaced
            isWorse = true
        }
        if effect.cloudFormation.replaced < cloudFormation[position] ?? .no {
            cloudFormation[position] = effect.cloudFormation.replaced
            isWorse = true
        }
        return isWorse
    }

    // MARK: One reference

    private mutating func effect(of cause: Int, _ identity: ReplacedIdentity, on position: Int) -> Effect {
        let (target, node) = (graph.nodes[cause], graph.nodes[position])
        var effect = Effect(cause: target.name)
        if uses[position] == nil {
            uses[position] = Dictionary(grouping: ReferenceUse.all(in: node), by: \.reference.target)
        }
        for use in uses[position]?[target.name] ?? [] {
            if let left = terraform[cause], left != .no, let path = use.terraform {
                let changed = identity.changes(use.reference, in: .terraform).and(left)
                let replacement = Replacements.terraform(node.type.terraform.typeName ?? "", path)
                effect.take(changed, replacement, path, isIgnored: node.ignores(path), \.terraform)
            }
            if let right = cloudFormation[cause], right != .no, let path = use.cloudFormation {
                let changed = identity.changes(use.reference, in: .cloudFormation).and(right)
                let replacement = Replacements.cloudFormation(
                    node.type.cloudFormation.typeName ?? "", path, in: node.region.rawValue)
                effect.take(changed, replacement, use.terraform ?? path, isIgnored: false, \.cloudFormation)
            }
        }
        return effect
    }
}

extension Cascade.Effect {
    fileprivate mutating func take(
        _ changed: Consequence.Certainty, _ replacement: Replacement, _ path: String, isIgnored: Bool,
        _ verdict: WritableKeyPath<Cascade.Effect, Cascade.Verdict>
    ) {
        if isIgnored { return }
        let replaced = changed.and(Consequence.Certainty(replacement.verdict(on: .change)))
        if property == nil || replaced < self[keyPath: verdict].replaced {
            property = path
            if replaced != .no {
                authority = authority.isEmpty ? replacement.authority : "\(authority); \(replacement.authority)"
            }
        }
        self[keyPath: verdict].changed = min(self[keyPath: verdict].changed, changed)
        self[keyPath: verdict].replaced = min(self[keyPath: verdict].replaced, replaced)
    }
}

extension ResourceNode {
    /// Whether Terraform leaves the property to somebody else.
    func ignores(_ path: String) -> Bool {
        options.ignoredChanges.contains { $0 == "all" || path == $0 || path.hasPrefix($0 + "/") }
    }
}

extension PendingChange {
    /// How sure it is for each back end that the resource itself is replaced.
    var replaced: (terraform: Consequence.Certainty, cloudFormation: Consequence.Certainty) {
        let own = consequences.filter { $0.isReplacement }
        return (own.compactMap(\.terraform).min() ?? .no, own.compactMap(\.cloudFormation).min() ?? .no)
    }
}

extension Consequence {
    /// Whether it says that the resource is replaced.
    public var isReplacement: Bool {
        [
            "create-only", "requires-replace", "another-type", "another-region", "another-logical-id", "cascade",
        ].contains(rule)
    }
}
