import TerraneCore

/// A command that a container of a task runs instead of its own.
public struct ContainerCommand: Sendable {
    public let container: String
    public let words: [String]

    public init(_ words: String..., in container: String) {
        self.words = words
        self.container = container
    }

    /// The overrides of `aws ecs run-task`. ("RunTask", Amazon ECS API Reference.)
    var overrides: Value<String> {
        .json(
            Expression.object([
                .init(
                    "containerOverrides",
                    .list([.object([.init("name", .string(container)), .init("command", words.expression)])]))
            ]))
    }
}
