import TerraneChecks
package import TerraneCore

/// Something that must stay secret: who reads it, and who changes it.
package struct ReportedSecret: Sendable {
    package let name: String
    /// The resource that holds it; nil for what is given at deployment or held by another stack.
    package let resource: Name?
    package let source: SourceLocation
    package let kind: String
    package let readers: [String]
    package let rotation: Rotation
    package let encryption: String

    package enum Rotation: Hashable, Sendable {
        /// By the clock.
        case automatic(String)
        /// By a person, in the way that is said.
        case byHand(String)
        /// By whoever makes it, which is not this stack.
        case elsewhere

        package var words: String {
            switch self {
            case .automatic(let words), .byHand(let words): words
            case .elsewhere: "Where it is made"
            }
        }
    }
}

extension Inventory {
    func reportedSecrets() -> [ReportedSecret] {
        items.compactMap { item -> ReportedSecret? in
            switch item.type {
            case "aws_secretsmanager_secret": storedSecret(item)
            case "aws_ssm_parameter": item["type"].text == "SecureString" ? secureParameter(item) : nil
            case "aws_db_instance": item["manage_master_user_password"].flag == true ? managedPassword(item) : nil
            case "aws_rds_cluster": item["manage_master_user_password"].flag == true ? managedPassword(item) : nil
            default: nil
            }
        } + foreignSecrets() + graph.facts.parameters.filter(\.isSensitive).map(sensitiveParameter)
    }

    /// What containers are told from a place that the stack only names.
    private func foreignSecrets() -> [ReportedSecret] {
        var readers: [(name: String, reader: String, source: SourceLocation)] = []
        for task in all("aws_ecs_task_definition") {
            for (container, variable, value) in secrets(of: task) where !value.isOfStack {
                readers.append(
                    (task.words(value), "container \(container) of \(task.name), as \(variable)", task.source))
            }
        }
        return readers.map(\.name).unique.map { name in
            let own = readers.filter { $0.name == name }
            return ReportedSecret(
                name: name, resource: nil, source: own[0].source, kind: "not made by this stack",
                readers: own.map(\.reader).unique, rotation: .elsewhere,
                encryption: "where it is kept")
        }
    }

    private func storedSecret(_ item: Item) -> ReportedSecret {
        ReportedSecret(
            name: item.words("name") ?? item.name.path, resource: item.name, source: item.source,
            kind: item.words("description") ?? "secret", readers: readers(of: item), rotation: rotation(of: item),
            encryption: item.words("kms_key_id") ?? "the AWS managed key of Secrets Manager")
    }

    private func secureParameter(_ item: Item) -> ReportedSecret {
        ReportedSecret(
            name: item.words("name") ?? item.name.path, resource: item.name, source: item.source,
            kind: item.words("description") ?? "secure parameter", readers: readers(of: item),
            rotation: .byHand("By deploying another value"),
            encryption: item.words("key_id") ?? "the AWS managed key of Parameter Store")
    }

    /// "Password management with Amazon RDS and AWS Secrets Manager", Amazon RDS User Guide: seven days unless a rotation of
    /// the stack says otherwise.
    private func managedPassword(_ item: Item) -> ReportedSecret {
        let own = rotation(of: item)
        let rotation: ReportedSecret.Rotation
        if case .automatic = own { rotation = own } else { rotation = .automatic("By RDS, every 7 days") }
        return ReportedSecret(
            name: "master password of \(item.name)", resource: item.name, source: item.source,
            kind: "made by RDS and kept in Secrets Manager", readers: readers(of: item, isManaged: true),
            rotation: rotation,
            encryption: item.words("master_user_secret_kms_key_id") ?? "the AWS managed key of Secrets Manager")
    }

    private func sensitiveParameter(_ parameter: ParameterDeclaration) -> ReportedSecret {
        let users = items.filter { $0.node.uses(parameter: parameter.name) }
        return ReportedSecret(
            name: parameter.name, resource: nil, source: parameter.source,
            kind: parameter.description ?? "a parameter of the deployment",
            readers: users.map { "\($0.noun) \($0.name)" }, rotation: .byHand("By deploying another value"),
            encryption: "given at deployment, and kept where the parameter goes")
    }
}

// MARK: - Rotation

extension Inventory {
    private func rotation(of secret: Item) -> ReportedSecret.Rotation {
        for item in referrers(of: secret) where item.type == "aws_secretsmanager_secret_rotation" {
            let every =
                item.words("rotation_rules/automatically_after_days").map { "Every \($0) days" }
                ?? item.words("rotation_rules/schedule_expression") ?? "At times set at deployment"
            let by =
                item.words("rotation_lambda_arn").map { ", by the function \($0)" } ?? ", by the service that owns it"
            return .automatic(every + by)
        }
        for item in referrers(of: secret) where item.type == "aws_secretsmanager_secret_version" {
            let version = item.words("secret_string_wo_version").map { " (now \($0))" } ?? ""
            return .byHand("Not by itself: made at deployment, anew when its version\(version) is raised")
        }
        return .byHand("Not by itself: its value is put in by hand")
    }
}

// MARK: - Readers

extension Inventory {
    /// Who gets the value: containers, what a deployment hands it to, and roles that may read it.
    private func readers(of secret: Item, isManaged: Bool = false) -> [String] {
        var containers: [String] = []
        var others: [String] = []
        for referrer in referrers(of: secret) {
            switch referrer.type {
            case "aws_ecs_task_definition": containers += uses(of: secret, in: referrer)
            case "aws_iam_role_policy", "aws_iam_policy", "aws_secretsmanager_secret_policy":
                if maySeeSecret(referrer, secret) { others.append("role \(bearer(of: referrer))") }
            case "aws_db_instance", "aws_rds_cluster", "aws_elasticache_replication_group":
                if !isManaged { others.append("\(referrer.noun) \(referrer.name)") }
            case "aws_secretsmanager_random_password": break
            default:
                if case .ephemeral = referrer.node.type.terraform { others += receivers(of: referrer) }
            }
        }
        let documents = graph.documents.filter { $0.document.expressions.contains { $0.refers(to: secret.name) } }
        return (containers + others + documents.map { "file \($0.document.path)" }).unique
    }

    /// The containers of a task that get a secret as a variable.
    private func uses(of secret: Item, in task: Item) -> [String] {
        secrets(of: task).filter { $0.value.refers(to: secret.name) }
            .map { "container \($0.container) of \(task.name), as \($0.variable)" }
    }

    /// What the containers of a task are told as variables, and from where.
    private func secrets(of task: Item) -> [(container: String, variable: String, value: Expression)] {
        guard let list = task.values("container_definitions").first?.unwrapped else { return [] }
        return list.members.flatMap { container in
            let name = container.member("name").map { task.words($0) } ?? "?"
            return (container.member("secrets")?.members ?? []).compactMap { entry in
                entry.member("valueFrom").map { value in
                    (name, entry.member("name").map { task.words($0) } ?? "?", value)
                }
            }
        }
    }

    /// What gets a secret that a deployment reads and does not keep.
    private func receivers(of ephemeral: Item) -> [String] {
        referrers(of: ephemeral).filter { $0.type != "aws_secretsmanager_secret_version" }
            .map { "\($0.noun) \($0.name), at deployment" }
    }

    /// Whether a statement allows to read the secret.
    private func maySeeSecret(_ policy: Item, _ secret: Item) -> Bool {
        guard let statements = policy.values("policy").first?.member("Statement") else { return false }
        return statements.members.contains { statement in
            let actions = (statement.member("Action")?.members ?? []).compactMap { policy.fact($0).text }
            return statement.member("Effect")?.text == "Allow"
                && actions.contains {
                    ["secretsmanager:GetSecretValue", "secretsmanager:*", "ssm:GetParameters", "ssm:GetParameter", "*"]
                        .contains($0)
                }
                && statement.member("Resource")?.refers(to: secret.name) == true
        }
    }

    private func bearer(of policy: Item) -> Name {
        target(of: policy, "role")?.name ?? policy.name
    }
}

extension Expression {
    /// Whether it is an attribute of something in the stack.
    fileprivate var isOfStack: Bool {
        forTerraform.hasPart { if case .reference = $0 { true } else { false } }
    }
}
