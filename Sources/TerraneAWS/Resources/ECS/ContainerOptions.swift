public import TerraneCore

extension ECS.ContainerDefinition {
    /// What few containers need: how they start and end, and what they may take ("ContainerDefinition", Amazon ECS API
    /// Reference).
    public struct Options: Hashable, Sendable {
        /// Whether the task ends with the container.
        public var isEssential = true
        /// Instead of the image's own.
        public var entryPoint: [String] = []
        public var command: [String] = []
        /// `1000:1000`, or a name that the image knows.
        public var user: String?
        public var isReadOnly = false
        /// 1024 to a virtual CPU.
        public var cpuUnits: Int?
        /// Beyond this the container is killed.
        public var memory: DataSize?
        /// What is kept free for it.
        public var memoryReservation: DataSize?
        /// Between the request to stop and the end.
        public var stopTimeout: TimeSpan?
        public var dependencies: [Dependency] = []
        /// How many files, sockets among them, it may have open.
        public var openFiles: Int?

        public init() {}
    }

    /// Another container of the task that comes first.
    public struct Dependency: Hashable, Sendable {
        public enum Condition: String, Hashable, Sendable, ExpressionConvertible {
            case started = "START"
            /// Ended, with whatever result.
            case completed = "COMPLETE"
            case succeeded = "SUCCESS"
            /// Its health check has passed.
            case healthy = "HEALTHY"
        }

        public let container: String
        public let condition: Condition

        public init(_ container: String, _ condition: Condition) {
            self.container = container
            self.condition = condition
        }
    }
}
