import TerraneAWS
import TerraneCore

/// Of GitHub's jobs only those of known repositories take a role on ("Configuring OpenID Connect in Amazon Web Services", GitHub
/// Docs; "Create a role for OpenID Connect federation", AWS Identity and Access Management User Guide).
func checkGitHubTrust(_ policy: PolicyReading, in inventory: Inventory) -> [Diagnostic] {
    guard policy.kind == .trust else { return [] }
    return policy.statements.flatMap { statement -> [Diagnostic] in
        guard statement.allows else { return [] }
        let providers = statement.principals("Federated").filter { isGitHub($0, in: inventory) }
        guard !providers.isEmpty else { return [] }
        if case .object? = statement["Condition"] ?? .object([]) {
            return checkSubject(of: statement, policy)
                + providers.flatMap { checkAudience(of: statement, $0, policy, inventory) }
        }
        return []
    }
}

private let host = "token.actions.githubusercontent.com"

private func isGitHub(_ provider: Expression, in inventory: Inventory) -> Bool {
    if provider.mentions(host) { return true }
    return inventory.target(of: provider)?["url"].text?.contains(host) ?? false
}

/// The claims of the token but for its audience, which is the same for every job.
private func checkSubject(of statement: StatementReading, _ policy: PolicyReading) -> [Diagnostic] {
    let claims = statement.conditions.filter { condition in
        let key = condition.key.lowercased()
        return key.hasPrefix(host + ":") && key != host + ":aud"
    }
    if claims.isEmpty { return [.trustWithoutSubject(policy)] }
    guard claims.allSatisfy({ $0.key.lowercased() == host + ":sub" }) else { return [] }
    return claims.flatMap { claim -> [Diagnostic] in
        let test = claim.test.lowercased()
        let patterns = claim.values.filter { $0.contains("*") || $0.contains("?") }
        if test.contains("stringlike") {
            return patterns.filter(isAnyRepository).map { .trustsEveryRepository(policy, $0) }
        }
        return test.contains("stringequals") ? patterns.map { .patternNeverMatches(policy, $0) } : []
    }
}

/// Whether a pattern begins before the name of the owner.
private func isAnyRepository(_ pattern: String) -> Bool {
    "repo:".hasPrefix(pattern.prefix { $0 != "*" && $0 != "?" })
}

/// The provider accepts tokens for its own audiences alone.
private func checkAudience(
    of statement: StatementReading, _ provider: Expression, _ policy: PolicyReading, _ inventory: Inventory
) -> [Diagnostic] {
    guard let target = inventory.target(of: provider), let known = target["client_id_list"].texts, !known.isEmpty
    else { return [] }
    let asked = statement.conditions.filter {
        $0.key.lowercased() == host + ":aud" && $0.test.lowercased().contains("stringequals")
    }
    return asked.flatMap(\.values).filter { !known.contains($0) }.map {
        .audienceUnknown(policy, $0, of: target)
    }
}

extension Diagnostic {
    fileprivate static func trustWithoutSubject(_ policy: PolicyReading) -> Diagnostic {
        .error(
            "\(policy.title) lets the jobs of every repository on GitHub take the role on",
            help: "Ask for the subject in a condition: 'StringEquals' of '\(host):sub' with "
                + "'repo:owner/name:environment:production'. AWS refuses new roles without one.",
            at: policy.item.source)
    }

    fileprivate static func trustsEveryRepository(_ policy: PolicyReading, _ pattern: String) -> Diagnostic {
        .error(
            "\(policy.title) asks for the subject '\(pattern)', which jobs of every repository on GitHub have",
            help: "Name the owner and the repository before any '*': 'repo:owner/name:*'.", at: policy.item.source)
    }

    fileprivate static func patternNeverMatches(_ policy: PolicyReading, _ pattern: String) -> Diagnostic {
        .error(
            "\(policy.title) asks for a subject that equals '\(pattern)' letter for letter, which no job has",
            help: "Use 'StringLike' for patterns.", at: policy.item.source)
    }

    fileprivate static func audienceUnknown(
        _ policy: PolicyReading, _ audience: String, of provider: Inventory.Item
    ) -> Diagnostic {
        .error(
            "\(policy.title) asks for tokens for '\(audience)', which the provider '\(provider.name)' does not accept",
            help: "Add it to the provider's audiences, or ask for one of them.", at: policy.item.source,
            notes: [Note("the provider is declared here", at: provider.source)])
    }
}
