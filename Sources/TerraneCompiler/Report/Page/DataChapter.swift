import TerraneCore

extension EnvironmentPart {
    var data: Markup {
        table(
            "What keeps data", ["Store", "What it is", "Kept and backed up", "Encrypted", "Maintenance"],
            environment.stores.map(store), ifNone: "Nothing keeps data.")
    }

    private func store(_ store: ReportedStore) -> PageTable.Row {
        row(
            store.name, store.source, in: .data,
            [
                tag(.div) {
                    store.kind
                    if let isProtected = store.isProtected { PagePart.protection(isProtected) }
                },
                store.backups == "none" ? PagePart.badge("no backups", "warn") : .text(store.backups.capitalizedFirst),
                PagePart.value(store.encryption.capitalizedFirst), .text(store.maintenance),
            ])
    }
}
