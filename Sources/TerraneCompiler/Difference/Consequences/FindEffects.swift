import TerraneCore

extension GraphComparison {
    /// Afterwards each change says what comes of it where it is made in place.
    mutating func findEffects() {
        for position in changes.indices {
            let change = changes[position]
            switch change.kind {
            case .added: if let cost = change.costOfAddition { changes[position].consequences.append(cost) }
            case .removed: break
            case .changed, .renamed, .touched:
                for value in change.values where !value.isOrderOnly {
                    changes[position].consequences += change.effects(of: value)
                }
            }
        }
    }
}

extension PendingChange {
    /// What facts say of a changed property, one consequence of each kind.
    fileprivate func effects(of value: ChangedValue) -> [Consequence] {
        guard let type = type?.terraform.typeName, !value.isBeside, value.path.root != "description" else { return [] }
        var kinds: Set<Consequence.Kind> = []
        var found: [Consequence] = []
        for rule in EffectFacts.rules(for: type, path: value.path) {
            guard let certainty = rule.certainty(of: value), kinds.insert(rule.kind).inserted else { continue }
            found.append(
                Consequence(
                    rule.kind, terraform: value.terraform == nil ? nil : terraform(certainty),
                    cloudFormation: value.cloudFormation == nil ? nil : cloudFormation(certainty), rule.summary,
                    rule: rule.rule, authority: rule.authority, property: value.path.description))
        }
        return found
    }

    /// What runs by the hour costs from the day that it is there.
    fileprivate var costOfAddition: Consequence? {
        guard let type = type?.terraform.typeName, EffectFacts.paidByTheHour.contains(type) else { return nil }
        return Consequence(
            .capacity, terraform: terraform(.will), cloudFormation: cloudFormation(.will),
            "it is created, and is paid for from then on", rule: "added-capacity",
            authority: "AWS pricing by resource type")
    }
}
