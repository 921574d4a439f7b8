import TerraneCore

/// The resources that a Fargate service is made of.
extension FargateService {
    /// The service with how it is deployed. What others read of the service they read of `standing`, because the alarms that a
    /// deployment goes by are often alarms of the service itself.
    var service: ECS.Service { deployed(standing) }

    /// The service as it stands between deployments.
    var standing: ECS.Service {
        var service = ECS.Service(
            name, serviceName: Value(serviceName), in: cluster.cluster, running: task.arn, desiredCount: desiredCount,
            subnets: network.privateSubnets, securityGroups: [group.id])
        service.capacity = capacity.shares
        service.gracePeriod = gracePeriod
        service.isScaled = scaling != nil
        service.allowsExec = allowsExec
        service.registry = directoryEntry?.arn
        service.declaration.options.dependencies += prerequisites
        if let target, let listener {
            service.registrations = [.init(group: target.group, container: listener.name, port: listener.port)]
            service.declaration.options.dependencies.append(target.listener)
        }
        // What else changes these after creation: the workflow that deploys, the scaling policies, a failover.
        if deployer == .workflow { service.declaration.options.ignoredChanges.append("task_definition") }
        if scaling != nil || isStandingBy { service.declaration.options.ignoredChanges.append("desired_count") }
        return service
    }

    /// What must be there before the first task starts and stay until the last has stopped, though no reference says so.
    private var prerequisites: [Name] { [cluster.capacity.name] + workload.prerequisites }

    var workload: Workload {
        Workload(
            name: name, title: serviceName, network: network, size: size, containers: containers, names: names,
            logRetention: logRetention, permissions: permissions + execPermissions)
    }

    var task: ECS.TaskDefinition { workload.task }
    var group: EC2.SecurityGroup { workload.group }
    var listener: (name: String, port: Port)? { workload.listener }
}
