import TerraneCore

extension Checks {
    /// A task on Fargate asks for nothing that Fargate does not have ("Amazon ECS task definition differences for Fargate", Amazon
    /// ECS Developer Guide).
    static func checkFargateTask(_ task: TaskReading) -> [Diagnostic] {
        guard task.isForFargate else { return [] }
        var problems: [Diagnostic] = []
        if let mode = task.networkMode, mode != "awsvpc" { problems.append(.fargateNetworkMode(task, mode)) }
        for property in ["ipc_mode", "placement_constraints"] where isSet(property, of: task) {
            problems.append(.notOnFargate(task, nil, property))
        }
        if !task.item.parts("volume/docker_volume_configuration").isEmpty {
            problems.append(.notOnFargate(task, nil, "docker_volume_configuration"))
        }
        return problems + (task.containers ?? []).flatMap { checkContainer($0, of: task) }
    }

    private static func isSet(_ property: String, of task: TaskReading) -> Bool {
        !task.item[property].isAbsent || !task.item.parts(property).isEmpty
    }

    private static func checkContainer(_ container: TaskContainer, of task: TaskReading) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for property in unknownToFargate where container.has(property) {
            problems.append(.notOnFargate(task, container.name, property))
        }
        if let linux = container.part("linuxParameters") {
            for property in ["maxSwap", "swappiness", "sharedMemorySize"] where !linux[property].isAbsent {
                problems.append(.notOnFargate(task, container.name, property))
            }
        }
        if let driver = container.part("logConfiguration")?["logDriver"].text, !logDrivers.contains(driver) {
            problems.append(.logDriver(task, container.name, driver))
        }
        return problems
    }

    private static let unknownToFargate = [
        "disableNetworking", "dnsSearchDomains", "dnsServers", "dockerSecurityOptions", "extraHosts", "links",
        "privileged",
    ]

    private static let logDrivers = ["awslogs", "splunk", "awsfirelens"]
}

extension TaskContainer {
    /// Whether it asks for something: `false` and an empty list ask for nothing.
    fileprivate func has(_ property: String) -> Bool {
        switch self[property] {
        case .absent: false
        case .known(.boolean(let flag)): flag
        case .known(.list(let items)): !items.isEmpty
        case .known, .late: true
        }
    }
}

extension Diagnostic {
    static func fargateNetworkMode(_ task: TaskReading, _ mode: String) -> Diagnostic {
        .error(
            "task \(task.item.label) runs on Fargate in the network mode '\(mode)'",
            help: "Each task on Fargate has an interface of its own: set `network_mode` to 'awsvpc'.",
            at: task.item.source)
    }

    static func notOnFargate(_ task: TaskReading, _ container: String?, _ property: String) -> Diagnostic {
        let owner = container.map { "container '\($0)' of task" } ?? "task"
        return .error(
            "\(owner) \(task.item.label) sets '\(property)', which Fargate does not have",
            help: "Leave it out, or run the task on machines of your own.", at: task.item.source)
    }

    static func logDriver(_ task: TaskReading, _ container: String, _ driver: String) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) logs with '\(driver)', which Fargate does not have",
            help: "It has awslogs, splunk and awsfirelens.", at: task.item.source)
    }
}
