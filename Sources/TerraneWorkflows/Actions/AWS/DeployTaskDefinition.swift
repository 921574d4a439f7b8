/// Registers a task definition and lets a service run it, and waits until that is stable.
/// (`aws-actions/amazon-ecs-deploy-task-definition`)
public struct DeployTaskDefinition: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ taskDefinition: any WorkflowTextConvertible, service: any WorkflowTextConvertible,
        cluster: any WorkflowTextConvertible, with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = [
            "task-definition": taskDefinition, "service": service, "cluster": cluster,
            "wait-for-service-stability": true,
        ]
        definition = .action(
            "aws-actions/amazon-ecs-deploy-task-definition", named: "Deploy Amazon ECS task definition",
            with: all.merging(inputs), file: file, line: line)
    }
}
