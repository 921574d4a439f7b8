import TerraneChecks
import TerraneCore

extension GraphComparison {
    /// Afterwards each policy that allows more than it did says what, and to whom.
    mutating func findPermissions() {
        for position in changes.indices where changes[position].mayHavePolicies {
            let change = changes[position]
            for widening in widenings(of: change) {
                let isRefused = widening.isForEveryone && change.newer.map(refusesPublicPolicies) == true
                let certainty = isRefused ? .may : widening.certainty
                changes[position].consequences.append(
                    Consequence(
                        widening.isForEveryone ? .exposure : .permissions,
                        terraform: change.terraform(certainty), cloudFormation: change.cloudFormation(certainty),
                        widening.summary
                            + (isRefused ? "; S3 refuses that as long as its public policies are blocked" : ""),
                        rule: widening.rule,
                        authority: "Policy evaluation logic (AWS Identity and Access Management User Guide)",
                        property: widening.path))
            }
            changes[position].consequences += narrowings(of: change)
            if let consequence = attachedPolicies(of: change) { changes[position].consequences.append(consequence) }
        }
    }

    /// Whether a policy is of a bucket that takes no public one ("Blocking public access to your Amazon S3 storage", Amazon S3
    /// User Guide).
    private func refusesPublicPolicies(_ policy: ResourceNode) -> Bool {
        let inventory = Inventory(newer)
        guard let item = inventory[policy.name], item.type == "aws_s3_bucket_policy",
            let bucket = inventory.target(of: item, "bucket")
        else { return false }
        return inventory.all("aws_s3_bucket_public_access_block", where: "block_public_policy", is: true)
            .contains { inventory.target(of: $0, "bucket")?.name == bucket.name }
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

    /// What a policy that stays allows no more, or denies from now on.
    private func narrowings(of change: PendingChange) -> [Consequence] {
        guard let old = change.older, let new = change.newer else { return [] }
        let (older, newer) = (policies(of: old, account: older.account), policies(of: new, account: newer.account))
        return newer.keys.sorted().compactMap { path in
            let lost = NewGrants(in: older[path] ?? [], besides: newer[path] ?? [])
            let denied = (newer[path] ?? []).filter { !$0.isAllow && older[path]?.contains($0) != true }
            if lost.isEmpty, denied.isEmpty { return nil }
            return Consequence(
                .downtime, terraform: change.terraform(.may), cloudFormation: change.cloudFormation(.may),
                lost.isEmpty
                    ? "it denies \(PolicyTexts(denied.flatMap(\.actions)).words)"
                    : "it no longer allows \(lost.actions.words) on \(lost.resources.words)",
                rule: lost.isEmpty ? "denial-added" : "permissions-narrowed",
                authority: "Policy evaluation logic (AWS Identity and Access Management User Guide)", property: path)
        }
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
        guard let name = type?.terraform.typeName else { return false }
        if kind == .added || kind == .removed { return name.hasPrefix("aws_iam_") || name.hasSuffix("_policy") }
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
        let new = NewGrants(in: after, besides: before)
        let lifted = before.filter { !$0.isAllow && !after.contains($0) }
        guard !new.isEmpty || !lifted.isEmpty else { return nil }
        self.path = path
        isForEveryone = new.isOpen
        certainty = new.isSure || new.isOpen ? .will : .may
        if new.isEmpty {
            rule = "denial-lifted"
            summary = "it may allow what it denied: \(PolicyTexts(lifted.flatMap(\.actions)).words)"
        } else if path.contains("assume_role") || path == "trust_policy" {
            rule = new.isOpen ? "trust-opened" : "new-trust"
            summary =
                new.isOpen
                ? "anyone whom \(new.principals.words) vouches for can take it on"
                : "\(new.principals.words) can take it on\(new.isRelaxed ? " under other conditions" : "")"
        } else {
            rule = new.isOpen ? "opened-to-everyone" : "permissions-widened"
            let whose = new.principals.all == [""] ? "" : " to \(new.principals.words)"
            summary =
                new.isOpen
                ? "it allows everyone \(new.actions.words) on \(new.resources.words)"
                : "it allows \(new.actions.words) on \(new.resources.words)\(whose)"
        }
    }
}

/// What the statements of a policy allow that those of another do not.
struct NewGrants {
    private(set) var actions = PolicyTexts()
    private(set) var resources = PolicyTexts()
    private(set) var principals = PolicyTexts()
    /// Whether it is allowed for certain, whatever late values are.
    private(set) var isSure = false
    /// Whether it is allowed to everyone.
    private(set) var isOpen = false
    /// Whether the others allow all of it, under other conditions.
    private(set) var isRelaxed = true

    var isEmpty: Bool { actions.all.isEmpty }

    init(in statements: [PolicyStatement], besides others: [PolicyStatement]) {
        let allowed = others.filter(\.isAllow)
        for statement in statements where statement.isAllow {
            for (action, resource, principal) in statement.grants
            where !allowed.contains(where: {
                $0.covers(action: action, resource: resource, principal: principal, under: statement.conditions)
            }) {
                actions.add(action)
                resources.add(resource)
                principals.add(principal)
                isSure =
                    isSure || !resource.contains("{")
                    || !allowed.contains { $0.mentions(action: action, principal: principal) }
                isOpen = isOpen || statement.isOpen(to: principal, action)
                isRelaxed =
                    isRelaxed
                    && allowed.contains { $0.covers(action: action, resource: resource, principal: principal) }
            }
        }
    }
}

/// A few texts, each once.
struct PolicyTexts {
    private(set) var all: [String] = []

    init(_ texts: [String] = []) { for text in texts { add(text) } }

    mutating func add(_ text: String) { if !all.contains(text) { all.append(text) } }

    var words: String {
        let shown = all.prefix(4).joined(separator: ", ")
        return all.count > 4 ? "\(shown) and \(all.count - 4) more" : shown
    }
}

extension PolicyStatement {
    /// Each action on each resource by each principal.
    fileprivate var grants: [(action: String, resource: String, principal: String)] {
        actions.flatMap { action in
            resources.flatMap { resource in principals.map { (action, resource, $0) } }
        }
    }

    /// Whether a principal stands for everyone: all there are without a condition, or, of a provider of identities, without one
    /// on the subject ("Create a role for OpenID Connect federation", IAM User Guide).
    fileprivate func isOpen(to principal: String, _ action: String) -> Bool {
        if principal == "AWS: *" { return conditions.isEmpty }
        return principal.utf8.starts(with: "Federated:".utf8) && action.lowercased() == "sts:assumerolewithwebidentity"
            && !conditions.contains { $0.contains(":sub ") }
    }
}
