import TerraneAWS
import TerraneCore

extension Checks {
    /// The execution role of a task may do what ECS does to start it: pull the images, fetch the secrets, write the log ("Amazon ECS
    /// task execution IAM role", Amazon ECS Developer Guide).
    static func checkStart(of tasks: [TaskReading], _ inventory: Inventory) -> [Diagnostic] {
        let starts = Starts(inventory)
        var permissions: [Name: Permissions?] = [:]
        return tasks.flatMap { task -> [Diagnostic] in
            let needs = (task.containers ?? []).flatMap(starts.needs)
            if task.item["execution_role_arn"].isAbsent { return checkRole(of: task, for: needs) }
            guard let role = inventory.target(of: task.item, "execution_role_arn") else { return [] }
            let allowed = permissions[role.name] ?? Permissions(of: role, in: inventory)
            permissions[role.name] = .some(allowed)
            return allowed.map { check(needs, of: task, $0, role) } ?? []
        }
    }

    private static func checkRole(of task: TaskReading, for needs: [StartNeed]) -> [Diagnostic] {
        let reasons = needs.map(\.purpose).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return reasons.isEmpty || !task.isForFargate ? [] : [.noExecutionRole(task, reasons)]
    }

    private static func check(
        _ needs: [StartNeed], of task: TaskReading, _ permissions: Permissions, _ role: Inventory.Item
    ) -> [Diagnostic] {
        var said: Set<String> = []
        return needs.filter { !permissions.allow($0.action, on: $0.subject) }
            .filter { said.insert("\($0.action) \($0.what)").inserted }
            .map { .startForbidden(task, $0.action, $0.what, role) }
    }
}

/// Something that ECS does before a container starts.
private struct StartNeed {
    let action: String
    let subject: Permissions.Subject
    /// What it is done to, for people.
    let what: String
    let purpose: String
}

/// What ECS does before containers start.
private struct Starts {
    private let inventory: Inventory
    /// The repositories with a policy of their own, which may let the role in.
    private let openRepositories: Set<Name>

    init(_ inventory: Inventory) {
        self.inventory = inventory
        openRepositories = Set(
            inventory.all("aws_ecr_repository_policy").compactMap { inventory.target(of: $0, "repository")?.name })
    }

    func needs(of container: TaskContainer) -> [StartNeed] {
        container.parts("secrets").flatMap(secret) + image(of: container) + log(of: container)
    }

    // MARK: Secrets

    private func secret(_ setting: TaskContainer) -> [StartNeed] {
        guard let value = setting.value("valueFrom") else { return [] }
        let what = "the secret '\(setting.name)'"
        let names = value.referredNames
        if names.count == 1, let name = names.first {
            guard let target = inventory[name] else { return [] }
            return secret(of: target, what)
        }
        guard names.isEmpty, let text = setting["valueFrom"].text else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count >= 7, parts[2] == "secretsmanager" {
            return [need("secretsmanager:GetSecretValue", .arn(parts.prefix(7).joined(separator: ":")), what)]
        }
        let isARN = parts.count >= 6 && parts[2] == "ssm"
        return isARN || !text.contains(":") ? [need("ssm:GetParameters", isARN ? .arn(text) : .anything, what)] : []
    }

    private func secret(of target: Inventory.Item, _ what: String) -> [StartNeed] {
        switch target.type {
        case "aws_secretsmanager_secret", "aws_db_instance", "aws_rds_cluster":
            return [need("secretsmanager:GetSecretValue", .resource(target.name), what)]
                + decryption(of: target, "kms_key_id", what)
        case "aws_ssm_parameter":
            return [need("ssm:GetParameters", .resource(target.name), what)]
                + decryption(of: target, "key_id", what)
        default: return []
        }
    }

    /// A key with a policy of its own may let the role in there.
    private func decryption(of target: Inventory.Item, _ path: String, _ what: String) -> [StartNeed] {
        guard target.type != "aws_db_instance", target.type != "aws_rds_cluster",
            let key = inventory.target(of: target, path), key.type == "aws_kms_key", key["policy"].isAbsent
        else { return [] }
        return [need("kms:Decrypt", .resource(key.name), "the key of \(what)")]
    }

    private func need(_ action: String, _ subject: Permissions.Subject, _ what: String) -> StartNeed {
        StartNeed(action: action, subject: subject, what: what, purpose: "secrets")
    }

    // MARK: Images

    private func image(of container: TaskContainer) -> [StartNeed] {
        guard let value = container.value("image") else { return [] }
        let repository = value.referredNames.lazy.compactMap { inventory[$0] }.first { $0.type == "aws_ecr_repository" }
        let isOfECR = repository != nil || container["image"].text?.contains(".dkr.ecr.") == true
        guard isOfECR else { return [] }
        let login = StartNeed(
            action: "ecr:GetAuthorizationToken", subject: .anything, what: "the registry", purpose: "images of ECR")
        guard let repository, !openRepositories.contains(repository.name) else { return [login] }
        return [login]
            + ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"].map {
                StartNeed(
                    action: $0, subject: .resource(repository.name), what: "the images of '\(repository.name)'",
                    purpose: "images of ECR")
            }
    }

    // MARK: Logs

    private func log(of container: TaskContainer) -> [StartNeed] {
        guard let logs = container.part("logConfiguration"), logs["logDriver"].text == "awslogs",
            let options = logs.part("options")
        else { return [] }
        let group = options.value("awslogs-group").flatMap(inventory.target)
        let subject = group.map { Permissions.Subject.resource($0.name) } ?? .anything
        var actions = ["logs:CreateLogStream", "logs:PutLogEvents"]
        if options["awslogs-create-group"].text == "true" { actions.append("logs:CreateLogGroup") }
        return actions.map {
            StartNeed(action: $0, subject: subject, what: "the log of '\(container.name)'", purpose: "logs")
        }
    }
}

extension Diagnostic {
    static func noExecutionRole(_ task: TaskReading, _ reasons: [String]) -> Diagnostic {
        .error(
            "task \(task.item.label) has no execution role, and needs one for \(reasons.joined(separator: ", "))",
            help: "Give it an `execution_role_arn`: with that role ECS starts the task.", at: task.item.source)
    }

    static func startForbidden(_ task: TaskReading, _ action: String, _ what: String, _ role: Inventory.Item)
        -> Diagnostic
    {
        .error(
            "task \(task.item.label) cannot start: its execution role may not do \(action) to \(what)",
            help: "Add it to a policy of \(role.label).", at: task.item.source,
            notes: [Note("the role is declared here", at: role.source)])
    }
}
