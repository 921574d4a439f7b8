public import TerraneCore

/// What ECS would refuse, or would do otherwise than meant.
extension FargateService {
    public func check() -> [Diagnostic] {
        var problems = workload.check()
        if target != nil, listener == nil { problems.append(.nothingListens(name)) }
        return problems + strategyProblems + requestProblems + (scaling.map { $0.check(name) } ?? [])
    }
}

extension Workload {
    func check() -> [Diagnostic] {
        var problems = containers.flatMap(\.variables).flatMap { $0.check() }
        if containers.isEmpty { problems.append(.serviceWithoutContainers(name)) }
        if !containers.isEmpty, !containers.contains(where: \.options.isEssential) {
            problems.append(.nothingEssential(name))
        }
        return problems + repeatedContainers + repeatedPorts + containers.flatMap(check) + ambiguousValues
    }

    private var repeatedContainers: [Diagnostic] {
        repetitions(of: \.name).map { .containerTwice($0.name, in: name).located(at: $0.source) }
    }

    /// The containers of a task share one network interface.
    private var repeatedPorts: [Diagnostic] {
        let listening = containers.filter { $0.port != nil }
        var seen: Set<Port?> = []
        return listening.filter { !seen.insert($0.port).inserted }
            .map { .portTwice($0.port, in: name).located(at: $0.source) }
    }

    private func repetitions(of key: (Container) -> String) -> [Container] {
        var seen: Set<String> = []
        return containers.filter { !seen.insert(key($0)).inserted }
    }

    private func check(_ container: Container) -> [Diagnostic] {
        var problems = container.repeatedSettings
        for dependency in container.options.dependencies {
            guard let other = containers.first(where: { $0.name == dependency.container }), other.name != container.name
            else {
                problems.append(
                    .unknownContainer(dependency.container, wantedBy: container.name, of: containers.map(\.name)))
                continue
            }
            if dependency.condition == .healthy, other.health == nil {
                problems.append(.healthUnknown(other.name, wantedBy: container.name))
            }
        }
        if let timeout = container.options.stopTimeout, timeout > .seconds(120) || timeout < .seconds(2) {
            problems.append(.stopTimeout(container.name, timeout))
        }
        if let health = container.health { problems += health.check(container.name) }
        return problems.map { $0.located(at: container.source) }
    }

    /// Values known only once deployed are published by the name of their variable, which two containers may share as
    /// long as they mean the same.
    private var ambiguousValues: [Diagnostic] {
        var first: [Name: Variable] = [:]
        var problems: [Diagnostic] = []
        for variable in containers.flatMap(\.variables) where variable.isLateBound {
            let place = published(variable).name
            if let other = first[place], other.value != variable.value {
                problems.append(.publishedTwice(variable.name, first: other.source).located(at: variable.source))
            }
            first[place] = first[place] ?? variable
        }
        return problems
    }
}

extension Container {
    /// ECS takes a name once, as a variable or as a secret.
    fileprivate var repeatedSettings: [Diagnostic] {
        var first: [String: SourceLocation] = [:]
        var problems: [Diagnostic] = []
        for setting in settings {
            let (label, place) = setting.label
            if let other = first[label] { problems.append(.settingTwice(label, first: other).located(at: place)) }
            first[label] = first[label] ?? place
        }
        return problems
    }
}

extension ContainerSetting {
    fileprivate var label: (String, SourceLocation) {
        switch self {
        case .variable(let variable): (variable.name, variable.source)
        case .secret(let secret): (secret.name, secret.source)
        }
    }
}

extension ECS.ContainerDefinition.HealthCheck {
    /// The bounds of "HealthCheck", Amazon ECS API Reference.
    fileprivate func check(_ container: String) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        func demand(_ isLegal: Bool, _ what: String, _ bounds: String) {
            if !isLegal { problems.append(.healthCheck(container, what, bounds)) }
        }
        demand((TimeSpan.seconds(5)...TimeSpan.seconds(300)).contains(interval), "interval", "5 to 300 seconds")
        demand((TimeSpan.seconds(2)...TimeSpan.seconds(60)).contains(timeout), "timeout", "2 to 60 seconds")
        demand((1...10).contains(retries), "number of retries", "1 to 10")
        demand(
            (TimeSpan.seconds(0)...TimeSpan.seconds(300)).contains(startPeriod ?? .seconds(0)), "start period",
            "up to 300 seconds")
        return problems
    }
}
