import TerraneCore

/// Every policy has the elements that its kind asks for, and no others ("IAM JSON policy elements reference", "Grammar of
/// the IAM JSON policy language", AWS Identity and Access Management User Guide).
func checkPolicyElements(_ policy: PolicyReading) -> [Diagnostic] {
    checkVersion(policy) + unknownElements(policy) + policy.statements.flatMap { checkElements(of: $0, in: policy) }
        + checkIdentifiers(policy)
}

private let versions = ["2008-10-17", "2012-10-17"]
private let documentElements: Set = ["Version", "Id", "Statement"]
private let statementElements: Set = [
    "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
]

private func checkVersion(_ policy: PolicyReading) -> [Diagnostic] {
    guard let version = policy.document.value(of: "Version").flatMap({ policy.item.fact($0).text }),
        !versions.contains(version)
    else { return [] }
    return [.policyVersion(policy, version)]
}

private func unknownElements(_ policy: PolicyReading) -> [Diagnostic] {
    let ofStatements = policy.statements.flatMap { unknown($0.fields, among: statementElements) }
    return (unknown(policy.document, among: documentElements) + ofStatements).map { .policyElement(policy, $0) }
}

/// A key in other capitals is left to AWS.
private func unknown(_ fields: [Expression.Field], among known: Set<String>) -> [String] {
    let folded = Set(known.map { $0.lowercased() })
    return fields.map(\.key).filter { !folded.contains($0.lowercased()) }
}

private func checkElements(of statement: StatementReading, in policy: PolicyReading) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if statement.isKnown("Effect"), !["Allow", "Deny"].contains(statement.texts("Effect").first ?? "") {
        problems.append(.statementEffect(policy, statement.texts("Effect").first))
    }
    problems += checkChoice(("Action", "NotAction"), isNeeded: true, statement, policy)
    problems += checkChoice(("Principal", "NotPrincipal"), isNeeded: policy.kind != .identity, statement, policy)
    problems += checkChoice(("Resource", "NotResource"), isNeeded: needsResource(policy), statement, policy)
    if policy.kind == .identity, statement.has("Principal") || statement.has("NotPrincipal") {
        problems.append(.principalInIdentityPolicy(policy))
    }
    if policy.kind == .trust, statement.has("Resource") || statement.has("NotResource") {
        problems.append(.resourceInTrustPolicy(policy))
    }
    return problems
}

/// Of resource policies some take none, ECR's for one.
private func needsResource(_ policy: PolicyReading) -> Bool {
    policy.kind == .identity || policy.place.type == "aws_s3_bucket_policy" || policy.place.type == "aws_kms_key"
}

private func checkChoice(
    _ pair: (String, String), isNeeded: Bool, _ statement: StatementReading, _ policy: PolicyReading
) -> [Diagnostic] {
    if statement.has(pair.0), statement.has(pair.1) { return [.statementHasBoth(policy, pair)] }
    let isThere = [pair.0, pair.1].contains { element in
        statement[element].map { $0 != .list([]) } ?? false
    }
    return isNeeded && !isThere ? [.statementLacks(policy, pair.0)] : []
}

/// IAM's own documents have identifiers of letters and digits, each once; other services' are freer.
private func checkIdentifiers(_ policy: PolicyReading) -> [Diagnostic] {
    guard policy.kind != .resource else { return [] }
    let identifiers = policy.statements.flatMap { $0.texts("Sid") }
    var seen: Set<String> = []
    let repeated = policy.isChecked ? [] : identifiers.filter { !$0.isEmpty && !seen.insert($0).inserted }
    return identifiers.filter { !$0.utf8.allSatisfy(\.isLetterOrDigit) }.map { .statementIdentifier(policy, $0) }
        + repeated.map { .statementIdentifierTwice(policy, $0) }
}

extension Diagnostic {
    fileprivate static func policyVersion(_ policy: PolicyReading, _ version: String) -> Diagnostic {
        .error(
            "\(policy.title) has the version '\(version)', which the policy language never had",
            help: "It is the version of the language, not of the policy: write '2012-10-17'.", at: policy.item.source)
    }

    fileprivate static func policyElement(_ policy: PolicyReading, _ element: String) -> Diagnostic {
        let known = documentElements.union(statementElements).sorted()
        let suggestion = Suggestion.nearest(to: element, among: known).map { "Did you mean '\($0)'? " } ?? ""
        return .error(
            "\(policy.title) has an element '\(element)', which no policy has",
            help: "\(suggestion)A statement has Sid, Effect, Principal, Action, Resource and Condition.",
            at: policy.item.source)
    }

    fileprivate static func statementEffect(_ policy: PolicyReading, _ effect: String?) -> Diagnostic {
        .error(
            effect.map { "a statement of \(policy.title) has the effect '\($0)'" }
                ?? "a statement of \(policy.title) has no effect",
            help: "Write 'Allow' or 'Deny', in just those letters.", at: policy.item.source)
    }

    fileprivate static func statementHasBoth(_ policy: PolicyReading, _ pair: (String, String)) -> Diagnostic {
        .error(
            "a statement of \(policy.title) has both '\(pair.0)' and '\(pair.1)'",
            help: "They exclude each other: write two statements.", at: policy.item.source)
    }

    fileprivate static func statementLacks(_ policy: PolicyReading, _ element: String) -> Diagnostic {
        .error(
            "a statement of \(policy.title) has no '\(element)'",
            help: "IAM refuses a statement without it: say what it is about.", at: policy.item.source)
    }

    fileprivate static func principalInIdentityPolicy(_ policy: PolicyReading) -> Diagnostic {
        .error(
            "\(policy.title) names a principal",
            help: "It is about whoever it is attached to: leave 'Principal' out, or put the statement into the trust "
                + "policy of a role or into the policy of a resource.", at: policy.item.source)
    }

    fileprivate static func resourceInTrustPolicy(_ policy: PolicyReading) -> Diagnostic {
        .error(
            "\(policy.title) names a resource",
            help: "What is taken on is the role itself: leave 'Resource' out.", at: policy.item.source)
    }

    fileprivate static func statementIdentifier(_ policy: PolicyReading, _ identifier: String) -> Diagnostic {
        .error(
            "\(policy.title) has a statement with the identifier '\(identifier)'",
            help: "IAM takes letters and digits alone: write '\(identifier.filter { $0.isLetter || $0.isNumber })'.",
            at: policy.item.source)
    }

    fileprivate static func statementIdentifierTwice(_ policy: PolicyReading, _ identifier: String) -> Diagnostic {
        .error(
            "\(policy.title) has two statements with the identifier '\(identifier)'",
            help: "Identifiers are unique in a policy: name one of the two otherwise.", at: policy.item.source)
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit.
    var isLetterOrDigit: Bool { isLetter || isDigit }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
