import TerraneCore

extension Workflow {
    /// Each job's token may do what its actions need, and no key stands in for a role.
    func checkPermissions() -> [Diagnostic] {
        jobs.flatMap { job in
            let granted = job.permissions.isEmpty ? permissions : job.permissions
            return job.steps.flatMap { step -> [Diagnostic] in
                guard case .action(let call) = step.work else { return step.checkKeys() }
                return call.needs.filter { need in
                    !granted.contains { $0.scope == need.permission.scope && $0.access >= need.permission.access }
                }.map { $0.missing(in: job, at: step.source) } + step.checkKeys()
            }
        }
    }
}

/// What an action of the lock can do only with a permission of the job's token.
private struct PermissionNeed {
    let action: String
    let permission: TokenPermission
    /// What is seen without it.
    let symptom: String
    /// Whether it does not work at all; otherwise it may, in a public repository.
    var isCertain = true
    var applies: @Sendable (ActionCall) -> Bool = { _ in true }

    /// From the documentation of each action.
    static let table: [PermissionNeed] = [
        PermissionNeed(
            action: "actions/checkout", permission: .contents(.read), symptom: "'Repository not found'",
            isCertain: false
        ) { !$0.gives("token") && !$0.gives("ssh-key") && !$0.gives("repository") },
        PermissionNeed(
            action: "aws-actions/configure-aws-credentials", permission: .idToken,
            symptom: "'Could not load credentials from any providers'"
        ) { call in
            let others = [
                "aws-access-key-id", "web-identity-token-file", "role-chaining", "force-skip-oidc",
                "use-existing-credentials",
            ]
            return call.gives("role-to-assume") && !others.contains { call.gives($0) }
        },
        PermissionNeed(
            action: "github/codeql-action/analyze", permission: .securityEvents(.write),
            symptom: "'Resource not accessible by integration'"
        ) { !$0.gives("upload") },
        PermissionNeed(
            action: "github/codeql-action/upload-sarif", permission: .securityEvents(.write),
            symptom: "'Resource not accessible by integration'"),
        PermissionNeed(
            action: "codecov/codecov-action", permission: .idToken, symptom: "'Failed to get OIDC token'"
        ) { $0.inputs["use_oidc"]?.isTrue == true },
    ]

    func missing(in job: Job, at place: SourceLocation) -> Diagnostic {
        isCertain
            ? .missingPermission(action, permission, symptom, job, at: place)
            : .probablyMissingPermission(action, permission, symptom, job, at: place)
    }
}

extension ActionCall {
    fileprivate var needs: [PermissionNeed] {
        PermissionNeed.table.filter { $0.action == action && $0.applies(self) }
    }

    /// Whether an input is given, and is not `false`.
    func gives(_ input: String) -> Bool {
        guard let entry = inputs.entries.first(where: { $0.key.lowercased() == input }) else { return false }
        if case .boolean(false)? = entry.text.parts.first { return false }
        return true
    }
}

extension WorkflowText {
    fileprivate var isTrue: Bool {
        switch parts.first {
        case .boolean(let flag): flag
        case .literal(let text): text == "true"
        default: false
        }
    }
}

extension StepDefinition {
    /// Keys of an AWS user where a role would do. ("Configuring OpenID Connect in Amazon Web Services", GitHub Docs.)
    fileprivate func checkKeys() -> [Diagnostic] {
        if environment.keys.contains("AWS_SECRET_ACCESS_KEY") { return [.staticKeys(title, at: source)] }
        guard case .action(let call) = work, call.action == "aws-actions/configure-aws-credentials" else { return [] }
        return call.gives("aws-secret-access-key") ? [.staticKeys(title, at: source)] : []
    }
}

extension Diagnostic {
    fileprivate static func missingPermission(
        _ action: String, _ permission: TokenPermission, _ symptom: String, _ job: Job, at place: SourceLocation
    ) -> Diagnostic {
        .error(
            "'\(action)' needs '\(permission.scope): \(permission.access.rawValue)', which '\(job.id)' does not have",
            help: "It ends in \(symptom). Grant it where it is used: `.permissions(…)` of the step.", at: place,
            notes: [Note("the job", at: job.source)])
    }

    fileprivate static func probablyMissingPermission(
        _ action: String, _ permission: TokenPermission, _ symptom: String, _ job: Job, at place: SourceLocation
    ) -> Diagnostic {
        .warning(
            "'\(action)' needs '\(permission.scope): \(permission.access.rawValue)', which '\(job.id)' does not have",
            help: "In a private repository it ends in \(symptom). Use `Checkout()`, which brings it along.",
            at: place, notes: [Note("the job", at: job.source)])
    }

    fileprivate static func staticKeys(_ step: String, at place: SourceLocation) -> Diagnostic {
        .warning(
            "'\(step)' uses the access key of an AWS user, which does not expire",
            help: "Become a role by OpenID Connect: `AWSCredentials(role:region:)`.", at: place)
    }
}
