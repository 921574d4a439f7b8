import TerraneCore

/// The resources that a Fargate service is made of.
extension FargateService {
    var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "security-group", in: network.vpc, description: "Tasks of \(name.dashed)")
            .tag("Name", name.dashed)
    }

    var task: ECS.TaskDefinition {
        ECS.TaskDefinition(
            name / "task", family: family, size: size, executionRole: executionRole.arn, taskRole: taskRole.arn,
            containers: containers.map(definition))
    }

    var service: ECS.Service {
        var service = ECS.Service(
            name, serviceName: Value(serviceName), in: cluster.cluster, running: task.arn, desiredCount: desiredCount,
            subnets: network.privateSubnets, securityGroups: [group.id])
        service.capacity = capacity
        service.gracePeriod = gracePeriod
        service.isScaled = scaling != nil
        service.declaration.options.dependencies += prerequisites
        if let target, let listener {
            service.registrations = [.init(group: target.group, container: listener.name, port: listener.port)]
            service.declaration.options.dependencies.append(target.listener)
        }
        // What else changes these after creation: the workflow that deploys, the scaling policies, a failover.
        if deployer == .workflow { service.declaration.options.ignoredChanges.append("task_definition") }
        if scaling != nil || isStandingBy { service.declaration.options.ignoredChanges.append("desired_count") }
        return deployed(service)
    }

    /// What must be there before the first task starts and stay until the last has stopped, though no reference says so:
    /// the capacity, and the policies of the roles ("AWS::IAM::Policy", AWS CloudFormation Template Reference).
    private var prerequisites: [Name] {
        [cluster.capacity.name, executionPolicy.name] + [taskPolicy?.name].compactMap { $0 }
    }

    /// The first container that listens: the one a load balancer talks to.
    var listener: (name: String, port: Port)? {
        for container in containers {
            if let port = container.port { return (container.name, port) }
        }
        return nil
    }

    private func definition(_ container: Container) -> ECS.ContainerDefinition {
        var definition = ECS.ContainerDefinition(name: container.name, image: container.image.name)
        definition.ports = container.port.map { [$0] } ?? []
        definition.logGroup = logs.id
        definition.healthCheck = container.health
        definition.options = container.options
        for setting in container.settings {
            switch setting {
            case .variable(let variable) where variable.isLateBound:
                definition.secrets.append(.init(variable.name, published(variable).arn.as()))
            case .variable(let variable):
                definition.environment.append(.init(variable.name, variable.value))
            case .secret(let secret):
                definition.secrets.append(.init(secret.name, secret.arn.as()))
            }
        }
        return definition
    }

    // MARK: Values known only once deployed

    /// The parameters through which late-bound variables reach the containers.
    var publishedValues: [SSM.Parameter] {
        var seen: Set<Name> = []
        return containers.flatMap(\.variables).filter(\.isLateBound).map(published).filter {
            seen.insert($0.name).inserted
        }
    }

    func published(_ variable: Variable) -> SSM.Parameter {
        let label = variable.name.lowercased().split(separator: "_").joined(separator: "-")
        return SSM.Parameter(
            name / label, path: "/\(serviceName)/\(label)", description: "\(variable.name) of \(serviceName)",
            value: variable.value)
    }

    // MARK: Roles

    var executionRole: IAM.Role {
        IAM.Role(
            name / "execution-role", roleName: names.executionRole ?? "\(name.dashed)-execution",
            description: "Starts the tasks of \(serviceName)", trust: .tasks)
    }

    var executionPolicy: IAM.RolePolicy {
        IAM.RolePolicy(
            name / "execution-policy", policyName: "start-tasks", of: executionRole.id,
            IAM.PolicyDocument(imageStatements + [logStatement] + secretStatements))
    }

    var taskRole: IAM.Role {
        IAM.Role(
            name / "task-role", roleName: names.taskRole ?? "\(name.dashed)-task",
            description: "What \(serviceName) itself may do", trust: .tasks)
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
        var isLate = false
        value.expression.forEachPart { part in
            switch part {
            case .reference(let reference) where reference.foreseen == nil: isLate = true
            case .parameter(let parameter) where parameter.fallback == nil: isLate = true
            case .imported: isLate = true
            default: break
            }
        }
        return isLate
    }
}
