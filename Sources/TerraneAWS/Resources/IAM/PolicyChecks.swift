public import TerraneCore

extension IAM.PolicyDocument {
    /// A condition with the test and the key of another one in its statement would overwrite it in JSON, and the policy
    /// would allow more than it reads.
    func check(of owner: Name) -> [Diagnostic] {
        statements.flatMap { statement -> [Diagnostic] in
            var seen: Set<[String]> = []
            return statement.conditions.filter { !seen.insert([$0.test, $0.key]).inserted }
                .map { .conditionTwice(owner, $0.test, $0.key) }
        }
    }
}

extension IAM.Role {
    public func check() -> [Diagnostic] {
        trust.check(of: name) + (roleName.utf8.count > 64 ? [.nameTooLong("role", roleName, limit: 64)] : [])
    }
}

extension IAM.RolePolicy {
    public func check() -> [Diagnostic] { policy.check(of: name) }
}

extension IAM.ManagedPolicy {
    public func check() -> [Diagnostic] { policy.check(of: name) }
}

extension Diagnostic {
    static func conditionTwice(_ owner: Name, _ test: String, _ key: String) -> Diagnostic {
        .error(
            "policy '\(owner)' asks '\(test)' of '\(key)' twice in one statement",
            help: "A statement has one condition for a test and a key: give it all values at once, or write two statements.")
    }
}
