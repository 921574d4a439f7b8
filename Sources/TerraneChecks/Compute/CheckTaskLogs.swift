import TerraneAWS
import TerraneCore

extension Checks {
    /// A log group that a task writes to is where it looks for it ("Send Amazon ECS logs to CloudWatch", Amazon ECS Developer
    /// Guide).
    static func checkLogs(of tasks: [TaskReading], _ inventory: Inventory) -> [Diagnostic] {
        let groups = Dictionary(inventory.all(Logs.LogGroup.self).map { ($0["name"].text ?? "", $0) }) { first, _ in
            first
        }
        return tasks.flatMap { checkLogs(of: $0, groups, inventory) }
    }

    private static func checkLogs(
        of task: TaskReading, _ groups: [String: Inventory.Item], _ inventory: Inventory
    ) -> [Diagnostic] {
        (task.containers ?? []).flatMap { container -> [Diagnostic] in
            guard let logs = container.part("logConfiguration"), logs["logDriver"].text == "awslogs" else { return [] }
            guard let options = logs.part("options") else { return [.logWithoutOptions(task, container.name)] }
            let missing = ["awslogs-group", "awslogs-region"].filter { options[$0].isAbsent }
            if !missing.isEmpty { return missing.map { .logOptionMissing(task, container.name, $0) } }
            if task.isForFargate, options["awslogs-stream-prefix"].isAbsent {
                return [.logOptionMissing(task, container.name, "awslogs-stream-prefix")]
            }
            return checkGroup(options, of: container, in: task, groups, inventory)
        }
    }

    private static func checkGroup(
        _ options: TaskContainer, of container: TaskContainer, in task: TaskReading,
        _ groups: [String: Inventory.Item], _ inventory: Inventory
    ) -> [Diagnostic] {
        let text = options["awslogs-group"].text
        let group = options.value("awslogs-group").flatMap(inventory.target) ?? text.flatMap { groups[$0] }
        guard let group else {
            guard let text, options["awslogs-create-group"].text != "true",
                let near = Suggestion.nearest(to: text, among: groups.keys.sorted())
            else { return [] }
            return [.logGroupMissing(task, container.name, text, near)]
        }
        guard let region = options["awslogs-region"].text, region != group.region.rawValue else { return [] }
        return [.logGroupElsewhere(task, container.name, region, group)]
    }
}

extension Diagnostic {
    static func logWithoutOptions(_ task: TaskReading, _ container: String) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) logs to CloudWatch without saying where",
            help: "Give `awslogs-group`, `awslogs-region` and `awslogs-stream-prefix`.", at: task.item.source)
    }

    static func logOptionMissing(_ task: TaskReading, _ container: String, _ option: String) -> Diagnostic {
        .error(
            "the log of container '\(container)' of task \(task.item.label) has no '\(option)'",
            help: "On Fargate the driver awslogs wants a group, a region and a prefix of its streams.",
            at: task.item.source)
    }

    static func logGroupMissing(_ task: TaskReading, _ container: String, _ group: String, _ near: String) -> Diagnostic
    {
        .warning(
            "container '\(container)' of task \(task.item.label) logs to '\(group)', which the stack does not make",
            help: "Did you mean '\(near)'?", at: task.item.source)
    }

    static func logGroupElsewhere(
        _ task: TaskReading, _ container: String, _ region: String, _ group: Inventory.Item
    ) -> Diagnostic {
        .error(
            "container '\(container)' of task \(task.item.label) looks for its log group in \(region)",
            help: "The group is in \(group.region): set `awslogs-region` to that.", at: task.item.source,
            notes: [Note("the log group is declared here", at: group.source)])
    }
}
