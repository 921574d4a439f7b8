import TerraneCompiler

/// What a difference will do, in a sentence: the worst first, and the rest counted.
///
///     Replaces 1 database and loses its data; may interrupt 1 service; adds 2 alarms.
struct Headline: CustomStringConvertible {
    /// How much is said in words.
    private static let limit = 4

    let description: String

    init(_ report: DifferenceReport) {
        var clauses = Headline.clauses(report)
        let rest = clauses.dropFirst(Headline.limit)
        clauses = Array(clauses.prefix(Headline.limit))
        if !rest.isEmpty {
            let count = rest.reduce(0) { $0 + $1.count }
            clauses.append(Clause(text: "and \(count) more change\(count == 1 ? "" : "s")", count: count))
        }
        let sentence = clauses.map(\.text).joined(separator: "; ")
        let isNothing = clauses.isEmpty
        description = isNothing ? "Changes nothing" : sentence.prefix(1).uppercased() + sentence.dropFirst()
    }

    private struct Clause {
        let text: String
        let count: Int
    }

    private static func clauses(_ report: DifferenceReport) -> [Clause] {
        var clauses: [Clause] = []
        for (kind, changes) in report.ranks {
            for certainty in Consequence.Certainty.allCases {
                clauses += phrases(of: changes.filter { $0.certainty == certainty }, kind, certainty)
            }
        }
        let stacks = [("drops", report.removed), ("adds", report.added)].filter { !$0.1.isEmpty }.map { verb, stacks in
            Clause(text: "\(verb) \(stacks.count) stack\(stacks.count == 1 ? "" : "s")", count: stacks.count)
        }
        return clauses + stacks
    }

    private static func phrases(
        of changes: [RankedChange], _ kind: Consequence.Kind, _ certainty: Consequence.Certainty
    ) -> [Clause] {
        let verbs = changes.map { Verb($0, kind) }
        var order: [Verb] = []
        for verb in verbs where !order.contains(verb) { order.append(verb) }
        return order.map { verb in
            let same = zip(changes, verbs).filter { $0.1 == verb }.map(\.0)
            return Clause(text: verb.clause(of: same, certainty), count: same.count)
        }
    }
}

/// What happens to resources: `replace … and lose their data`.
private struct Verb: Hashable {
    let base: String
    var losesData = false

    init(_ change: RankedChange, _ kind: Consequence.Kind) {
        switch kind {
        case .dataLoss:
            let isGone = change.change.kind == .removed || change.change.worst?.isReplacement == true
            base = isGone ? Verb.plain(change) ?? "replace" : Verb.words(of: change.change.worst?.rule)
            losesData = isGone
        case .removal: base = Verb.plain(change) ?? "silence"
        case .exposure: base = "expose"
        case .permissions: base = "widen the permissions of"
        case .replacement: base = Verb.plain(change) ?? "replace"
        case .downtime: base = "interrupt"
        case .capacity: base = "resize"
        case .other: base = Verb.plain(change) ?? "change"
        case .cosmetic: base = "touch up"
        }
    }

    /// What happens to data whose store stays.
    private static func words(of rule: String?) -> String {
        switch rule {
        case "protection-lifted", "final-snapshot-skipped": "lift the protection of"
        case "backups-disabled", "backups-removed", "backups-changed": "weaken the backups of"
        default: "lose data of"
        }
    }

    /// What becomes of a resource that is not there in both revisions under one name.
    private static func plain(_ change: RankedChange) -> String? {
        switch change.change.kind {
        case .added: "add"
        case .removed: "remove"
        case .renamed: "rename"
        case .changed, .touched: nil
        }
    }

    func clause(of changes: [RankedChange], _ certainty: Consequence.Certainty) -> String {
        let count = changes.reduce(0) { $0 + $1.environments.count }
        let what = Verb.nouns(changes, count)
        let its = count == 1 ? "its" : "their"
        if certainty == .may { return "may \(base) \(what)\(losesData ? " and lose \(its) data" : "")" }
        return "\(Verb.third(base)) \(what)\(losesData ? " and loses \(its) data" : "")"
    }

    /// `touch up` is `touches up`.
    private static func third(_ base: String) -> String {
        let words = base.split(separator: " ", maxSplits: 1)
        let verb = String(words[0]) + (words[0].hasSuffix("ch") ? "es" : "s")
        return ([verb] + words.dropFirst().map(String.init)).joined(separator: " ")
    }

    /// `1 database and 2 buckets`; of more than three kinds only how many there are.
    private static func nouns(_ changes: [RankedChange], _ count: Int) -> String {
        var counts: [(noun: ResourceNoun, count: Int)] = []
        for change in changes {
            let noun = ResourceNoun(change.change)
            if let position = counts.firstIndex(where: { $0.noun == noun }) {
                counts[position].count += change.environments.count
            } else {
                counts.append((noun, change.environments.count))
            }
            if counts.count > 3 { return "\(count) resources" }
        }
        let words = counts.map { $0.noun.counted($0.count) }
        return words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }
}
