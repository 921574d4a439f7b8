import TerraneCore

/// The roles of a task.
extension Workload {
    var executionRole: IAM.Role {
        IAM.Role(
            name / "execution-role", roleName: names.executionRole ?? "\(name.dashed)-execution",
            description: "Starts the tasks of \(title)", trust: .tasks)
    }

    var executionPolicy: IAM.RolePolicy {
        IAM.RolePolicy(
            name / "execution-policy", policyName: "start-tasks", of: executionRole.id,
            IAM.PolicyDocument(imageStatements + [logStatement] + secretStatements))
    }

    var taskRole: IAM.Role {
        IAM.Role(
            name / "task-role", roleName: names.taskRole ?? "\(name.dashed)-task",
            description: "What \(title) itself may do", trust: .tasks)
    }

    var taskPolicy: IAM.RolePolicy? {
        permissions.isEmpty
            ? nil
            : IAM.RolePolicy(
                name / "task-policy", policyName: "application", of: taskRole.id, IAM.PolicyDocument(permissions))
    }

    private var imageStatements: [IAM.Statement] {
        let repositories = containers.compactMap {
            if case .ecr(let repository, _) = $0.image { repository.arn } else { nil }
        }
        .withoutRepetition
        guard !repositories.isEmpty else { return [] }
        return [
            .allow("ecr:GetAuthorizationToken", on: ["*"], id: "LogInToRegistry"),
            .allow(
                "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", on: repositories,
                id: "PullImages"),
        ]
    }

    private var logStatement: IAM.Statement {
        .allow("logs:CreateLogStream", "logs:PutLogEvents", on: ["\(logs.arn):*"], id: "WriteLogs")
    }

    private var secretStatements: [IAM.Statement] {
        let secrets = containers.flatMap(\.secrets)
        let stored = secrets.flatMap(\.policyResources).withoutRepetition
        let parameters = (secrets.compactMap(\.parameter) + publishedValues.map(\.arn)).withoutRepetition
        let keys = secrets.compactMap(\.key).withoutRepetition
        var statements: [IAM.Statement] = []
        if !stored.isEmpty { statements.append(.allow("secretsmanager:GetSecretValue", on: stored, id: "ReadSecrets")) }
        if !parameters.isEmpty { statements.append(.allow("ssm:GetParameters", on: parameters, id: "ReadParameters")) }
        if !keys.isEmpty { statements.append(.allow("kms:Decrypt", on: keys, id: "DecryptSecrets")) }
        return statements
    }
}

extension Secret {
    var parameter: Value<ARN>? {
        if case .parameterStore(let arn) = store { arn } else { nil }
    }

    /// The secret as a policy names it. A policy is matched with the full ARN, so one that was written out, perhaps
    /// without the six characters at the end of it, is allowed in both forms ("Limiting access to specific secrets",
    /// AWS Secrets Manager User Guide).
    var policyResources: [Value<ARN>] {
        guard case .secretsManager(let arn) = store else { return [] }
        if case .reference = arn.expression { return [arn] }
        return [arn, "\(arn)-??????"]
    }
}

extension Array where Element: Hashable {
    fileprivate var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension IAM.PolicyDocument {
    /// ECS tasks may take the role on.
    static let tasks = IAM.PolicyDocument(
        IAM.Statement(.allow, principal: .service("ecs-tasks.amazonaws.com"), actions: ["sts:AssumeRole"]))
}

extension Variable {
    /// Whether part of the value is known only once deployed.
    var isLateBound: Bool {
        value.expression.hasPart { part in
            switch part {
            case .reference(let reference): reference.foreseen == nil
            case .parameter(let parameter): parameter.fallback == nil
            case .imported, .lookup: true
            default: false
            }
        }
    }
}
