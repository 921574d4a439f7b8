import TerraneCore

extension EnvironmentPart {
    var policies: Markup {
        parts {
            table(
                "Policies",
                [PageTable.Column("Policy", share: 25), PageTable.Column("What it asks", share: 50), "Here"],
                environment.policies.map(policy),
                ifNone: "The program of stacks has no policies.")
            table(
                "Exemptions",
                ["Policy", PageTable.Column("Why", share: 35), PageTable.Column("Until", share: 15), "What it allows"],
                environment.exemptions.enumerated().map(exemption),
                ifNone: "Nothing is exempt from a policy.")
            if !environment.acceptances.isEmpty {
                tag(.details) {
                    tag(.summary) {
                        tag(.span, .class("area")) { "Accepted findings of scanners" }
                        tag(.span, .class("count")) {
                            PagePart.count(environment.acceptances.count, "reason", "reasons")
                        }
                    }
                    table(
                        "Accepted findings of scanners",
                        [PageTable.Column("Check", share: 15), PageTable.Column("Why", share: 40), "Of"],
                        environment.acceptances.enumerated().map(acceptance), ifNone: "")
                }
            }
        }
    }

    private func policy(_ policy: ReportedPolicy) -> PageTable.Row {
        let anchor = Anchor.row("policy-\(policy.id)", in: .policies, of: name)
        return PageTable.Row(
            anchor: anchor,
            cells: [
                tag(.code) { policy.id.description }, .text(policy.title.capitalizedFirst),
                tag(.div, .class("stack")) {
                    if !policy.isAsked {
                        PagePart.badge("not asked here", "plain")
                    } else if policy.breaches.isEmpty {
                        PagePart.badge("kept", "good")
                    } else {
                        PagePart.badge("broken", "warn")
                        PagePart.list(policy.breaches, ifNone: "")
                    }
                    if policy.exempted > 0 {
                        tag(.small) { PagePart.count(policy.exempted, "exempted breach", "exempted breaches") }
                    }
                },
            ])
    }

    private func exemption(_ index: Int, _ exemption: ReportedExemption) -> PageTable.Row {
        PageTable.Row(
            anchor: .row("exemption-\(index + 1)-\(exemption.policy)", in: .policies, of: name),
            cells: [
                tag(.span, .class("name")) {
                    tag(.code) { exemption.policy.description }
                    PagePart.source(exemption.source)
                }, .text(exemption.reason), .text(exemption.until.description),
                PagePart.list(exemption.breaches, ifNone: "nothing here"),
            ])
    }

    private func acceptance(_ index: Int, _ acceptance: ReportedAcceptance) -> PageTable.Row {
        PageTable.Row(
            anchor: .row("accepted-\(index + 1)-\(acceptance.check)", in: .policies, of: name),
            cells: [
                tag(.code) { acceptance.check }, .text(acceptance.reason),
                links(acceptance.resources, ifNone: "nothing"),
            ])
    }
}
