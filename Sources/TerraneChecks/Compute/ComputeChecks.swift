import TerraneCore

extension Checks {
    /// Checks tasks, services and their scaling.
    static func compute(_ inventory: Inventory) -> [Diagnostic] {
        let tasks = inventory.tasks
        return tasks.flatMap(checkTaskSize) + tasks.flatMap(checkFargateTask) + tasks.flatMap(checkContainers)
            + tasks.flatMap { checkStart(of: $0, inventory) } + tasks.flatMap { checkLogs(of: $0, inventory) }
            + checkServices(inventory, tasks) + checkCapacity(inventory) + checkScaling(inventory)
            + checkSchedules(inventory)
    }
}
