import TerraneCore

/// Every condition has an operator that there is ("IAM JSON policy elements: Condition operators", AWS Identity and Access
/// Management User Guide).
func checkPolicyConditions(_ policy: PolicyReading) -> [Diagnostic] {
    let tests = policy.statements.flatMap { statement -> [String] in
        guard case .object(let tests) = statement["Condition"] else { return [] }
        return tests.map(\.key)
    }
    return Set(tests).sorted().filter { !isOperator($0) }.map { .conditionOperator(policy, $0) }
}

private let operators: [String] = [
    "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
    "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
    "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan",
    "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress",
    "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Null",
]

private let folded = Set(operators.map { $0.lowercased() })

/// In whatever capitals, for several values, and with `IfExists` to any but `Null`.
private func isOperator(_ test: String) -> Bool {
    var name = test.lowercased()
    for prefix in ["forallvalues:", "foranyvalue:"] where name.hasPrefix(prefix) {
        name.removeFirst(prefix.count)
    }
    if name.hasSuffix("ifexists"), name != "nullifexists" { name.removeLast("ifexists".count) }
    return folded.contains(name)
}

extension Diagnostic {
    fileprivate static func conditionOperator(_ policy: PolicyReading, _ test: String) -> Diagnostic {
        let help =
            Suggestion.nearest(to: test, among: operators).map { "Did you mean '\($0)'?" }
            ?? "Write the operator, and in it the key and its values: `\"StringEquals\": {\"aws:SourceAccount\": \"…\"}`."
        return .error(
            "\(policy.title) has a condition '\(test)', which is no operator", help: help, at: policy.item.source)
    }
}
