import TerraneCore

extension GraphComparison {
    /// Afterwards each change has at least one consequence.
    mutating func findConsequences() {
        findRemovals()
        findReplacements()
        cascadeReplacements()
        findBlockedReplacements()
        findEffects()
        findExposure()
        findPermissions()
        for position in changes.indices {
            if changes[position].consequences.isEmpty { changes[position].consequences = [changes[position].plain] }
        }
    }
}

extension PendingChange {
    /// What comes of it where no rule says more.
    fileprivate var plain: Consequence {
        switch kind {
        case .added: consequence(.other, "it is created", rule: "added")
        case .removed: consequence(.removal, "it is removed", rule: "removed")
        case .renamed: consequence(.other, "it stays as it is, under another name", rule: "renamed", .no)
        case .changed, .touched:
            isCosmetic
                ? consequence(.cosmetic, "nothing changes but what people read", rule: "cosmetic")
                : isOfTools
                    ? consequence(.cosmetic, "nothing of it changes now", rule: "of-tools", .no)
                    : consequence(.other, "it is updated in place", rule: "updated-in-place")
        }
    }

    private func consequence(
        _ kind: Consequence.Kind, _ summary: String, rule: String, _ certainty: Consequence.Certainty = .will
    ) -> Consequence {
        Consequence(
            kind, terraform: terraform(certainty), cloudFormation: cloudFormation(certainty), summary, rule: rule,
            authority: "the two graphs")
    }

    /// The certainty for each back end that has the resource.
    func terraform(_ certainty: Consequence.Certainty) -> Consequence.Certainty? {
        type?.terraform.addressPrefix == nil ? nil : certainty
    }

    func cloudFormation(_ certainty: Consequence.Certainty) -> Consequence.Certainty? {
        type?.cloudFormation.isAbsent == true ? nil : certainty
    }

    private var isCosmetic: Bool {
        values.allSatisfy {
            $0.isOrderOnly || PendingChange.cosmetics.contains($0.path.names.last ?? "") || $0.path.root == "tags"
        }
    }

    /// Whether it is only about what a tool does when, and to what.
    private var isOfTools: Bool {
        !values.isEmpty && values.allSatisfy { $0.isBeside && ["depends_on", "lifecycle"].contains($0.path.root) }
    }

    private static let cosmetics: Set = [
        "description", "Description", "comment", "Comment", "alarm_description", "suppressions", "moved",
    ]
}
