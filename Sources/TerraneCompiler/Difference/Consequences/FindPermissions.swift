import TerraneCore

extension GraphComparison {
    /// Afterwards each policy that allows more than it did says what, and to whom.
    mutating func findPermissions() {
        for position in changes.indices where changes[position].mayHavePolicies {
            let change = changes[position]
            for widening in widenings(of: change) {
                changes[position].consequences.append(
                    Consequence(
                        widening.isForEveryone ? .exposure : .permissions,
                        terraform: change.terraform(widening.certainty),
                        cloudFormation: change.cloudFormation(widening.certainty), widening.summary,
                        rule: widening.rule,
                        authority: "Policy evaluation logic (AWS Identity and Access Management User Guide)",
                        property: widening.path))
            }
            if let consequence = attachedPolicies(of: change) { changes[position].consequences.append(consequence) }
        }
    }

    private func widenings(of change: PendingChange) -> [PolicyWidening] {
        let older = change.older.map { policies(of: $0, account: self.older.account) } ?? [:]
        let newer = change.newer.map { policies(of: $0, account: self.newer.account) } ?? [:]
        var found: [PolicyWidening] = []
        for path in Set(older.keys).union(newer.keys).sorted() {
            let before = older[path] ?? []
            guard let widening = PolicyWidening(from: before, to: newer[path] ?? [], at: path)
            else { continue }
            if change.kind != .added || widening.isForEveryone || isForStanding(change) { found.append(widening) }
        }
        return found
    }

    /// A policy for a role that is there already widens what the role may do; for a new one it is a part of it.
    private func isForStanding(_ change: PendingChange) -> Bool {
        guard let node = change.newer, let position = newer.index[node.name] else { return false }
        return newer.facts.references[position].contains { target in
            let other = newer.nodes[target]
            return other.type.terraform.typeName == "aws_iam_role" && older[other.name] != nil
        }
    }

    /// The policies of a resource, by their paths.
    private func policies(of node: ResourceNode, account: AccountID?) -> [String: [PolicyStatement]] {
        let plain = PlainForm(dialect: .terraform, region: node.region, account: account)
        guard case .object(let fields) = plain(WrittenProperties.object(of: node, in: .terraform)) else { return [:] }
        var found: [String: [PolicyStatement]] = [:]
        for field in fields {
            if case .json(let document) = field.value {
                let statements = PolicyStatement.all(in: document)
                if !statements.isEmpty { found[field.key] = statements }
            }
        }
        return found
    }

    /// Policies by their ARNs, of which nobody knows here what they allow.
    private func attachedPolicies(of change: PendingChange) -> Consequence? {
        let attached = change.values.first { value in
            guard value.path.names.first == "managed_policy_arns", case .list(let new)? = value.after else {
                return false
            }
            let old = if case .list(let items)? = value.before { items } else { [Expression]() }
            return !Set(ItemKeys.canonical(new)).isSubset(of: ItemKeys.canonical(old))
        }
        guard let attached else { return nil }
        return Consequence(
            .permissions, terraform: change.terraform(.will), cloudFormation: change.cloudFormation(.will),
            "it is given another managed policy", rule: "policy-attached",
            authority: "Managed policies and inline policies (AWS Identity and Access Management User Guide)",
            property: attached.path.description)
    }
}

extension PendingChange {
    /// Whether one of its values may be a policy document.
    fileprivate var mayHavePolicies: Bool {
        guard let name = type?.terraform.typeName, kind != .removed else { return false }
        if kind == .added { return name.hasPrefix("aws_iam_") || name.hasSuffix("_policy") }
        return values.contains { $0.path.root.contains("polic") }
    }
}

/// What a policy allows that it did not.
struct PolicyWidening {
    let path: String
    let isForEveryone: Bool
    let certainty: Consequence.Certainty
    let summary: String
    let rule: String

    /// Nil where it allows no more than it did.
    init?(from before: [PolicyStatement], to after: [PolicyStatement], at path: String) {
        let allowed = before.filter(\.isAllow)
        var (actions, resources, principals) = (Texts(), Texts(), Texts())
        var isSure = false
        var isOpen = false
        for statement in after where statement.isAllow {
            for (action, resource, principal) in statement.grants
            where !allowed.contains(where: {
                $0.covers(action: action, resource: resource, principal: principal, under: statement.conditions)
            }) {
                actions.add(action)
                resources.add(resource)
                principals.add(principal)
                isSure =
                    isSure || !resource.contains("{")
                    || !allowed.contains { old in
                        old.actions.contains { Wildcard.covers($0.lowercased(), action.lowercased()) }
                    }
                isOpen = isOpen || (principal == "AWS: *" && statement.conditions.isEmpty)
            }
        }
        let lifted = before.filter { !$0.isAllow && !after.contains($0) }
        guard !actions.all.isEmpty || !lifted.isEmpty else { return nil }
        self.path = path
        isForEveryone = isOpen
        certainty = isSure || isOpen ? .will : .may
        if actions.all.isEmpty {
            rule = "denial-lifted"
            summary = "it may allow what it denied: \(Texts(lifted.flatMap(\.actions)).words)"
        } else if path.contains("assume_role") || path == "trust_policy" {
            rule = isOpen ? "trust-opened" : "new-trust"
            summary = "\(principals.words) can take it on"
        } else {
            rule = isOpen ? "opened-to-everyone" : "permissions-widened"
            let whose = principals.all == [""] ? "" : " to \(principals.words)"
            summary =
                isOpen
                ? "it allows everyone \(actions.words) on \(resources.words)"
                : "it allows \(actions.words) on \(resources.words)\(whose)"
        }
    }

    /// A few texts, each once.
    private struct Texts {
        var all: [String] = []

        init(_ texts: [String] = []) { for text in texts { add(text) } }

        mutating func add(_ text: String) { if !all.contains(text) { all.append(text) } }

        var words: String {
            let shown = all.prefix(4).joined(separator: ", ")
            return all.count > 4 ? "\(shown) and \(all.count - 4) more" : shown
        }
    }
}

extension PolicyStatement {
    /// Each action on each resource by each principal.
    fileprivate var grants: [(action: String, resource: String, principal: String)] {
        actions.flatMap { action in
            resources.flatMap { resource in principals.map { (action, resource, $0) } }
        }
    }
}
