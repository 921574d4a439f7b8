import TerraneCompiler
import TerraneCore

/// A change of a resource in one or more environments of a system, and how bad it is.
struct RankedChange {
    /// `koemo`.
    let stack: Name
    /// Those in which the same becomes of it, in the order of the stacks.
    var environments: [String]
    let change: ResourceChange
    /// The worst that comes of it.
    let kind: Consequence.Kind
    let certainty: Consequence.Certainty

    init(_ change: ResourceChange, of difference: Difference) {
        stack = difference.stack
        environments = [difference.environment]
        self.change = change
        let worst = change.consequences.filter { $0.certainty != .no }
            .min { ($0.kind, $0.certainty.rank) < ($1.kind, $1.certainty.rank) }
        kind = worst?.kind ?? (change.consequences.contains { $0.kind != .cosmetic } ? .other : .cosmetic)
        certainty = worst?.certainty ?? .no
    }

    /// `koemo/production, koemo/staging`.
    var places: String { environments.map { "\(stack)/\($0)" }.joined(separator: ", ") }

    var isCosmetic: Bool { kind == .cosmetic }

    /// The changes of all stacks, worst first; what is the same in several environments of a system stands there once.
    static func ranked(_ differences: [Difference]) -> [RankedChange] {
        var positions: [Key: Int] = [:]
        var found: [RankedChange] = []
        for difference in differences {
            for change in difference.changes {
                let key = Key(change, stack: difference.stack)
                if let position = positions[key] {
                    found[position].environments.append(difference.environment)
                } else {
                    positions[key] = found.count
                    found.append(RankedChange(change, of: difference))
                }
            }
        }
        return found.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.kind, a.certainty.rank, left.offset) < (b.kind, b.certainty.rank, right.offset)
        }.map(\.element)
    }

    /// What makes two changes one to a reader.
    private struct Key: Hashable {
        let stack: Name
        let name: Name
        let kind: ResourceChange.Kind
        let properties: [PropertyChange]
        let consequences: [Consequence]

        init(_ change: ResourceChange, stack: Name) {
            self.stack = stack
            name = change.name
            kind = change.kind
            properties = change.properties
            consequences = change.consequences
        }
    }
}

extension Consequence.Certainty {
    /// The surer one is the lesser.
    var rank: Int { Consequence.Certainty.allCases.firstIndex(of: self) ?? 0 }
}

extension ResourceChange {
    /// What Terraform's plans mark such a change with: `+`, `-`, `~`, `-/+`; and `>` what moves.
    func symbol(_ kind: Consequence.Kind, _ certainty: Consequence.Certainty) -> String {
        switch self.kind {
        case .added: "+"
        case .removed: "-"
        case .renamed: ">"
        case .changed, .touched:
            switch (kind, certainty) {
            case (.dataLoss, .will), (.replacement, .will): "-/+"
            default: "~"
            }
        }
    }
}

extension RankedChange {
    var symbol: String { change.symbol(kind, certainty) }
}
