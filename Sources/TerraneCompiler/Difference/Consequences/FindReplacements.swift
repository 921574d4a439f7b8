import TerraneCore
import TerraneSchemas

extension GraphComparison {
    /// Afterwards each resource that CloudFormation cannot replace says so: it makes the new one first, and no two have one
    /// name.
    mutating func findBlockedReplacements() {
        for position in changes.indices {
            let change = changes[position]
            let certainty = change.replaced.cloudFormation
            guard let node = change.newer, change.older != nil, certainty != .no,
                !change.consequences.contains(where: { $0.rule == "another-region" }), isBlocked(node)
            else { continue }
            changes[position].consequences.append(
                Consequence(
                    change.consequences.lazy.filter(\.isReplacement).map(\.kind).min() ?? .other, terraform: nil,
                    cloudFormation: certainty,
                    "a replacement is refused as long as it keeps its name: give it another one",
                    rule: "custom-name", authority: "Name type (AWS CloudFormation User Guide)"))
        }
    }

    /// Whether its name would stand in the way of another one.
    private func isBlocked(_ node: ResourceNode) -> Bool {
        guard let type = node.type.cloudFormation.typeName else { return false }
        return ReplacedIdentity(node, self).keepsItsName
            && CloudFormationSchemas.schema(of: type, in: node.region.rawValue)?.isReplacedByDeletion == false
    }

    /// Afterwards each resource that one of its own changes replaces, or may, says so.
    mutating func findReplacements() {
        for position in changes.indices {
            let change = changes[position]
            guard let old = change.older, let new = change.newer else { continue }
            if let consequence = otherLogicalID(from: old, to: new) {
                changes[position].consequences.append(consequence)
            }
            for value in change.values {
                if let consequence = identityConsequence(of: value, from: old, to: new) {
                    changes[position].consequences.append(consequence)
                    continue
                }
                let verdict = ReplacementVerdict(of: value, from: old, to: new)
                guard verdict.replaces else { continue }
                changes[position].consequences.append(
                    replacement(
                        of: new, verdict.terraform ?? change.terraform(.no),
                        verdict.cloudFormation ?? change.cloudFormation(.no),
                        rule: verdict.authority.contains("createOnly") ? "create-only" : "requires-replace",
                        authority: verdict.authority, property: value.path.description))
            }
        }
    }

    /// Another type or another region makes another resource of it.
    private func identityConsequence(
        of value: ChangedValue, from old: ResourceNode, to new: ResourceNode
    ) -> Consequence? {
        let isType = value.path.names == ["type"]
        guard value.isBeside, isType || value.path.names == ["provider"] else { return nil }
        return replacement(
            of: old, old.type.terraform.addressPrefix == nil ? nil : .will,
            old.type.cloudFormation.isAbsent ? nil : .will, rule: isType ? "another-type" : "another-region",
            authority: isType
                ? "Resource addressing (Terraform documentation); Update behaviors of stack resources (AWS CloudFormation User Guide)"
                : "a resource is in one region for good", property: value.path.description)
    }

    /// CloudFormation knows a resource by its logical ID alone: under another one it makes a new resource, unless a stack
    /// refactoring gave the ID to the old one before.
    private func otherLogicalID(from old: ResourceNode, to new: ResourceNode) -> Consequence? {
        guard old.type == new.type, old.logicalID != new.logicalID else { return nil }
        let isRefactored = new.refactoredLogicalID == old.logicalID
        return replacement(
            of: new, old.type.terraform.addressPrefix == nil ? nil : .no, isRefactored ? .may : .will,
            rule: "another-logical-id", authority: "Stack refactoring (AWS CloudFormation User Guide)", property: nil)
    }

    /// What it means for a resource to be replaced.
    func replacement(
        of node: ResourceNode, _ terraform: Consequence.Certainty?, _ cloudFormation: Consequence.Certainty?,
        rule: String, authority: String, property: String?, cause: Name? = nil
    ) -> Consequence {
        let outcome: (kind: Consequence.Kind, words: String) =
            if node.type.persistence.isStateful {
                (.dataLoss, lossByReplacement(of: node, terraform, cloudFormation))
            } else if node.type.hasRevisions {
                (.other, "a new revision of it \(terraform == .will || cloudFormation == .will ? "is" : "may be") made")
            } else {
                (.replacement, replacementWords(terraform, cloudFormation, cause))
            }
        return Consequence(
            outcome.kind, terraform: terraform, cloudFormation: cloudFormation, outcome.words, rule: rule,
            authority: authority, property: property, cause: cause)
    }

    private func replacementWords(
        _ terraform: Consequence.Certainty?, _ cloudFormation: Consequence.Certainty?, _ cause: Name?
    ) -> String {
        let isSure = terraform == .will || cloudFormation == .will
        return (isSure ? "it is replaced" : "it may be replaced") + (cause.map { ", because '\($0)' is" } ?? "")
    }

    private func lossByReplacement(
        of node: ResourceNode, _ terraform: Consequence.Certainty?, _ cloudFormation: Consequence.Certainty?
    ) -> String {
        let isSure = terraform == .will || cloudFormation == .will
        let words = isSure ? "it is replaced" : "it may be replaced"
        guard newer.protects(node) else { return "\(words), and what it stores is lost" }
        var parts: [String] = []
        if terraform == .will || terraform == .may {
            parts.append("Terraform refuses the plan, because prevent_destroy protects it")
        }
        // Whose name is in the way is not replaced, and that is said by itself.
        if cloudFormation == .will || cloudFormation == .may, !isBlocked(node) {
            let kept =
                node.type.persistence == .snapshot ? "a last snapshot of the old one" : "the old one as an orphan"
            parts.append("CloudFormation makes an empty one and keeps \(kept)")
        }
        return parts.isEmpty ? words : "\(words): \(parts.joined(separator: "; "))"
    }
}

extension ResourceType {
    /// Whether each change of it is a new revision by design, which is nothing to be afraid of: nothing is interrupted before
    /// something goes over to it.
    var hasRevisions: Bool {
        ["aws_ecs_task_definition", "aws_lambda_layer_version"].contains(terraform.typeName)
    }
}
