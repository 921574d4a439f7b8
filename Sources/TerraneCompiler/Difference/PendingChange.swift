import TerraneCore

/// A change while it is being worked out: the resource in both revisions, what differs, and what comes of it so far.
struct PendingChange {
    var kind: ResourceChange.Kind
    let older: ResourceNode?
    let newer: ResourceNode?
    var values: [ChangedValue] = []
    var consequences: [Consequence] = []

    var name: Name { newer?.name ?? older?.name ?? "" }
    /// The type that there was, which decides what becomes of it.
    var type: ResourceType? { older?.type ?? newer?.type }

    /// The change as it is shown, in the terms of `node`, which is the newer one where there is one.
    func finished(_ node: ResourceNode) -> ResourceChange {
        ResourceChange(
            name: node.name, kind: kind,
            terraformAddress: node.type.terraform.addressPrefix.map {
                ($0 + [Spelling.terraform(node.name)]).joined(separator: ".")
            },
            cloudFormationType: node.type.cloudFormation.typeName,
            logicalID: node.logicalID,
            source: node.source, properties: values.map(\.readable),
            consequences: consequences.sorted(by: Consequence.isWorse))
    }
}

extension Consequence {
    /// Kinds in the order of asking; of one kind what is surer comes first, then that it is replaced, then by what it is about.
    static func isWorse(_ left: Consequence, _ right: Consequence) -> Bool {
        (left.kind, left.certainty, left.isReplacement ? 0 : 1, left.property ?? "", left.summary)
            < (right.kind, right.certainty, right.isReplacement ? 0 : 1, right.property ?? "", right.summary)
    }
}
