import TerraneCore

extension EnvironmentPart {
    var secrets: Markup {
        table(
            "Secrets, their readers and their rotation",
            [
                "Secret", PageTable.Column("Who reads it", share: 35), "How it is changed",
                PageTable.Column("Encrypted with", share: 20),
            ],
            environment.secrets.map(secret), ifNone: "There is no secret.")
    }

    private func secret(_ secret: ReportedSecret) -> PageTable.Row {
        PageTable.Row(
            anchor: .row(secret.resource?.path ?? "given-\(secret.name)", in: .secrets, of: name),
            cells: [
                tag(.span, .class("name")) {
                    if let resource = secret.resource {
                        tag(.a, .link(.resource(resource, of: name))) { secret.name }
                    } else if secret.rotation == .elsewhere {
                        tag(.span) { PagePart.breakable(secret.name) }
                    } else {
                        tag(.span, .class("late")) { "set at deployment: \(secret.name)" }
                    }
                    tag(.small) { secret.kind }
                    PagePart.source(secret.source)
                }, PagePart.list(secret.readers, ifNone: "nothing in the stack"), rotation(secret.rotation),
                PagePart.value(secret.encryption),
            ])
    }

    private func rotation(_ rotation: ReportedSecret.Rotation) -> Markup {
        tag(.div, .class("stack")) {
            switch rotation {
            case .automatic(let words):
                PagePart.badge("rotated", "good")
                tag(.span) { words }
            case .byHand(let words):
                PagePart.badge("by hand", "plain")
                tag(.span) { words }
            case .elsewhere:
                PagePart.badge("elsewhere", "plain")
                tag(.span) { rotation.words }
            }
        }
    }
}
