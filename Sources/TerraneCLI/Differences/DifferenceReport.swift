import TerraneCompiler
import TerraneCore

/// How the stacks of two revisions differ, as all printers take it.
struct DifferenceReport {
    /// A stack that only one of the revisions has.
    struct LoneStack: Hashable {
        /// `koemo/production`.
        let label: String
        let resources: Int
    }

    /// What is compared: `golden`, `main (1a2b3c4)`, `the stacks`.
    let older: String
    let newer: String
    /// Worst first.
    let changes: [RankedChange]
    /// The stacks that have changes.
    let differing: [String]
    var added: [LoneStack] = []
    var removed: [LoneStack] = []
    /// What the resources of a stack refer to, looked up where there is a picture to draw.
    var references: (_ stack: String) -> [Name: [Name]] = { _ in [:] }
    /// What the command is to fail on.
    var thresholds: Set<ChangeThreshold> = []

    init(older: String, newer: String, _ differences: [Difference]) {
        self.older = older
        self.newer = newer
        changes = RankedChange.ranked(differences)
        differing = differences.filter { !$0.changes.isEmpty }.map { "\($0.stack)/\($0.environment)" }
    }

    /// `newer`, where it is what the stacks compile to.
    static let compiled = "the stacks"

    /// `Compared with main (1a2b3c4), 2 stacks differ`.
    var comparison: String {
        let (count, one) = (touchedStacks.count, newer == DifferenceReport.compiled)
        let counted = count == 0 ? "no stack differs" : count == 1 ? "1 stack differs" : "\(count) stacks differ"
        return "\(one ? "Compared" : "\(newer) compared") with \(older), \(counted)"
    }

    /// The stacks that are not what they were, or only in one revision.
    var touchedStacks: [String] {
        let new = added.map(\.label)
        return differing.filter { !new.contains($0) } + new + removed.map(\.label)
    }

    var isEmpty: Bool { changes.isEmpty && added.isEmpty && removed.isEmpty }

    /// The changes but those that are cosmetic.
    var serious: [RankedChange] { changes.filter { !$0.isCosmetic } }
    var cosmetic: [RankedChange] { changes.filter(\.isCosmetic) }

    /// The changes by what comes of them, worst first.
    var ranks: [(kind: Consequence.Kind, changes: [RankedChange])] {
        let groups = Dictionary(grouping: changes, by: \.kind)
        return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
    }

    /// Whether a change is as bad as what the command is to fail on.
    func isFailure(_ change: RankedChange) -> Bool { thresholds.contains { $0.isReached(by: change) } }

    var hasFailures: Bool {
        changes.contains(where: isFailure) || (thresholds.contains(.any) && !isEmpty)
    }

    /// 0 for no difference, 2 for one, 3 for one as bad as the threshold.
    var exitCode: Int32 {
        if isEmpty { return 0 }
        return hasFailures ? 3 : 2
    }
}

/// From what on a difference is a failure. What may come of a change counts as what will.
enum ChangeThreshold: String, CaseIterable, Sendable {
    case replacement
    case dataLoss = "data-loss"
    case exposure
    case any

    func isReached(by change: RankedChange) -> Bool {
        switch self {
        case .any: true
        case .dataLoss: change.brings(.dataLoss)
        case .exposure: change.brings(.exposure)
        case .replacement: change.brings(.replacement) || change.brings(.dataLoss)
        }
    }
}

extension RankedChange {
    /// Whether something of that kind will or may come of it.
    func brings(_ kind: Consequence.Kind) -> Bool {
        change.consequences.contains { $0.kind == kind && $0.certainty != .no }
    }
}
