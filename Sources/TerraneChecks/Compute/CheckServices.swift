import TerraneAWS
import TerraneCore

extension Checks {
    /// A service and the task that it runs fit each other, and the load balancer both ("CreateService", Amazon ECS API Reference).
    static func checkServices(_ inventory: Inventory, _ tasks: [TaskReading]) -> [Diagnostic] {
        let byName = Dictionary(tasks.map { ($0.item.name, $0) }) { first, _ in first }
        return inventory.all(ECS.Service.self).flatMap { service -> [Diagnostic] in
            let own = checkGracePeriod(service, inventory) + checkDeployment(service)
            guard let task = inventory.target(of: service, "task_definition").flatMap({ byName[$0.name] }) else {
                return own
            }
            return own + checkLaunch(service, task) + checkNetwork(service, task)
                + service.parts("load_balancer").flatMap { checkRegistration($0, of: service, task, inventory) }
        }
    }

    private static func checkLaunch(_ service: Inventory.Item, _ task: TaskReading) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        let shares = service.parts("capacity_provider_strategy")
        let isOnFargate =
            service["launch_type"].text == "FARGATE"
            || shares.contains { $0["capacity_provider"].text?.hasPrefix("FARGATE") == true }
        if !service["launch_type"].isAbsent, !shares.isEmpty { problems.append(.launchTypeAndCapacity(service)) }
        guard isOnFargate else { return problems }
        if task.item["requires_compatibilities"].texts != nil || task.item["requires_compatibilities"].isAbsent,
            !task.isForFargate
        {
            problems.append(.taskNotForFargate(service, task))
        }
        if service["scheduling_strategy"].text == "DAEMON" { problems.append(.daemonOnFargate(service)) }
        return problems
    }

    private static func checkNetwork(_ service: Inventory.Item, _ task: TaskReading) -> [Diagnostic] {
        guard let mode = task.networkMode else { return [] }
        let hasNetwork = !service.parts("network_configuration").isEmpty
        if mode == "awsvpc", !hasNetwork { return [.serviceWithoutNetwork(service, task)] }
        return mode != "awsvpc" && hasNetwork ? [.networkOfItsOwn(service, task, mode)] : []
    }

    private static func checkRegistration(
        _ registration: Inventory.Part, of service: Inventory.Item, _ task: TaskReading, _ inventory: Inventory
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        if let group = registration.values("target_group_arn").first.flatMap(inventory.target),
            let mode = task.networkMode,
            let type = group["target_type"].isAbsent ? "instance" : group["target_type"].text,
            ["instance", "ip"].contains(type), type != (mode == "awsvpc" ? "ip" : "instance")
        {
            problems.append(.targetsOfAnotherType(service, group, type, mode))
        }
        guard let containers = task.containers, let name = registration["container_name"].text else { return problems }
        guard let container = containers.first(where: { $0.name == name }) else {
            return problems + [.balancedContainer(service, name, containers.map(\.name))]
        }
        guard let port = registration["container_port"].integer else { return problems }
        let ports = container.parts("portMappings").map { $0["containerPort"] }
        guard !ports.contains(where: \.isLate), !ports.contains(where: { $0.integer == port }) else { return problems }
        return problems + [.balancedPort(service, name, port, ports.compactMap(\.integer))]
    }

    /// New tasks are not counted out before their containers said they would be ready ("Service definition parameters", section on
    /// the health check grace period, Amazon ECS Developer Guide).
    private static func checkGracePeriod(_ service: Inventory.Item, _ inventory: Inventory) -> [Diagnostic] {
        let registrations = service.parts("load_balancer")
        guard !service["health_check_grace_period_seconds"].isAbsent else {
            return checkPatience(of: service, registrations, grace: 0, inventory)
        }
        if registrations.isEmpty { return [.graceWithoutBalancer(service)] }
        guard let grace = service["health_check_grace_period_seconds"].integer else { return [] }
        return checkPatience(of: service, registrations, grace: grace, inventory)
    }

    private static func checkPatience(
        of service: Inventory.Item, _ registrations: [Inventory.Part], grace: Int, _ inventory: Inventory
    ) -> [Diagnostic] {
        guard let task = inventory.target(of: service, "task_definition").map(TaskReading.init) else { return [] }
        return registrations.compactMap { registration in
            guard let group = registration.values("target_group_arn").first.flatMap(inventory.target),
                let container = task.containers?.first(where: { $0.name == registration["container_name"].text }),
                let start = container.part("healthCheck")?["startPeriod"].integer,
                let check = group.parts("health_check").first, let interval = check["interval"].integer,
                let failures = check["unhealthy_threshold"].integer, grace + interval * failures < start
            else { return nil }
            return .graceTooShort(service, grace + interval * failures, start, container.name)
        }
    }

    /// A deployment can start or stop a task. What a component is told it checks itself.
    private static func checkDeployment(_ service: Inventory.Item) -> [Diagnostic] {
        guard !service.isCheckedByItsComponent, service["scheduling_strategy"].text != "DAEMON" else { return [] }
        let least = service["deployment_minimum_healthy_percent"].integer
        let most = service["deployment_maximum_percent"].integer
        if let least, !(0...100).contains(least) { return [.deploymentPercent(service, "minimum", least)] }
        if let most, most < 100 { return [.deploymentPercent(service, "maximum", most)] }
        return least == 100 && most == 100 ? [.deploymentStandstill(service)] : []
    }
}

extension Diagnostic {
    static func launchTypeAndCapacity(_ service: Inventory.Item) -> Diagnostic {
        .error(
            "service \(service.label) has both a launch type and a capacity provider strategy",
            help: "ECS takes one of the two: leave `launch_type` out.", at: service.source)
    }

    static func taskNotForFargate(_ service: Inventory.Item, _ task: TaskReading) -> Diagnostic {
        .error(
            "service \(service.label) runs on Fargate, and its task \(task.item.label) is not made for it",
            help: "Add 'FARGATE' to the `requires_compatibilities` of the task.", at: service.source,
            notes: [Note("the task is declared here", at: task.item.source)])
    }

    static func daemonOnFargate(_ service: Inventory.Item) -> Diagnostic {
        .error(
            "service \(service.label) runs one task on each machine, and on Fargate",
            help: "Fargate has no machines to count: use the strategy REPLICA.", at: service.source)
    }

    static func serviceWithoutNetwork(_ service: Inventory.Item, _ task: TaskReading) -> Diagnostic {
        .error(
            "service \(service.label) does not say in which subnets its tasks are",
            help: "Tasks with an interface of their own want a `network_configuration`.", at: service.source,
            notes: [Note("the task has the network mode awsvpc", at: task.item.source)])
    }

    static func networkOfItsOwn(_ service: Inventory.Item, _ task: TaskReading, _ mode: String) -> Diagnostic {
        .error(
            "service \(service.label) has a network configuration, and tasks of the network mode '\(mode)'",
            help: "Only awsvpc takes one: leave it out, or change the mode of the task.", at: service.source,
            notes: [Note("the task is declared here", at: task.item.source)])
    }

    static func targetsOfAnotherType(
        _ service: Inventory.Item, _ group: Inventory.Item, _ type: String, _ mode: String
    ) -> Diagnostic {
        .error(
            "service \(service.label) has tasks of the network mode '\(mode)', and \(group.label) targets of the type '\(type)'",
            help: mode == "awsvpc"
                ? "Each task has an address of its own: such a target group is of the type 'ip'."
                : "The tasks have the addresses of their machines: such a target group is of the type 'instance'.",
            at: service.source, notes: [Note("the target group is declared here", at: group.source)])
    }

    static func balancedContainer(_ service: Inventory.Item, _ name: String, _ known: [String]) -> Diagnostic {
        .error(
            "service \(service.label) puts container '\(name)' behind its load balancer, which its task does not have",
            help: Suggestion.nearest(to: name, among: known).map { "Did you mean '\($0)'?" }
                ?? "It has \(known.map { "'\($0)'" }.joined(separator: ", ")).", at: service.source)
    }

    static func balancedPort(_ service: Inventory.Item, _ name: String, _ port: Int, _ known: [Int]) -> Diagnostic {
        .error(
            "the load balancer of service \(service.label) goes to port \(port) of container '\(name)', which does not listen there",
            help: known.isEmpty
                ? "Map the port in the container." : "It listens at \(known.map(String.init).joined(separator: ", ")).",
            at: service.source)
    }

    static func graceWithoutBalancer(_ service: Inventory.Item) -> Diagnostic {
        .error(
            "service \(service.label) has a grace period for health checks of a load balancer, and none",
            help: "Leave `health_check_grace_period_seconds` out, or put the service behind a load balancer.",
            at: service.source)
    }

    static func graceTooShort(_ service: Inventory.Item, _ patience: Int, _ start: Int, _ container: String)
        -> Diagnostic
    {
        .warning(
            "the load balancer gives up new tasks of service \(service.label) after \(patience) seconds",
            help:
                "Container '\(container)' may take \(start) seconds to start by its own health check: make the grace period as long.",
            at: service.source)
    }

    static func deploymentPercent(_ service: Inventory.Item, _ bound: String, _ percent: Int) -> Diagnostic {
        .error(
            "service \(service.label) is deployed with a \(bound) of \(percent) percent",
            help: "The minimum is 0 to 100 percent of the desired number of tasks, the maximum at least 100.",
            at: service.source)
    }

    static func deploymentStandstill(_ service: Inventory.Item) -> Diagnostic {
        .error(
            "service \(service.label) may neither start nor stop a task during a deployment",
            help: "Lower the minimum, or raise the maximum.", at: service.source)
    }
}
