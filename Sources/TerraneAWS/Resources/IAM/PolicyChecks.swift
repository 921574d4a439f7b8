public import TerraneCore

extension IAM.PolicyDocument {
    /// A condition with the test and the key of another one in its statement would overwrite it in JSON, and the policy
    /// would allow more than it reads.
    ///
    /// A statement has actions or all but some, resources or all but some; its identifier is its own.
    func check(of owner: Name) -> [Diagnostic] {
        var identifiers: Set<String> = []
        let repeated = statements.compactMap(\.id).filter { !identifiers.insert($0).inserted }
        return repeated.map { .statementTwice(owner, $0) }
            + statements.flatMap { statement -> [Diagnostic] in
                var seen: Set<[String]> = []
                return statement.conditions.filter { !seen.insert([$0.test, $0.key]).inserted }
                    .map { .conditionTwice(owner, $0.test, $0.key) } + statement.exceptions(of: owner)
            }
    }
}

extension IAM.Statement {
    fileprivate func exceptions(of owner: Name) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if !actions.isEmpty, !exceptActions.isEmpty { problems.append(.actionsAndExceptions(owner, "actions")) }
        if !resources.isEmpty, !exceptResources.isEmpty { problems.append(.actionsAndExceptions(owner, "resources")) }
        if effect == .allow, !exceptActions.isEmpty, conditions.isEmpty { problems.append(.allowsAllBut(owner)) }
        return problems
    }
}

extension IAM.Role {
    public func check() -> [Diagnostic] {
        trust.check(of: name) + (roleName.utf8.count > 64 ? [.nameTooLong("role", roleName, limit: 64)] : [])
            + (longestSession.map { (TimeSpan.hours(1)...TimeSpan.hours(12)).contains($0) } == false
                ? [.sessionLength(name)] : [])
    }
}

extension IAM.RolePolicy {
    public func check() -> [Diagnostic] { policy.check(of: name) }
}

extension IAM.ManagedPolicy {
    public func check() -> [Diagnostic] { policy.check(of: name) }
}

extension Diagnostic {
    static func statementTwice(_ owner: Name, _ id: String) -> Diagnostic {
        .error(
            "policy '\(owner)' has two statements called '\(id)'",
            help: "Identifiers are unique in a policy: name one of the two otherwise.")
    }

    static func actionsAndExceptions(_ owner: Name, _ what: String) -> Diagnostic {
        .error(
            "a statement of policy '\(owner)' has \(what) and exceptions from all \(what)",
            help: "A statement says the one or the other: write two statements.")
    }

    static func allowsAllBut(_ owner: Name) -> Diagnostic {
        .error(
            "policy '\(owner)' allows everything but some actions, without a condition",
            help: "That allows what AWS adds tomorrow too: list what is allowed, or deny all but that.")
    }

    static func sessionLength(_ role: Name) -> Diagnostic {
        .error("role '\(role)' has sessions of a length that IAM does not offer", help: "Choose 1 to 12 hours.")
    }

    static func conditionTwice(_ owner: Name, _ test: String, _ key: String) -> Diagnostic {
        .error(
            "policy '\(owner)' asks '\(test)' of '\(key)' twice in one statement",
            help:
                "A statement has one condition for a test and a key: give it all values at once, or write two statements."
        )
    }
}
