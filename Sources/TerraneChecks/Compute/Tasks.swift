import TerraneAWS
import TerraneCore

/// A task definition, as far as it is known.
struct TaskReading {
    let item: Inventory.Item
    /// Nil where they are known only once deployed, or given as text.
    let containers: [TaskContainer]?

    init(_ item: Inventory.Item) {
        self.item = item
        let list = item.values("container_definitions").first?.unwrapped
        if case .list(let definitions) = list {
            containers = definitions.map { TaskContainer(item: item, definition: $0) }
        } else {
            containers = nil
        }
    }

    var family: String { item["family"].text ?? item.name.dashed }

    var isForFargate: Bool { item["requires_compatibilities"].texts?.contains("FARGATE") == true }

    /// Nil where it is known only once deployed.
    var networkMode: String? { item["network_mode"].isAbsent ? "bridge" : item["network_mode"].text }
}

/// One of the containers of a task. Its members are looked at one by one, because few are known all together.
struct TaskContainer {
    let item: Inventory.Item
    private let definition: Expression

    init(item: Inventory.Item, definition: Expression) {
        self.item = item
        self.definition = definition
    }

    var name: String { self["name"].text ?? "" }

    subscript(key: String) -> Fact { definition[key].map(item.fact) ?? .absent }

    /// The value of a member as it stands.
    func value(_ key: String) -> Expression? { definition[key] }

    /// The members of a list, themselves objects: `portMappings`.
    func parts(_ key: String) -> [TaskContainer] {
        guard case .list(let items) = definition[key] else { return [] }
        return items.map { TaskContainer(item: item, definition: $0) }
    }

    /// An object within: `healthCheck`.
    func part(_ key: String) -> TaskContainer? {
        definition[key].map { TaskContainer(item: item, definition: $0) }
    }

    /// The task ends with it unless it says otherwise.
    var isEssential: Bool? { self["essential"].isAbsent ? true : self["essential"].flag }
}

extension Inventory {
    var tasks: [TaskReading] { all(ECS.TaskDefinition.self).map(TaskReading.init) }
}
