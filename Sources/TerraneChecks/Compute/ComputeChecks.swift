import TerraneCore

extension Checks {
    /// Checks tasks, services and their scaling.
    static func compute(_ inventory: Inventory) -> [Diagnostic] {
        let tasks = inventory.tasks
        return tasks.flatMap(checkTaskSize) + tasks.flatMap(checkFargateTask) + tasks.flatMap(checkContainers)
            + checkStart(of: tasks, inventory) + checkLogs(of: tasks, inventory)
            + checkServices(inventory, tasks) + checkCapacity(inventory) + checkScaling(inventory)
            + checkSchedules(inventory)
    }
}
