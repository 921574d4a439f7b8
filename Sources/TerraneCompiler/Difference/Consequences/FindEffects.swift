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
        if value.isBeside { return [protection(value)].compactMap(\.self) }
        guard let type = type?.terraform.typeName, value.path.root != "description" else { return [] }
        let isIgnored = value.terraform.map { newer?.ignores($0.schema) == true } ?? false
        return EffectFacts.rules(for: type, of: value).map { rule, certainty in
            Consequence(
                rule.kind, terraform: value.terraform == nil ? nil : terraform(isIgnored ? .no : certainty),
                cloudFormation: value.cloudFormation == nil ? nil : cloudFormation(certainty), rule.summary,
                rule: rule.rule, authority: rule.authority, property: value.path.description)
        }
    }

    /// Nothing changes in the cloud, but what the next mistake does.
    private func protection(_ value: ChangedValue) -> Consequence? {
        guard value.path.names == ["lifecycle", "prevent_destroy"] else { return nil }
        let isLifted = value.after?.text == "false"
        let certainty: Consequence.Certainty = isLifted ? .may : .will
        return Consequence(
            isLifted ? .dataLoss : .other, terraform: terraform(certainty), cloudFormation: cloudFormation(certainty),
            isLifted
                ? "what removes or replaces it from now on takes what it stores along"
                : "what it stores is kept when it is removed",
            rule: isLifted ? "protection-lifted" : "protection-given",
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
