import TerraneCompiler
import TerraneCore

/// A difference as a comment of a pull request: what it will do in the first lines, the details folded below, worst first.
///
/// GitHub takes 65,536 characters ("REST API endpoints for issue comments", GitHub Docs); there are never more than 60,000.
struct DifferenceMarkdown {
    /// What the comment is found by when it is written anew.
    static let mark = "<!-- terrane-diff -->"
    /// In UTF-16 code units, of which no way of counting has more characters.
    static let limit = 60_000
    /// From here on a change has only a line.
    private static let fullLimit = 45_000
    private static let tableRows = 8
    /// What the properties of one change may take.
    private static let propertyLimit = 3_000

    let report: DifferenceReport
    let place: (SourceLocation) -> String

    func text() -> String {
        guard !report.isEmpty else {
            return "\(DifferenceMarkdown.mark)\n### No resource changes\n\n\(compared)\n"
        }
        var text = BoundedText(limit: DifferenceMarkdown.limit - 500)
        text.append(head)
        if let picture = TouchedPicture(report).text {
            text.append(folded("What is touched", picture) + "\n\n")
        }
        for (kind, changes) in report.ranks { section(kind, changes, &text) }
        if text.omitted > 0 { text.appendInAnyCase(omission(text.omitted)) }
        return text.text
    }

    // MARK: The first lines

    private var head: String {
        let lines =
            [DifferenceMarkdown.mark, "### \(MarkdownText.prose(Headline(report).description))", ""]
            + [
                "> [!\(alert)]", "> \(compared)", "", "| | resource | what comes of it | where |",
                "| --- | --- | --- | --- |",
            ]
            + report.serious.prefix(DifferenceMarkdown.tableRows).map(row) + lone
        let rest = report.changes.count - min(report.serious.count, DifferenceMarkdown.tableRows)
        return (lines + suggestions).joined(separator: "\n") + "\n\n" + (rest > 0 ? "\(rest) more below.\n\n" : "")
    }

    /// GitHub's own words for how much a notice matters ("Basic writing and formatting syntax", section on alerts).
    private var alert: String {
        switch report.changes.first?.kind {
        case .dataLoss, .removal, .exposure: "CAUTION"
        case .permissions, .replacement, .downtime: "WARNING"
        case .capacity, .other, .cosmetic, nil: report.removed.isEmpty ? "NOTE" : "WARNING"
        }
    }

    private var compared: String {
        let all = report.touchedStacks
        let names = all.prefix(4).map { MarkdownText.code($0) }.joined(separator: ", ")
        let more = all.count > 4 ? " and \(all.count - 4) more" : ""
        return "\(MarkdownText.prose(report.comparison))\(all.isEmpty ? "" : ": \(names)\(more)"). "
            + "Known from the code alone: no cloud was asked."
    }

    private func row(_ ranked: RankedChange) -> String {
        let consequence = ranked.worst.map { "**\($0.verdict)**: \(MarkdownText.prose($0.summary))" } ?? ""
        return "| \(ranked.kind.title) | \(title(of: ranked.change)) in \(environments(ranked)) | "
            + "\(consequence) | \(ranked.change.source.map { MarkdownText.code(place($0)) } ?? "") |"
    }

    /// Its name; with what it is, where that is no resource.
    private func title(of change: ResourceChange) -> String {
        (change.subject == .resource ? "" : "\(change.subject.rawValue) ") + MarkdownText.code(change.name.path)
    }

    private func environments(_ ranked: RankedChange) -> String {
        let shown = ranked.environments.prefix(3).map { MarkdownText.code("\(ranked.stack)/\($0)") }
        let rest = ranked.environments.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// What to write so that less is destroyed.
    private var suggestions: [String] {
        let shown = report.suggestions.prefix(5).flatMap { ["> \(words(of: $0))", ">"] }.dropLast()
        return shown.isEmpty ? [] : ["", "> [!TIP]"] + shown
    }

    private func words(of suggestion: RenameSuggestion) -> String {
        let (older, newer) = (codes(suggestion.older), codes(suggestion.newer))
        let place = MarkdownText.code(place(suggestion.source))
        guard let modifier = suggestion.modifier else {
            return
                "\(older) go and \(newer) come, which are alike: say with `.renamed(from:)` which was which (\(place))."
        }
        return
            "\(newer) looks like \(older) under another name: write \(MarkdownText.code(modifier)) behind it (\(place)), or it "
            + "is destroyed and made anew."
    }

    private func codes(_ names: [Name]) -> String {
        names.prefix(3).map { MarkdownText.code($0.path) }.joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    }

    /// The stacks that only one revision has; more than a few are counted.
    private var lone: [String] {
        let removed = report.removed.map {
            "| Removal | stack \(MarkdownText.code($0.label)) | no longer there; what was deployed of it, \($0.counted), stays "
                + "until somebody destroys it | |"
        }
        let added = report.added.map { "| New | stack \(MarkdownText.code($0.label)) | has \($0.counted) | |" }
        let all = removed + added
        return all.count > 8 ? all.prefix(8) + ["| | and \(all.count - 8) more stacks | | |"] : all
    }

    // MARK: The details

    private func section(_ kind: Consequence.Kind, _ changes: [RankedChange], _ text: inout BoundedText) {
        let opening = "<details><summary><b>\(kind.title)</b>: \(changes.count)</summary>\n\n"
        let closing = "\n</details>\n\n"
        guard text.open(opening, closing: closing) else {
            text.omitted += changes.count
            return
        }
        var isShort = kind == .cosmetic
        var isFull = false
        for change in changes {
            isShort = isShort || text.count > DifferenceMarkdown.fullLimit || !text.append(entry(change))
            if isShort { isFull = isFull || !text.append(line(change)) }
            if isFull { text.omitted += 1 }
        }
        text.close()
    }

    /// For what does not fit as a whole.
    private func line(_ ranked: RankedChange) -> String {
        let summary = ranked.worst.map { ": \($0.verdict): \(MarkdownText.prose($0.summary))" } ?? ""
        return "- \(title(of: ranked.change)) in \(environments(ranked))\(summary)\n"
    }

    private func entry(_ ranked: RankedChange) -> String {
        let change = ranked.change
        let title =
            "#### \(MarkdownText.code(change.symbol)) \(title(of: change)) in \(environments(ranked))"
        let addresses = [change.terraformAddress, change.logicalID, change.cloudFormationType].compactMap(\.self)
        let whereabouts = ([change.source.map(place)].compactMap(\.self) + addresses).map { MarkdownText.code($0) }
            .joined(separator: " · ")
        let consequences = ShownConsequence.all(of: change).map(bullet)
        return ([title, "", whereabouts] + former(change) + [""] + consequences + [""] + properties(change)).joined(
            separator: "\n") + "\n"
    }

    private func former(_ change: ResourceChange) -> [String] {
        if case .renamed(let name) = change.kind { ["", "Renamed from \(MarkdownText.code(name.path))."] } else { [] }
    }

    private func bullet(_ consequence: ShownConsequence) -> String {
        let reasons = consequence.reasons.map(MarkdownText.prose).joined(separator: "; ")
        return "- **\(consequence.verdict)**: \(MarkdownText.prose(consequence.summary))"
            + (reasons.isEmpty ? "" : "<br><sub>\(reasons)</sub>")
    }

    /// What is added or removed is told by its line; the rest, property by property, as far as there is room.
    private func properties(_ change: ResourceChange) -> [String] {
        guard change.kind != .added, change.kind != .removed else { return [] }
        var (rows, blocks, count): ([String], [String], Int) = ([], [], 0)
        for property in change.properties.map(ShownProperty.init) {
            let text = property.isShort ? row(property) : block(property)
            count += text.utf16.count
            if count > DifferenceMarkdown.propertyLimit, !(rows.isEmpty && blocks.isEmpty) { break }
            if property.isShort { rows.append(text) } else { blocks.append(text) }
        }
        let rest = change.properties.count - rows.count - blocks.count
        let table = rows.isEmpty ? [] : ["| property | before | after |", "| --- | --- | --- |"] + rows + [""]
        return table + blocks + (rest > 0 ? ["… and \(rest) more propert\(rest == 1 ? "y" : "ies")", ""] : [])
    }

    private func row(_ property: ShownProperty) -> String {
        "| "
            + [property.name, property.values.before, property.values.after].map { MarkdownText.code($0) }
            .joined(separator: " | ") + " |"
    }

    private func block(_ property: ShownProperty) -> String {
        "\(MarkdownText.code(property.name))\n\n\(MarkdownText.block(property.lines, language: "diff"))\n"
    }

    private func folded(_ title: String, _ text: String) -> String {
        "<details><summary>\(title)</summary>\n\n\(text)\n\n</details>"
    }

    private func omission(_ count: Int) -> String {
        "\(count) more change\(count == 1 ? " is" : "s are") not shown here, none worse than those above: "
            + "`diff --format json` has them all.\n"
    }
}
