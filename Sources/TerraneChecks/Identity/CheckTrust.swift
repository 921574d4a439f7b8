import TerraneCore

/// A role can be taken on, and only by those who are meant ("Update a role trust policy", AWS Identity and Access Management
/// User Guide).
func checkTrust(_ policy: PolicyReading) -> [Diagnostic] {
    guard policy.kind == .trust else { return [] }
    let actions = policy.statements.flatMap { $0.texts("Action") }
    var problems = Set(actions).sorted().filter { !isTakingOn($0) }.map { Diagnostic.trustAction(policy, $0) }
    for statement in policy.statements where statement.allows {
        if statement.isForEverybody, !statement.has("Condition") { problems.append(.trustsEverybody(policy)) }
        if let provider = providerWithoutAction(statement) { problems.append(.federatedAction(policy, provider)) }
    }
    return problems
}

/// The actions that take a role on, and those that go with them.
private let actions: Set = [
    "assumerole", "assumerolewithsaml", "assumerolewithwebidentity", "tagsession", "setsourceidentity", "setcontext",
]

private func isTakingOn(_ action: String) -> Bool {
    let name = action.lowercased()
    guard name.hasPrefix("sts:"), !name.contains("*"), !name.contains("?") else {
        return name.hasPrefix("sts:") || !name.contains(":")
    }
    return actions.contains(String(name.dropFirst(4)))
}

/// Who is vouched for by a provider of web identities takes a role on with an action of its own.
private func providerWithoutAction(_ statement: StatementReading) -> String? {
    let providers = statement.principals("Federated").filter { $0.mentions(":oidc-provider/") }
    guard !providers.isEmpty, statement.has("Action"), statement.isKnown("Action") else { return nil }
    let names = statement.texts("Action").map { $0.lowercased() }
    return names.contains { $0 == "sts:assumerolewithwebidentity" || $0.contains("*") }
        ? nil : statement.texts("Action").joined(separator: "', '")
}

extension Diagnostic {
    fileprivate static func trustAction(_ policy: PolicyReading, _ action: String) -> Diagnostic {
        .error(
            "\(policy.title) names the action '\(action)', which takes no role on",
            help: "A trust policy is about 'sts:AssumeRole' and its kin alone: what the role may do stands in its own "
                + "policies.", at: policy.item.source)
    }

    fileprivate static func trustsEverybody(_ policy: PolicyReading) -> Diagnostic {
        .warning(
            "\(policy.title) lets everybody take the role on, of every AWS account",
            help: "Name the services, accounts or roles that may, or add a condition.", at: policy.item.source)
    }

    fileprivate static func federatedAction(_ policy: PolicyReading, _ action: String) -> Diagnostic {
        .error(
            "\(policy.title) lets an identity provider's people take the role on by '\(action)', which they cannot",
            help: "They come with a token: allow 'sts:AssumeRoleWithWebIdentity'.", at: policy.item.source)
    }
}
