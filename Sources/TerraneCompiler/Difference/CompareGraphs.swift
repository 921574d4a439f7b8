public import TerraneCore

/// How two revisions of a stack differ, and what comes of deploying the newer one over the older.
///
/// Both may be compiled or read from `graph.json`. Resources are matched by their names, and by those that their authors say
/// they had before. The cost grows linearly with the number of resources.
public func compare(_ older: ResourceGraph, _ newer: ResourceGraph) -> Difference {
    GraphComparison(older, newer).difference()
}

/// What comes of deploying a stack that there was not.
public func compareAdded(_ stack: ResourceGraph) -> Difference {
    compare(stack.emptied, stack)
}

/// What comes of removing a stack.
public func compareRemoved(_ stack: ResourceGraph) -> Difference {
    compare(stack, stack.emptied)
}

extension ResourceGraph {
    /// The same stack without anything in it.
    fileprivate var emptied: ResourceGraph {
        ResourceGraph(
            of: RecordedStack(name: stack, environment: environment, region: region, account: account, tags: tags))
    }
}

/// Finds what differs, then asks what comes of it, rule by rule.
struct GraphComparison {
    let older: ResourceGraph
    let newer: ResourceGraph
    let renames: DeclaredRenames
    /// In the order of the newer graph; what is removed stands behind.
    var changes: [PendingChange] = []
    /// The position of each change, by the name of its resource.
    private(set) var positions: [Name: Int] = [:]

    init(_ older: ResourceGraph, _ newer: ResourceGraph) {
        self.older = older
        self.newer = newer
        renames = DeclaredRenames(older, newer)
        findChanges()
    }

    func difference() -> Difference {
        var changed = self
        changed.findConsequences()
        let finished =
            changed.changes.compactMap { change in (change.newer ?? change.older).map(change.finished) }
            + changesBesideResources()
        let ranks = finished.map(\.rank)
        let order = finished.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return Difference(
            stack: newer.stack, environment: newer.environment.name, changes: order.map { finished[$0] },
            suggestions: changed.suggestRenames())
    }

    mutating func append(_ change: PendingChange) {
        positions[change.name] = changes.count
        changes.append(change)
    }

    private mutating func findChanges() {
        let comparison = ResourceComparison(older: older, newer: newer, renames: renames.newNames)
        for node in newer.nodes {
            let former = renames.formerNames[node.name]
            guard let old = older[former ?? node.name] else {
                append(PendingChange(kind: .added, older: nil, newer: node))
                continue
            }
            let values = comparison.changes(from: old, to: node)
            guard former != nil || !values.isEmpty || old.logicalID != node.logicalID else { continue }
            let kind = former.map { ResourceChange.Kind.renamed(from: $0) } ?? .changed
            append(PendingChange(kind: kind, older: old, newer: node, values: values))
        }
        for node in older.nodes where newer[node.name] == nil && renames.newNames[node.name] == nil {
            append(PendingChange(kind: .removed, older: node, newer: nil))
        }
    }
}

/// The resources that are the same ones under other names, because their authors say so.
struct DeclaredRenames {
    /// By the names in the other revision.
    private(set) var newNames: [Name: Name] = [:]
    private(set) var formerNames: [Name: Name] = [:]

    init(_ older: ResourceGraph, _ newer: ResourceGraph) {
        for node in newer.nodes where older[node.name] == nil {
            let former = node.formerNames.first { older[$0] != nil && newer[$0] == nil && newNames[$0] == nil }
            guard let former else { continue }
            newNames[former] = node.name
            formerNames[node.name] = former
        }
    }
}

extension ResourceNode {
    /// What it was called before, the latest first.
    fileprivate var formerNames: [Name] { options.formerNames.map(\.name) }
}
