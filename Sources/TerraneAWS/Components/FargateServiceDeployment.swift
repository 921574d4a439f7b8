public import TerraneCore

/// What a deployment strategy makes of a service.
extension FargateService {
    /// The service's resource, told how it is deployed.
    func deployed(_ service: ECS.Service) -> ECS.Service {
        switch strategy {
        case nil: service
        case .rolling(let update): rolled(service, update)
        case .codeDeploy: shifted(service)
        }
    }

    private func rolled(_ service: ECS.Service, _ update: RollingUpdate) -> ECS.Service {
        var service = service
        service.minimumHealthyPercent = Int(update.minimum.ofHundred)
        service.maximumPercent = Int(update.maximum.ofHundred)
        service.rollbackAlarms = update.alarms.map(\.id)
        return service
    }

    /// CodeDeploy changes the task definition and the target group; ECS refuses them from anyone else ("UpdateService", Amazon ECS
    /// API Reference). CloudFormation names the family alone, so that a new revision is no change to the service.
    private func shifted(_ service: ECS.Service) -> ECS.Service {
        var service = service
        service.controller = .codeDeploy
        service.taskDefinition = Value(terraform: task.arn, cloudFormation: Value(family))
        service.declaration.options.dependencies.append(task.name)
        let changed = ["task_definition", "load_balancer"]
        service.declaration.options.ignoredChanges.removeAll(where: changed.contains)
        service.declaration.options.ignoredChanges += changed
        return service
    }

    var codeDeployment: CodeDeployment? {
        guard case .codeDeploy(let shift) = strategy, let route = target?.shift, listener != nil else { return nil }
        return CodeDeployment(of: self, shift, along: route)
    }
}

// MARK: For workflows

extension FargateService {
    /// CodeDeploy's application and deployment group of a service that is deployed by it.
    public var codeDeployApplication: Value<String> { application.deployedName }
    public var codeDeployGroup: Value<String> {
        codeDeployment?.group.deployedName ?? application.deployedName
    }
    public var isDeployedByCodeDeploy: Bool { codeDeployment != nil }
    /// What CodeDeploy is to do, as a path below the output folder's environment.
    public var appSpecFile: String { "ecs/\(family).appspec.yaml" }

    var application: CodeDeploy.Application {
        CodeDeploy.Application(
            name / "application", applicationName: serviceName, file: source.file, line: source.line)
    }

    /// What a workflow needs to deploy a registered task definition.
    public var deployPermissions: [IAM.Statement] {
        codeDeployment?.deployPermissions
            ?? [.allow("ecs:DescribeServices", "ecs:UpdateService", on: [arn], id: "UpdateService")]
    }
}
