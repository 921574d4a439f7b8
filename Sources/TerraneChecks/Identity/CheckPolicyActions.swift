import TerraneCore
import TerraneSchemas

/// Every action of a policy is one that its service has ("IAM JSON policy elements: Action", AWS Identity and Access
/// Management User Guide; "Service Authorization Reference").
///
/// IAM takes the name of an action that no service has, and grants nothing; other services refuse it.
func checkPolicyActions(_ policies: [PolicyReading]) -> [Diagnostic] {
    var verdicts: [String: ActionFault?] = [:]
    return policies.flatMap { policy in
        let named = policy.statements.flatMap { $0.texts("Action") + $0.texts("NotAction") }
        return Set(named).sorted().compactMap { action -> Diagnostic? in
            if let fault = outOfScope(action, in: policy) { return fault }
            let verdict = verdicts[action] ?? fault(in: action)
            verdicts[action] = verdict
            return verdict.map { $0.diagnostic(action, policy) }
        }
    }
}

/// What is wrong with an action, whatever the policy.
private enum ActionFault {
    case noService
    case unknownService(String)
    case misspelt(as: String)

    func diagnostic(_ action: String, _ policy: PolicyReading) -> Diagnostic {
        switch self {
        case .noService: .actionWithoutService(policy, action)
        case .unknownService(let service): .unknownService(policy, action, service)
        case .misspelt(let name): .unknownAction(policy, action, name)
        }
    }
}

private func fault(in action: String) -> ActionFault? {
    if action == "*" || action.hasPlaceholder { return nil }
    let parts = action.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return .noService }
    let (service, name) = (String(parts[0]), String(parts[1]))
    if service.isPattern { return nil }
    guard ServiceActions.isService(service) else { return .unknownService(service) }
    return name.isPattern ? nil : misspelling(of: name, in: service)
}

/// AWS adds actions every week, so an unknown one is reported where it is surely another one misspelt, or another service's.
private func misspelling(of name: String, in service: String) -> ActionFault? {
    if ServiceActions.isAction(name, of: service) || name.last?.isNumber ?? true { return nil }
    if let near = ServiceActions.actions(of: service).first(where: { $0.isSlip(of: name) }) {
        return .misspelt(as: "\(service):\(near)")
    }
    let others = ServiceActions.services(with: name)
    return others.count == 1 ? .misspelt(as: "\(others[0]):\(name)") : nil
}

/// The policy of a resource is about its own service alone.
private func outOfScope(_ action: String, in policy: PolicyReading) -> Diagnostic? {
    guard let services = policy.place.services, action != "*" else { return nil }
    let service = String(action.lowercased().prefix { $0 != ":" })
    return action.contains(":") && !service.contains("*") && !services.contains(service)
        ? .actionOfAnotherService(policy, action, services) : nil
}

extension Diagnostic {
    fileprivate static func actionWithoutService(_ policy: PolicyReading, _ action: String) -> Diagnostic {
        .error(
            "\(policy.title) names the action '\(action)' without a service",
            help: "Write the service's prefix before it, such as 's3:GetObject'.", at: policy.item.source)
    }

    fileprivate static func unknownService(
        _ policy: PolicyReading, _ action: String, _ service: String
    ) -> Diagnostic {
        let suggestion = Suggestion.nearest(to: service, among: ServiceActions.services)
        return .warning(
            "\(policy.title) names the action '\(action)', and no service has the prefix '\(service)'",
            help: suggestion.map { "Did you mean '\($0)'? IAM takes the action and grants nothing." }
                ?? "IAM takes the action and grants nothing: look the prefix up in the Service Authorization Reference.",
            at: policy.item.source)
    }

    fileprivate static func unknownAction(_ policy: PolicyReading, _ action: String, _ name: String) -> Diagnostic {
        .warning(
            "\(policy.title) names the action '\(action)', which there is not",
            help: "Did you mean '\(name)'? IAM takes the action and grants nothing.", at: policy.item.source)
    }

    fileprivate static func actionOfAnotherService(
        _ policy: PolicyReading, _ action: String, _ services: Set<String>
    ) -> Diagnostic {
        .error(
            "\(policy.title) names the action '\(action)', which is not one of the resource's own service",
            help:
                "The service refuses it: name actions of '\(services.sorted().joined(separator: "', '"))' here, and put "
                + "others into the policy of a role.", at: policy.item.source)
    }
}
