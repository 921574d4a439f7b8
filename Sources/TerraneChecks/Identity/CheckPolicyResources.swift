import TerraneCore

/// Every resource of a policy is an ARN or `*` ("Identify AWS resources with Amazon Resource Names (ARNs)", AWS Identity and
/// Access Management User Guide).
func checkPolicyResources(_ policy: PolicyReading) -> [Diagnostic] {
    let named = policy.statements.flatMap { $0.texts("Resource") + $0.texts("NotResource") }
    return Set(named).sorted().compactMap { resource in
        fault(of: resource).map { .malformedResource(policy, resource, $0) }
    }
}

private let partitions: Set = [
    "aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc",
]

/// Why a text is no ARN; patterns within one are the service's business.
private func fault(of resource: String) -> String? {
    if resource == "*" || resource.hasPrefix("${") { return nil }
    guard resource.hasPrefix("arn:") else {
        return resource.hasPrefix("arn*") ? nil : "it does not begin with 'arn:'"
    }
    let parts = resource.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count < 6 {
        return isPlain(resource) ? "it has \(parts.count) parts between colons, and an ARN has six" : nil
    }
    if !isPlain(parts[1]) || partitions.contains(parts[1]) { return accountFault(of: parts) }
    return "there is no partition '\(parts[1])'"
}

private func accountFault(of parts: [String]) -> String? {
    let account = parts[4]
    if account.isEmpty || account == "aws" || !isPlain(account) { return nil }
    let isDigits = account.utf8.allSatisfy(\.isDigit)
    return isDigits && account.utf8.count != 12 ? "its account '\(account)' does not have 12 digits" : nil
}

private func isPlain(_ part: String) -> Bool {
    !part.isPattern && !part.hasPlaceholder
}

extension String {
    /// Whether a star or a question mark stands for other letters in it.
    var isPattern: Bool { utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }

    /// Whether a policy variable is in it, `${aws:username}`.
    var hasPlaceholder: Bool { utf8.contains(UInt8(ascii: "$")) && contains("${") }
}

extension Diagnostic {
    fileprivate static func malformedResource(_ policy: PolicyReading, _ resource: String, _ reason: String)
        -> Diagnostic
    {
        .error(
            "\(policy.title) names the resource '\(resource)', which is no ARN: \(reason)",
            help: "Write 'arn:partition:service:region:account:resource', or use the resource's own `arn`.",
            at: policy.item.source)
    }
}
