public import TerraneCore

/// A breach of a policy, and the exemption that allows it, if there is one.
public struct PolicyFinding: Sendable {
    public let policy: Policy
    public let breach: Breach
    public let exemption: Exemption?

    /// The breach as a diagnostic; nil where it is exempted. `today` is nil where nobody asks what day it is.
    func diagnostic(today: Day?) -> Diagnostic? {
        guard let exemption else { return .breach(of: policy, breach) }
        guard let today, exemption.until < today else { return nil }
        return .exemptionExpired(exemption, policy, breach)
    }
}

extension Policies {
    /// What breaks which policy, in the order of the policies.
    public static func findings(of policies: [Policy], in inventory: Inventory) -> [PolicyFinding] {
        policies.flatMap { policy in
            policy.breaches(inventory).map { breach in
                PolicyFinding(
                    policy: policy, breach: breach,
                    exemption: breach.item.node.options.exemptions.first { $0.policy == policy.id })
            }
        }
    }

    /// What there is to say of findings.
    public static func diagnostics(of findings: [PolicyFinding], today: Day?) -> [Diagnostic] {
        findings.compactMap { $0.diagnostic(today: today) }
    }

    /// What there is to say of the exemptions of some graphs: those from a policy that there is not, and, once every
    /// environment has been looked at, those that nothing needs.
    public static func unneeded(
        in graphs: [ResourceGraph], findings: [PolicyFinding], policies: [Policy], isWhole: Bool
    ) -> [Diagnostic] {
        let known = Set(policies.map(\.id))
        let used = Set(findings.compactMap(\.exemption))
        var seen: Set<Exemption> = []
        return graphs.flatMap(\.exemptions).filter { seen.insert($0).inserted && !used.contains($0) }.compactMap {
            if !known.contains($0.policy) { return .noSuchPolicy($0, known: known) }
            return isWhole ? .exemptionUnused($0) : nil
        }
    }
}

extension Diagnostic {
    fileprivate static func breach(of policy: Policy, _ breach: Breach) -> Diagnostic {
        Diagnostic(
            policy.severity, "'\(breach.item.name)' \(breach.problem)",
            help: "\(breach.help) The policy '\(policy.id)' says that \(policy.title).", at: breach.item.source,
            rule: policy.id.rawValue)
    }

    fileprivate static func exemptionExpired(_ exemption: Exemption, _ policy: Policy, _ breach: Breach) -> Diagnostic {
        Diagnostic(
            policy.severity,
            "'\(breach.item.name)' \(breach.problem), and its exemption from '\(policy.id)' ended on \(exemption.until)",
            help: breach.help, at: breach.item.source,
            notes: [Note("exempted here: \(exemption.reason)", at: exemption.source)])
    }

    fileprivate static func noSuchPolicy(_ exemption: Exemption, known: Set<PolicyID>) -> Diagnostic {
        let similar = Suggestion.nearest(to: exemption.policy.rawValue, among: known.map(\.rawValue).sorted())
        return .error(
            "there is no policy '\(exemption.policy)' to be exempt from",
            help: similar.map { "Did you mean '\($0)'?" } ?? "The policies are those that the program of stacks lists.",
            at: exemption.source)
    }

    fileprivate static func exemptionUnused(_ exemption: Exemption) -> Diagnostic {
        .warning(
            "nothing needs the exemption from '\(exemption.policy)'", help: "Remove it: what it allowed is mended.",
            at: exemption.source)
    }
}
