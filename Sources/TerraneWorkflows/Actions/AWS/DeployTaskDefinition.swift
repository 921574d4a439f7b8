/// Registers a task definition and lets a service run it, and waits until that is stable.
/// (`aws-actions/amazon-ecs-deploy-task-definition`)
///
///     DeployTaskDefinition(render.taskDefinition, service: service, cluster: cluster)
///     DeployTaskDefinition(
///         render.taskDefinition, service: service, cluster: cluster,
///         through: CodeDeployTarget(application: application, group: group, appSpec: "infrastructure/ecs/api.appspec.yaml"))
public struct DeployTaskDefinition: WorkflowStep {
    public var definition: StepDefinition

    /// `codeDeploy` is for a service that CodeDeploy deploys; the step then waits for the end of the deployment, for as long as
    /// CodeDeploy keeps the old tasks and half an hour more.
    public init(
        _ taskDefinition: any WorkflowTextConvertible, service: any WorkflowTextConvertible,
        cluster: any WorkflowTextConvertible, through codeDeploy: CodeDeployTarget? = nil,
        with inputs: WorkflowMap = [:], file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = [
            "task-definition": taskDefinition, "service": service, "cluster": cluster,
            "wait-for-service-stability": true,
        ]
        definition = .action(
            "aws-actions/amazon-ecs-deploy-task-definition", named: "Deploy Amazon ECS task definition",
            with: all.merging(codeDeploy?.inputs ?? [:]).merging(inputs), file: file, line: line)
    }
}

/// What AWS CodeDeploy deploys a service with.
public struct CodeDeployTarget: Sendable {
    let inputs: WorkflowMap

    /// `appSpec` is the path of the AppSpec file in the repository.
    public init(
        application: any WorkflowTextConvertible, group: any WorkflowTextConvertible,
        appSpec: any WorkflowTextConvertible
    ) {
        inputs = [
            "codedeploy-appspec": appSpec, "codedeploy-application": application, "codedeploy-deployment-group": group,
        ]
    }
}
