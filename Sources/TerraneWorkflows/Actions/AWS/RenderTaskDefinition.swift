/// Puts an image into a container of a task definition file, and hands on the file that results.
/// (`aws-actions/amazon-ecs-render-task-definition`)
public struct RenderTaskDefinition: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ path: any WorkflowTextConvertible, container: any WorkflowTextConvertible, image: any WorkflowTextConvertible,
        id: String = "task-def", with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = ["task-definition": path, "container-name": container, "image": image]
        definition = .action(
            "aws-actions/amazon-ecs-render-task-definition",
            named: "Fill in the new image ID in the Amazon ECS task definition", with: all.merging(inputs), file: file,
            line: line)
        definition.id = id
    }
}

extension RenderTaskDefinition {
    /// The path of the file that results.
    public var taskDefinition: WorkflowExpression { output("task-definition") }
}
