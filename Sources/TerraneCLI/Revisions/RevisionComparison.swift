import TerraneCompiler
import TerraneCore

/// Two revisions of some stacks, stack by stack.
struct RevisionComparison {
    let older: [ResourceGraph]
    let newer: [ResourceGraph]

    /// What comes of the newer one, with the stacks that only one has.
    func report(older olderName: String, newer newerName: String) async -> DifferenceReport {
        let before = Dictionary(older.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
        let differences = await concurrently(newer) { graph in
            before[graph.label].map { compare($0, graph) } ?? compareAdded(graph).withoutPlainAdditions
        }
        var report = DifferenceReport(older: olderName, newer: newerName, differences)
        let present = Set(newer.map(\.label))
        report.added = newer.filter { before[$0.label] == nil }.map(DifferenceReport.LoneStack.init)
        report.removed = older.filter { !present.contains($0.label) }.map(DifferenceReport.LoneStack.init)
        report.references = { label in newer.first { $0.label == label }?.namedReferences ?? [:] }
        return report
    }
}

extension Difference {
    /// Of a new stack only what is more than that it is made, such as a way in from the Internet: the rest is a count.
    fileprivate var withoutPlainAdditions: Difference {
        Difference(
            stack: stack, environment: environment,
            changes: changes.filter { change in
                change.consequences.contains { $0.kind != .other && $0.kind != .cosmetic && $0.certainty != .no }
            })
    }
}

extension DifferenceReport.LoneStack {
    init(_ graph: ResourceGraph) {
        self.init(label: graph.label, resources: graph.nodes.count)
    }
}

extension ResourceGraph {
    /// `koemo/production`.
    fileprivate var label: String { "\(stack)/\(environment.name)" }

    /// What each resource refers to.
    fileprivate var namedReferences: [Name: [Name]] {
        Dictionary(
            zip(nodes, facts.references).map { ($0.name, $1.map { nodes[$0].name }) },
            uniquingKeysWith: { first, _ in first })
    }
}
