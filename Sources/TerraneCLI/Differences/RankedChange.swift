import TerraneCompiler
import TerraneCore

/// A change of a resource in one or more environments of a system, and how bad it is.
struct RankedChange {
    /// `koemo`.
    let stack: Name
    /// Those in which the same becomes of it, in the order of the stacks.
    var environments: [String]
    let change: ResourceChange
    private let rank: ResourceChange.Rank

    init(_ change: ResourceChange, of difference: Difference) {
        stack = difference.stack
        environments = [difference.environment]
        self.change = change
        rank = change.rank
    }

    /// The worst that comes of it.
    var kind: Consequence.Kind { rank.kind }
    var certainty: Consequence.Certainty { rank.certainty }

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
        return found.indices.sorted { (found[$0].rank, $0) < (found[$1].rank, $1) }.map { found[$0] }
    }

    /// What makes two changes one to a reader.
    private struct Key: Hashable {
        let stack: Name
        let subject: ResourceChange.Subject
        let name: Name
        let kind: ResourceChange.Kind
        let properties: [PropertyChange]
        let consequences: [Consequence]

        init(_ change: ResourceChange, stack: Name) {
            self.stack = stack
            subject = change.subject
            name = change.name
            kind = change.kind
            properties = change.properties
            consequences = change.consequences
        }
    }
}

extension ResourceChange {
    /// What Terraform's plans mark such a change with: `+`, `-`, `~`, `-/+`; and `>` what moves.
    var symbol: String {
        switch kind {
        case .added: "+"
        case .removed: "-"
        case .renamed: ">"
        case .changed, .touched:
            worst?.isReplacement == true && rank.kind < .downtime && rank.certainty == .will ? "-/+" : "~"
        }
    }
}
