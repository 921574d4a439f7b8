import TerraneCompiler
import TerraneCore

/// A difference for a terminal: what it will do, then each change, worst first, cosmetics counted.
struct DifferenceText {
    /// Changes, and properties of one.
    private static let changeLimit = 200
    private static let propertyLimit = 12

    let report: DifferenceReport
    /// `stacks/Shop/Shop.swift:12`.
    let place: (SourceLocation) -> String
    let paint: (String, Console.Colour) -> String

    var lines: [String] {
        guard !report.isEmpty else { return [VisibleText.of(report.comparison)] }
        return [paint("\(Headline(report)).", .bold), VisibleText.of(report.comparison)] + suggestions + sections
            + stacks
    }

    /// What to write so that less is destroyed.
    private var suggestions: [String] {
        guard !report.suggestions.isEmpty else { return [] }
        return ["", paint("Looks renamed: \(report.suggestions.count)", .yellow)]
            + report.suggestions.prefix(10).map { "  " + VisibleText.of("\(place($0.source)): \($0.summary)") }
    }

    // MARK: Changes

    private var sections: [String] {
        var lines: [String] = []
        var budget = DifferenceText.changeLimit
        for (kind, changes) in report.ranks {
            guard kind != .cosmetic else {
                lines += ["", cosmetics(changes)]
                continue
            }
            lines += ["", paint("\(kind.title): \(changes.count)", kind.colour)]
            let shown = changes.prefix(budget)
            budget -= shown.count
            for change in shown { lines += self.lines(of: change) }
            let rest = changes.count - shown.count
            if rest > 0 { lines.append("  … and \(rest) more; --format json has them all") }
        }
        return lines
    }

    private func lines(of ranked: RankedChange) -> [String] {
        let change = ranked.change
        let title = "\(change.symbol.padded(to: 3)) \(VisibleText.of(change.name.path))"
        let noun = ResourceNoun(change).singular
        return ["\(paint(title, ranked.kind.colour)) (\(VisibleText.of(noun))) in \(VisibleText.of(ranked.places))"]
            + ([whereabouts(change)] + former(change) + ShownConsequence.all(of: change).flatMap(lines)
            + properties(change)).map { "    " + $0 }
    }

    private func whereabouts(_ change: ResourceChange) -> String {
        [change.source.map(place), change.terraformAddress, change.logicalID].compactMap(\.self).map(VisibleText.of)
            .joined(separator: "  ")
    }

    private func former(_ change: ResourceChange) -> [String] {
        if case .renamed(let name) = change.kind { ["renamed from \(VisibleText.of(name.path))"] } else { [] }
    }

    private func lines(of consequence: ShownConsequence) -> [String] {
        let summary = VisibleText.of(consequence.summary)
        let reasons = consequence.reasons.map(VisibleText.of)
        return ["\(paint(consequence.verdict, consequence.kind.colour)): \(summary)"]
            + (reasons.isEmpty ? [] : ["  " + reasons.joined(separator: "; ")])
    }

    /// What is added or removed is told by its line; the rest, property by property.
    private func properties(_ change: ResourceChange) -> [String] {
        guard change.kind != .added, change.kind != .removed else { return [] }
        let shown = change.properties.prefix(DifferenceText.propertyLimit)
        let rest = change.properties.count - shown.count
        return shown.map(ShownProperty.init).flatMap(lines)
            + (rest > 0 ? ["… and \(rest) more propert\(rest == 1 ? "y" : "ies")"] : [])
    }

    private func lines(of property: ShownProperty) -> [String] {
        let name = VisibleText.of(property.name)
        if property.isShort {
            return ["\(name): \(VisibleText.of(property.values.before)) → \(VisibleText.of(property.values.after))"]
        }
        return ["\(name):"] + property.lines.map { "  " + paint($0, $0.hasPrefix("-") ? .red : .green) }
    }

    private func cosmetics(_ changes: [RankedChange]) -> String {
        let names = changes.prefix(5).map { VisibleText.of($0.change.name.path) }
        let more = changes.count > names.count ? ", …" : ""
        return "Cosmetic: \(changes.count) (\(names.joined(separator: ", "))\(more))"
    }

    // MARK: Stacks

    private var stacks: [String] {
        let removed = report.removed.map {
            "- \(VisibleText.of($0.label)): no longer there. What was deployed of it, \($0.counted), stays until somebody "
                + "destroys it."
        }
        let added = report.added.map { "+ \(VisibleText.of($0.label)): new, with \($0.counted)" }
        return removed.isEmpty && added.isEmpty ? [] : ["", paint("Stacks", .bold)] + removed + added
    }
}

extension DifferenceReport.LoneStack {
    /// `12 resources`.
    var counted: String { "\(resources) resource\(resources == 1 ? "" : "s")" }
}

extension Consequence.Kind {
    fileprivate var colour: Console.Colour {
        switch self {
        case .dataLoss, .removal: .red
        case .exposure, .permissions, .replacement, .downtime: .yellow
        case .capacity, .other, .cosmetic: .cyan
        }
    }
}
