import TerraneCore

extension Checks {
    /// A task on Fargate has one of the sizes that there are, and its containers find room in it ("Amazon ECS task definition
    /// parameters for Fargate", sections on task size and on CPU and memory of containers, Amazon ECS Developer Guide).
    static func checkTaskSize(_ task: TaskReading) -> [Diagnostic] {
        checkPair(task) + checkRoom(in: task)
    }

    private static func checkPair(_ task: TaskReading) -> [Diagnostic] {
        guard task.isForFargate else { return [] }
        let missing = ["cpu", "memory"].filter { task.item[$0].isAbsent }
        if !missing.isEmpty { return [.taskWithoutSize(task, missing)] }
        guard let cpu = task.cpuUnits, let memory = task.mebibytes else { return [] }
        guard let range = fargateMemory[cpu] else { return [.fargateSize(task, cpu, memory, nil)] }
        return range.contains(memory) ? [] : [.fargateSize(task, cpu, memory, range)]
    }

    /// CPU units, and what memory in mebibytes goes with them.
    private static let fargateMemory: [Int: MemorySteps] = [
        256: MemorySteps([512, 1024, 2048]), 512: MemorySteps(1...4), 1024: MemorySteps(2...8),
        2048: MemorySteps(4...16), 4096: MemorySteps(8...30), 8192: MemorySteps(16...60, by: 4),
        16384: MemorySteps(32...120, by: 8),
    ]

    private static func checkRoom(in task: TaskReading) -> [Diagnostic] {
        guard let containers = task.containers else { return [] }
        var problems: [Diagnostic] = []
        let units = containers.compactMap { $0["cpu"].integer }.reduce(0, +)
        if let limit = task.cpuUnits, units > limit {
            problems.append(.containersOverTask(task, "CPU units", units, limit))
        }
        if let limit = task.mebibytes {
            for container in containers where (container["memory"].integer ?? 0) > limit {
                problems.append(.containerOverTask(task, container.name, container["memory"].integer ?? 0, limit))
            }
            let reserved = containers.compactMap { ($0["memoryReservation"].integer ?? $0["memory"].integer) }.reduce(
                0, +)
            if problems.isEmpty, reserved > limit {
                problems.append(.containersOverTask(task, "MiB of memory", reserved, limit))
            }
        }
        for container in containers {
            guard let limit = container["memory"].integer, let reserved = container["memoryReservation"].integer,
                reserved > limit
            else { continue }
            problems.append(.reservationOverLimit(task, container.name, reserved, limit))
        }
        return problems
    }
}

/// The amounts of memory that go with a number of CPUs, in mebibytes.
struct MemorySteps {
    let amounts: [Int]

    init(_ amounts: [Int]) { self.amounts = amounts }

    init(_ gibibytes: ClosedRange<Int>, by step: Int = 1) {
        amounts = stride(from: gibibytes.lowerBound, through: gibibytes.upperBound, by: step).map { $0 * 1024 }
    }

    func contains(_ amount: Int) -> Bool { amounts.contains(amount) }
}

extension TaskReading {
    /// `256`, or `.25 vCPU`.
    var cpuUnits: Int? { TaskReading.amount(item["cpu"], unit: "vcpu") }
    /// `512`, or `0.5 GB`.
    var mebibytes: Int? { TaskReading.amount(item["memory"], unit: "gb") }

    private static func amount(_ fact: Fact, unit: String) -> Int? {
        if let number = fact.integer { return number }
        guard let text = fact.text?.lowercased(), text.hasSuffix(unit) else { return nil }
        let number = text.dropLast(unit.count).filter { $0 != " " }
        return Double(number.hasPrefix(".") ? "0" + number : number).map { Int($0 * 1024) }
    }
}

extension Diagnostic {
    static func taskWithoutSize(_ task: TaskReading, _ missing: [String]) -> Diagnostic {
        .error(
            "task \(task.item.label) runs on Fargate and does not say its \(missing.joined(separator: " and "))",
            help: "Fargate wants both of the task, whatever its containers say.", at: task.item.source)
    }

    static func fargateSize(_ task: TaskReading, _ cpu: Int, _ memory: Int, _ steps: MemorySteps?) -> Diagnostic {
        .error(
            "Fargate has no task of \(cpu) CPU units with \(memory) MiB",
            help: steps.map {
                "With \(cpu) units it has \($0.amounts.first ?? 0) to \($0.amounts.last ?? 0) MiB, in steps: \($0.amounts.prefix(3).map(String.init).joined(separator: ", "))…"
            } ?? "It has 256, 512, 1024, 2048, 4096, 8192 and 16384 units.", at: task.item.source)
    }

    static func containersOverTask(_ task: TaskReading, _ what: String, _ sum: Int, _ limit: Int) -> Diagnostic {
        .error(
            "the containers of task \(task.item.label) want \(sum) \(what), and the task has \(limit)",
            help: "Take a larger size, or reserve less for the containers.", at: task.item.source)
    }

    static func containerOverTask(_ task: TaskReading, _ container: String, _ memory: Int, _ limit: Int) -> Diagnostic {
        .error(
            "container '\(container)' may have \(memory) MiB of memory, and its task \(task.item.label) has \(limit)",
            help: "Take a larger size, or lower the limit.", at: task.item.source)
    }

    static func reservationOverLimit(_ task: TaskReading, _ container: String, _ reserved: Int, _ limit: Int)
        -> Diagnostic
    {
        .error(
            "container '\(container)' reserves \(reserved) MiB, and is killed beyond \(limit) MiB",
            help: "The reservation is less than the limit.", at: task.item.source)
    }
}
