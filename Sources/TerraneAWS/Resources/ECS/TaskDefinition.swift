public import TerraneCore

extension ECS {
    /// What a task is made of: its containers, its size, its roles. Each change makes a new revision of the family.
    public struct TaskDefinition: Resource {
        public static let type = ResourceType(
            terraform: "aws_ecs_task_definition", cloudFormation: "AWS::ECS::TaskDefinition", area: .compute,
            tagging: .list)

        public var declaration: Declaration
        public var family: String
        public var size: FargateSize
        public var executionRole: Value<ARN>
        public var taskRole: Value<ARN>?
        public var containers: [ContainerDefinition]

        public init(
            _ name: Name, family: String, size: FargateSize, executionRole: Value<ARN>, taskRole: Value<ARN>?,
            containers: [ContainerDefinition], file: String = #fileID, line: Int = #line
        ) {
            self.declaration = Declaration(name, file: file, line: line)
            self.family = family
            self.size = size
            self.executionRole = executionRole
            self.taskRole = taskRole
            self.containers = containers
        }

        public var arn: Value<ARN> { attribute("arn", .ref) }

        public var properties: Properties {
            row("family", "Family", family)
            row("network_mode", "NetworkMode", "awsvpc")
            row("requires_compatibilities", "RequiresCompatibilities", ["FARGATE"])
            row("cpu", "Cpu", String(size.cpuUnits))
            row("memory", "Memory", String(size.memory.inMebibytes))
            row("execution_role_arn", "ExecutionRoleArn", executionRole)
            row("task_role_arn", "TaskRoleArn", taskRole)
            row(
                "container_definitions",
                terraform: Expression.json(.list(containers.map { $0.table.object(in: .terraform) })),
                "ContainerDefinitions",
                cloudFormation: Expression.list(containers.map { $0.table.object(in: .cloudFormation) }))
        }

        /// The definition as `aws ecs register-task-definition --cli-input-json` takes it.
        public var registrable: Expression {
            var fields: [Expression.Field] = [
                .init("family", .string(family)),
                .init("networkMode", .string("awsvpc")),
                .init("requiresCompatibilities", .list([.string("FARGATE")])),
                .init("cpu", .string(String(size.cpuUnits))),
                .init("memory", .string(String(size.memory.inMebibytes))),
                .init("executionRoleArn", executionRole.expression),
            ]
            if let taskRole { fields.append(.init("taskRoleArn", taskRole.expression)) }
            fields.append(.init("containerDefinitions", .list(containers.map { $0.table.object(in: .terraform) })))
            return .object(fields)
        }

        public var documents: [any Document] {
            [
                JSONDocument(
                    path: "ecs/\(family).task-definition.json", scope: .environment, contents: registrable,
                    source: source)
            ]
        }
    }
}
