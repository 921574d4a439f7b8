import TerraneCore

extension SystemPage {
    var differences: Markup {
        tag(.section, .id(.differences), .labelled(by: Anchor.differences.heading)) {
            tag(.h2, .id(Anchor.differences.heading)) { "Differences between environments" }
            for difference in report.differences {
                DifferencePart(difference: difference, environments: report.environments).markup
            }
        }
    }
}

/// How one environment differs from the first.
private struct DifferencePart {
    let difference: EnvironmentDifferences
    let environments: [EnvironmentReport]

    var markup: Markup {
        let anchor = Anchor.differences(of: difference.environment, "all")
        return tag(.section, .id(anchor), .class("chapter"), .labelled(by: anchor.heading)) {
            tag(.h3, .id(anchor.heading)) {
                "\(difference.environment.capitalizedFirst) against \(difference.reference)"
            }
            if isSame {
                tag(.p, .class("none")) { "They are the same." }
            }
            absences("Only in \(difference.reference)", difference.missing, of: difference.reference)
            absences("Only in \(difference.environment)", difference.added, of: difference.environment)
            if !difference.changed.isEmpty {
                PageTable(
                    caption: "What is not the same, worst first",
                    columns: [
                        "Resource", PageTable.Column("What it is", share: 20),
                        PageTable.Column("From \(difference.reference) to \(difference.environment)", share: 50),
                    ],
                    rows: difference.changed.map(row)
                ).markup
            }
            if difference.expected > 0 {
                tag(.p, .class("note")) {
                    PagePart.count(difference.expected, "property differs", "properties differ")
                        + " only by the name, account or region of the environment, and are left out."
                }
            }
        }
    }

    private var isSame: Bool {
        difference.missing.isEmpty && difference.added.isEmpty && difference.changed.isEmpty
    }

    private func absences(_ title: String, _ absences: [ReportedAbsence], of environment: String) -> Markup {
        guard !absences.isEmpty else { return .nothing }
        return tag(.details) {
            tag(.summary) {
                tag(.span, .class("area")) { title }
                tag(.span, .class("count")) { PagePart.count(absences.count, "resource", "resources") }
            }
            PageTable(
                caption: title, columns: ["Resource", "What it is"],
                rows: absences.map { row($0, of: environment) }
            ).markup
        }
    }

    private func row(_ absence: ReportedAbsence, of environment: String) -> PageTable.Row {
        PageTable.Row(
            anchor: .differences(of: difference.environment, "only-\(absence.name.path)"),
            cells: [
                tag(.span, .class("name")) {
                    link(absence.name, of: environment)
                    PagePart.source(absence.source)
                },
                tag(.div) {
                    absence.kind
                    if absence.isStateful { PagePart.badge("keeps data", "plain") }
                },
            ])
    }

    private func row(_ changed: ReportedDifference) -> PageTable.Row {
        PageTable.Row(
            anchor: .differences(of: difference.environment, changed.name.path),
            cells: [
                tag(.span, .class("name")) {
                    link(changed.name, of: difference.environment)
                    PagePart.source(changed.source)
                }, .text(changed.kind),
                tag(.ul, .class("changes")) {
                    for property in changed.properties { tag(.li) { change(property) } }
                },
            ])
    }

    private func change(_ property: ReportedDifference.Property) -> Markup {
        parts {
            PagePart.code(property.path)
            " "
            tag(.span, .class("before")) { DifferencePart.shortened(property.reference) }
            " → "
            tag(.span, .class("after")) { DifferencePart.shortened(property.value) }
        }
    }

    /// A document says no more after the first lines.
    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count > 200 ? String(String.UnicodeScalarView(scalars.prefix(200))) + "…" : text
    }

    private func link(_ name: Name, of environment: String) -> Markup {
        environments.first { $0.name == environment }.map { PagePart.link(name, of: $0) } ?? .text(name.path)
    }
}
