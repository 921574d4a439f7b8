import TerraneAWS
import TerraneCore
import TerraneSchemas

/// Roles have sessions, paths and policies that IAM takes ("IAM and AWS STS quotas"; "CreateRole", AWS Identity and Access
/// Management API Reference).
func checkRoles(_ inventory: Inventory) -> [Diagnostic] {
    inventory.all(IAM.Role.self).flatMap { role -> [Diagnostic] in
        var problems: [Diagnostic] = []
        if !role.isChecked(as: IAM.Role.self), let length = role["max_session_duration"].integer,
            !(3_600...43_200).contains(length)
        {
            problems.append(.roleSession(role, length))
        }
        if let path = role["path"].text, !isPath(path) { problems.append(.rolePath(role, path)) }
        let count = attachments(of: role, in: inventory)
        if count > 10 { problems.append(.tooManyPolicies(role, count)) }
        return problems + names(attachedTo: role, in: inventory)
    }
}

private func isPath(_ path: String) -> Bool {
    path.hasPrefix("/") && path.hasSuffix("/") && path.utf8.count <= 512
        && path.utf8.allSatisfy { (0x21...0x7F).contains($0) }
}

private func attachments(of role: Inventory.Item, in inventory: Inventory) -> Int {
    inventory.all(IAM.PolicyAttachment.self, whose: "role", is: role).count
        + (role.values("managed_policy_arns").first?.elements.count ?? 0)
}

/// Policies that AWS keeps have the names that it gives them, paths included.
private func names(attachedTo role: Inventory.Item, in inventory: Inventory) -> [Diagnostic] {
    let attached = inventory.all(IAM.PolicyAttachment.self, whose: "role", is: role)
        .flatMap { item in item.values("policy_arn").map { (item, item.fact($0)) } }
    let listed = role.values("managed_policy_arns").flatMap(\.elements).map { (role, role.fact($0)) }
    return (attached + listed).compactMap { item, fact in
        guard let path = fact.text.flatMap(managedPath), let right = rightPath(of: path) else { return nil }
        return .managedPolicy(item, path, right)
    }
}

/// What comes after `arn:aws:iam::aws:policy/`.
private func managedPath(_ arn: String) -> String? {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", parts[1] == "aws", parts[2] == "iam", parts[4] == "aws",
        parts[5].hasPrefix("policy/")
    else { return nil }
    return String(parts[5].dropFirst("policy/".count))
}

/// Where a policy of that name, or one nearly so, stands; nil if nothing is known against it. One that ends in a number may be a
/// new version.
private func rightPath(of path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let known = ServiceActions.managedPolicy(named: name) { return known == path ? nil : known }
    if name.last?.isNumber ?? true { return nil }
    return ServiceActions.managedPolicies.first { $0.isSlip(of: path) }
}

extension Diagnostic {
    fileprivate static func roleSession(_ role: Inventory.Item, _ length: Int) -> Diagnostic {
        .error(
            "role '\(role.name)' has sessions of \(length) seconds", help: "IAM takes 3,600 to 43,200: 1 to 12 hours.",
            at: role.source)
    }

    fileprivate static func rolePath(_ role: Inventory.Item, _ path: String) -> Diagnostic {
        .error(
            "role '\(role.name)' has the path '\(path)'",
            help: "Begin and end it with a slash, such as '/services/'.", at: role.source)
    }

    fileprivate static func tooManyPolicies(_ role: Inventory.Item, _ count: Int) -> Diagnostic {
        .warning(
            "role '\(role.name)' has \(count) policies attached, and an account takes 10 unless its quota is raised",
            help: "Put some of them together, or into the role itself.", at: role.source)
    }

    fileprivate static func managedPolicy(_ item: Inventory.Item, _ path: String, _ right: String) -> Diagnostic {
        .error(
            "'\(item.name)' names the policy '\(path)', which AWS does not keep",
            help: "Did you mean '\(right)'? The path before the name is a part of it.", at: item.source)
    }
}
