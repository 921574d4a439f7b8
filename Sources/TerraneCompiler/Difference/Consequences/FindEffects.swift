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
        if value.isBeside { return [liftedProtection(value)].compactMap(\.self) }
        guard let type = type?.terraform.typeName, value.path.root != "description" else { return [] }
        let isIgnored = value.terraform.map { newer?.ignores($0.schema) == true } ?? false
        return EffectFacts.rules(for: type, of: value).map { rule, certainty in
            Consequence(
                rule.kind, terraform: value.terraform == nil ? nil : terraform(isIgnored ? .no : certainty),
                cloudFormation: value.cloudFormation == nil ? nil : cloudFormation(certainty), rule.summary,
                rule: rule.rule, authority: rule.authority, property: value.path.description)
        }
    }

    /// Nothing changes in the cloud, and the next mistake is not stopped any more.
    private func liftedProtection(_ value: ChangedValue) -> Consequence? {
        guard value.path.names == ["lifecycle", "prevent_destroy"], value.after?.text == "false" else { return nil }
        return Consequence(
            .dataLoss, terraform: terraform(.may), cloudFormation: cloudFormation(.may),
            "what removes or replaces it from now on takes what it stores along", rule: "protection-lifted",
            authority:
                "The lifecycle meta-argument (Terraform documentation); DeletionPolicy attribute (AWS CloudFormation User Guide)",
            property: value.path.description)
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
