import TerraneCore

/// No policy is larger than its kind may be ("IAM and AWS STS quotas", AWS Identity and Access Management User Guide; "Bucket
/// policies for Amazon S3"; "Resource quotas", AWS Key Management Service Developer Guide).
///
/// IAM counts no white space, and there is none in what is written. What is known only once deployed counts for nothing, so a
/// policy that is reported is too large whatever it turns out to be.
func checkPolicySizes(_ policies: [PolicyReading], in inventory: Inventory) -> [Diagnostic] {
    let tooLarge = policies.compactMap { policy -> Diagnostic? in
        guard let limit = policy.place.limit else { return nil }
        let size = Expression.object(policy.document).leastLength
        return size > limit ? .policyTooLarge(policy, size, limit) : nil
    }
    return tooLarge + checkInlinePolicies(policies, in: inventory)
}

/// The policies written into a role share a quota.
private func checkInlinePolicies(_ policies: [PolicyReading], in inventory: Inventory) -> [Diagnostic] {
    let inline = policies.filter { $0.place.type == "aws_iam_role_policy" }
    let byRole = Dictionary(grouping: inline) { inventory.target(of: $0.item, "role")?.name }
    return byRole.compactMap { role, policies -> Diagnostic? in
        guard let role = role.flatMap({ inventory[$0] }), policies.count > 1 else { return nil }
        let sizes = policies.map { Expression.object($0.document).leastLength }
        guard sizes.allSatisfy({ $0 <= 10_240 }), sizes.reduce(0, +) > 10_240 else { return nil }
        return .inlinePoliciesTooLarge(role, sizes.reduce(0, +), policies)
    }
}

extension Expression {
    /// How many characters it has as JSON at least.
    fileprivate var leastLength: Int {
        switch terraformSide {
        case .string(let text): text.unicodeScalars.count + 2
        case .integer(let number): String(number).count
        case .boolean(let flag): flag ? 4 : 5
        case .list(let items): items.reduce(1) { $0 + $1.leastLength + 1 }
        case .object(let fields):
            fields.filter { !$0.value.isNull }.reduce(1) {
                $0 + $1.key.unicodeScalars.count + 3 + $1.value.leastLength + 1
            }
        case .interpolation(let parts): parts.reduce(2) { $0 + max(0, $1.leastLength - 2) }
        case .reference(let reference): reference.foreseen?.leastLength ?? 2
        case .json(let inner): inner.leastLength
        case .number, .null, .parameter, .context, .element, .either, .imported, .lookup, .comprehension, .every,
            .iteration, .malformed:
            2
        }
    }
}

extension Diagnostic {
    fileprivate static func policyTooLarge(_ policy: PolicyReading, _ size: Int, _ limit: Int) -> Diagnostic {
        Diagnostic(
            policy.kind == .trust && size <= 4_096 ? .warning : .error,
            "\(policy.title) has at least \(size) characters, and AWS takes \(limit)",
            help: policy.kind == .trust
                ? "Trust in fewer principals, or have the quota raised, to 4096 at most."
                : "Put several resources or actions under one pattern, or divide it in several policies.",
            at: policy.item.source)
    }

    fileprivate static func inlinePoliciesTooLarge(
        _ role: Inventory.Item, _ size: Int, _ policies: [PolicyReading]
    ) -> Diagnostic {
        .error(
            "the policies written into role '\(role.name)' have at least \(size) characters, and AWS takes 10240",
            help: "Make one of them an `IAM.ManagedPolicy` and attach it.", at: role.source,
            notes: policies.map { Note("'\($0.item.name)' is one of them", at: $0.item.source) })
    }
}
