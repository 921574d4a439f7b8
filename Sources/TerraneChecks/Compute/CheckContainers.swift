import TerraneCore

extension Checks {
    /// The containers of a task fit together: names, ports, what starts after what, how they are asked whether they are well
    /// ("ContainerDefinition", "HealthCheck", "ContainerDependency", Amazon ECS API Reference).
    ///
    /// What a component of the library makes of its own containers it checks itself, at the line of each.
    static func checkContainers(_ task: TaskReading) -> [Diagnostic] {
        guard !task.item.isCheckedByItsComponent, let containers = task.containers else { return [] }
        return checkNames(containers, of: task) + checkPorts(containers, of: task)
            + containers.flatMap { checkDependencies($0, among: containers, of: task) }
            + containers.flatMap { checkHealth($0, of: task) + checkStop($0, of: task) }
            + checkOrder(containers, of: task)
    }

    private static func checkNames(_ containers: [TaskContainer], of task: TaskReading) -> [Diagnostic] {
        var seen: Set<String> = []
        var problems: [Diagnostic] = []
        for name in containers.compactMap({ $0["name"].text }) {
            if !seen.insert(name).inserted { problems.append(.taskContainerTwice(task, name)) }
            if !name.isContainerName { problems.append(.containerName(task, name)) }
        }
        if !containers.isEmpty, containers.allSatisfy({ $0.isEssential == false }) {
            problems.append(.noEssentialContainer(task))
        }
        return problems
    }

    /// In the mode awsvpc the containers share one interface, and a port is the same within and without.
    private static func checkPorts(_ containers: [TaskContainer], of task: TaskReading) -> [Diagnostic] {
        guard task.networkMode == "awsvpc" else { return [] }
        var owners: [String: String] = [:]
        var problems: [Diagnostic] = []
        for container in containers {
            for mapping in container.parts("portMappings") {
                guard let port = mapping["containerPort"].integer else { continue }
                if let host = mapping["hostPort"].integer, host != port {
                    problems.append(.hostPort(task, container.name, port, host))
                }
                let socket = "\(port) \(mapping["protocol"].text ?? "tcp")"
                if let owner = owners[socket] {
                    problems.append(.containerPortTwice(task, owner, container.name, port))
                }
                owners[socket] = owners[socket] ?? container.name
            }
        }
        return problems
    }

    private static func checkDependencies(
        _ container: TaskContainer, among all: [TaskContainer], of task: TaskReading
    ) -> [Diagnostic] {
        container.parts("dependsOn").compactMap { dependency in
            guard let name = dependency["containerName"].text else { return nil }
            guard let other = all.first(where: { $0.name == name }), name != container.name else {
                return .unknownDependency(task, container.name, name, all.map(\.name))
            }
            switch dependency["condition"].text {
            case "HEALTHY" where other["healthCheck"].isAbsent:
                return .dependencyWithoutHealth(task, container.name, name)
            case "COMPLETE", "SUCCESS":
                return other.isEssential == true ? .endOfEssential(task, container.name, name) : nil
            default: return nil
            }
        }
    }

    /// "HealthCheck", Amazon ECS API Reference.
    private static func checkHealth(_ container: TaskContainer, of task: TaskReading) -> [Diagnostic] {
        guard let check = container.part("healthCheck") else { return [] }
        let limits = [
            ("interval", 5...300), ("timeout", 2...60), ("retries", 1...10), ("startPeriod", 0...300),
        ]
        return limits.compactMap { name, range in
            guard let value = check[name].integer, !range.contains(value) else { return nil }
            return .containerHealth(task, container.name, name, value, range)
        }
    }

    private static func checkStop(_ container: TaskContainer, of task: TaskReading) -> [Diagnostic] {
        guard task.isForFargate, let time = container["stopTimeout"].integer, !(2...120).contains(time) else {
            return []
        }
        return [.containerStop(task, container.name, time)]
    }

    /// Nobody waits for somebody who waits for him.
    private static func checkOrder(_ containers: [TaskContainer], of task: TaskReading) -> [Diagnostic] {
        var waiting: [String: [String]] = [:]
        for container in containers {
            waiting[container.name, default: []] += container.parts("dependsOn").compactMap { $0["containerName"].text }
        }
        for container in containers {
            if let circle = circle(from: container.name, in: waiting) { return [.dependencyCycle(task, circle)] }
        }
        return []
    }

    private static func circle(from start: String, in waiting: [String: [String]]) -> [String]? {
        var seen: Set<String> = []
        var paths = [[start]]
        while let path = paths.popLast(), let last = path.last {
            for next in waiting[last, default: []] {
                if next == start, path.count > 1 { return path + [start] }
                if seen.insert(next).inserted { paths.append(path + [next]) }
            }
        }
        return nil
    }
}

extension String {
    fileprivate var isContainerName: Bool {
        (1...255).contains(utf8.count)
            && utf8.allSatisfy { $0.isLetter || $0.isDigit || "_-".utf8.contains($0) }
    }
}

extension Diagnostic {
    static func taskContainerTwice(_ task: TaskReading, _ name: String) -> Diagnostic {
        .error(
            "task \(task.item.label) has two containers called '\(name)'", help: "Give one of them another name.",
            at: task.item.source)
    }

    static func containerName(_ task: TaskReading, _ name: String) -> Diagnostic {
        .error(
            "a container of task \(task.item.label) cannot be called '\(name)'",
            help: "It has up to 255 letters, digits, hyphens and underscores.", at: task.item.source)
    }

    static func noEssentialContainer(_ task: TaskReading) -> Diagnostic {
        .error(
            "task \(task.item.label) has no essential container",
            help: "ECS demands one, with which the task ends: set `essential` of it to true.", at: task.item.source)
    }

    static func hostPort(_ task: TaskReading, _ container: String, _ port: Int, _ host: Int) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) listens at \(port), and is mapped to \(host)",
            help: "In the network mode awsvpc both are the same: leave `hostPort` out.", at: task.item.source)
    }

    static func containerPortTwice(_ task: TaskReading, _ first: String, _ second: String, _ port: Int) -> Diagnostic {
        .error(
            "containers '\(first)' and '\(second)' of task \(task.item.label) listen at port \(port)",
            help: "The containers of a task share one network interface: give one of them another port.",
            at: task.item.source)
    }

    static func unknownDependency(_ task: TaskReading, _ container: String, _ other: String, _ known: [String])
        -> Diagnostic
    {
        let near = Suggestion.nearest(to: other, among: known.filter { $0 != container })
        return .error(
            "container '\(container)' of task \(task.item.label) starts after '\(other)', which is no other container of it",
            help: near.map { "Did you mean '\($0)'?" } ?? "Name a container of the same task.", at: task.item.source)
    }

    static func dependencyWithoutHealth(_ task: TaskReading, _ container: String, _ other: String) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) waits for the health of '\(other)', which has no health check",
            help: "Give '\(other)' a `healthCheck`, or wait for START.", at: task.item.source)
    }

    static func endOfEssential(_ task: TaskReading, _ container: String, _ other: String) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) waits for the end of '\(other)', with which the task ends",
            help: "A container that comes first and ends is not essential: set `essential` of '\(other)' to false.",
            at: task.item.source)
    }

    static func dependencyCycle(_ task: TaskReading, _ circle: [String]) -> Diagnostic {
        .error(
            "the containers of task \(task.item.label) wait for each other: \(circle.joined(separator: " → "))",
            help: "Let one of them start by itself.", at: task.item.source)
    }

    static func containerHealth(
        _ task: TaskReading, _ container: String, _ what: String, _ value: Int, _ range: ClosedRange<Int>
    ) -> Diagnostic {
        .error(
            "the health check of container '\(container)' of task \(task.item.label) has the \(what) \(value)",
            help: "ECS allows \(range.lowerBound) to \(range.upperBound).", at: task.item.source)
    }

    static func containerStop(_ task: TaskReading, _ container: String, _ time: Int) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) cannot take \(time) seconds to stop",
            help: "Fargate allows 2 to 120 seconds.", at: task.item.source)
    }
}
