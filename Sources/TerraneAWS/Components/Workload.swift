import TerraneCore

/// What every task on Fargate is made of, whether a service keeps it running, a schedule starts it, or somebody does: its
/// definition, log group and security group, a role with which ECS starts it and one with which the application acts.
struct Workload: Sendable {
    let name: Name
    /// What AWS calls it.
    let title: String
    let network: Network
    let size: FargateSize
    let containers: [Container]
    let names: FargateService.Names
    let logRetention: Logs.Retention
    let permissions: [IAM.Statement]

    @ContentBuilder var content: Content {
        logs
        group
        rest
    }

    /// All but the log group and the security group.
    @ContentBuilder var rest: Content {
        executionRole
        executionPolicy
        taskRole
        taskPolicy
        publishedValues
        task
    }

    var family: String { names.family ?? name.dashed }

    var logs: Logs.LogGroup {
        Logs.LogGroup(name / "logs", groupName: names.logGroup ?? "/ecs/\(name.dashed)", retention: logRetention)
    }

    /// The policies of the roles, which must be there before the first task starts and stay until the last has stopped, though
    /// no reference says so ("AWS::IAM::Policy", AWS CloudFormation Template Reference).
    var prerequisites: [Name] { [executionPolicy.name] + [taskPolicy?.name].compactMap { $0 } }

    var group: EC2.SecurityGroup {
        EC2.SecurityGroup(name / "security-group", in: network.vpc, description: "Tasks of \(name.dashed)")
            .tag("Name", name.dashed)
    }

    var task: ECS.TaskDefinition {
        ECS.TaskDefinition(
            name / "task", family: family, size: size, executionRole: executionRole.arn, taskRole: taskRole.arn,
            containers: containers.map(definition))
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
                definition.secrets.append(.init(secret.name, secret.reference))
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
            name / label, path: "/\(title)/\(label)", description: "\(variable.name) of \(title)",
            value: variable.value)
    }
}
