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
    /// In the order of the newer graph; what is removed stands behind.
    var changes: [PendingChange] = []
    /// The position of each change, by the name of its resource.
    private(set) var positions: [Name: Int] = [:]

    init(_ older: ResourceGraph, _ newer: ResourceGraph) {
        self.older = older
        self.newer = newer
        findChanges()
    }

    func difference() -> Difference {
        var changed = self
        changed.findConsequences()
        let ordered = changed.changes.enumerated().compactMap { offset, change in
            (change.newer ?? change.older).map { (offset, change.finished($0)) }
        }.sorted { left, right in
            let ranks = (left.1.rank, right.1.rank)
            return ranks.0 == ranks.1 ? left.0 < right.0 : ranks.0 < ranks.1
        }
        return Difference(stack: newer.stack, environment: newer.environment.name, changes: ordered.map(\.1))
    }

    mutating func append(_ change: PendingChange) {
        positions[change.name] = changes.count
        changes.append(change)
    }

    private mutating func findChanges() {
        let comparison = ResourceComparison(older: older, newer: newer, renames: [:])
        for node in newer.nodes {
            guard let old = older[node.name] else {
                append(PendingChange(kind: .added, older: nil, newer: node))
                continue
            }
            let values = comparison.changes(from: old, to: node)
            if !values.isEmpty { append(PendingChange(kind: .changed, older: old, newer: node, values: values)) }
        }
        for node in older.nodes where newer[node.name] == nil {
            append(PendingChange(kind: .removed, older: node, newer: nil))
        }
    }
}

extension ResourceChange {
    /// How bad the worst of its consequences is: by kind, and within a kind what will happen before what may.
    fileprivate var rank: Int {
        guard let worst = consequences.first, let kind = Consequence.Kind.allCases.firstIndex(of: worst.kind) else {
            return .max
        }
        return kind * 3 + worst.certainty.rank
    }
}
