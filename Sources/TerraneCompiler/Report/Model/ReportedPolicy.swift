import TerraneChecks
package import TerraneCore

/// A policy of the organisation, and what it comes to here.
package struct ReportedPolicy: Sendable {
    package let id: PolicyID
    package let title: String
    package let severity: Diagnostic.Severity
    /// What breaks it without leave.
    package let breaches: [String]
    /// How many breaches are allowed.
    package let exempted: Int
    /// Whether it is about this environment at all.
    package let isAsked: Bool

    init(_ policy: Policy, of graph: ResourceGraph, findings: [PolicyFinding]) {
        let own = findings.filter { $0.policy.id == policy.id }
        id = policy.id
        title = policy.title
        severity = policy.severity
        isAsked = policy.applies(to: graph)
        breaches = own.filter { $0.exemption == nil }.map { "\($0.breach.item.name) \($0.breach.problem)" }
        exempted = own.count - breaches.count
    }
}

/// A breach that is allowed, why, and until when.
package struct ReportedExemption: Sendable {
    package let policy: PolicyID
    package let reason: String
    package let until: Day
    /// What is allowed.
    package let breaches: [String]
    package let source: SourceLocation
}

/// Findings of scanners that are accepted for one reason.
package struct ReportedAcceptance: Sendable {
    package let check: String
    package let reason: String
    package let resources: [Name]
}

extension ResourceGraph {
    func reportedExemptions(used findings: [PolicyFinding]) -> [ReportedExemption] {
        exemptions.unique.map { exemption in
            ReportedExemption(
                policy: exemption.policy, reason: exemption.reason, until: exemption.until,
                breaches: findings.filter { $0.exemption == exemption }.map {
                    "\($0.breach.item.name) \($0.breach.problem)"
                },
                source: exemption.source)
        }
    }

    /// By check, then in the order of the bodies.
    func reportedAcceptances() -> [ReportedAcceptance] {
        struct Ground: Hashable { let check, reason: String }
        var order: [Ground] = []
        var resources: [Ground: [Name]] = [:]
        for node in nodes {
            for suppression in node.options.suppressions {
                let ground = Ground(check: suppression.check, reason: suppression.reason)
                if resources[ground] == nil { order.append(ground) }
                resources[ground, default: []].append(node.name)
            }
        }
        return order.enumerated().sorted { ($0.element.check, $0.offset) < ($1.element.check, $1.offset) }.map {
            ReportedAcceptance(
                check: $0.element.check, reason: $0.element.reason, resources: resources[$0.element]?.unique ?? [])
        }
    }
}
