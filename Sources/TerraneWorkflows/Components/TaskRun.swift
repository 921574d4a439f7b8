public import TerraneCore

/// A task that a job runs and waits for: a database migration before the service that needs it.
///
///     release.job { TaskRun("Migrate the database", migration, in: self).steps(image: release.image) }
public struct TaskRun: Sendable {
    /// What the log calls it.
    public let title: String
    public let cluster: Value<String>
    /// The container whose image is new and whose exit code counts.
    public let container: Value<String>
    /// The path of the task definition file in the repository.
    public let taskDefinition: Value<String>
    /// The name of the SSM parameter with the network configuration.
    public let networkParameter: Value<String>

    public init(
        _ title: String, cluster: Value<String>, container: Value<String>, taskDefinition: Value<String>,
        networkParameter: Value<String>
    ) {
        self.title = title
        self.cluster = cluster
        self.container = container
        self.taskDefinition = taskDefinition
        self.networkParameter = networkParameter
    }

    /// The steps: put the image into the task definition, register it, run it, and fail if the container does.
    public func steps(image: WorkflowExpression) -> [StepDefinition] {
        let render = RenderTaskDefinition(taskDefinition, container: container, image: image, id: "task-run")
        let run = Run(
            title,
            """
            definition="$(aws ecs register-task-definition --cli-input-json "file://$TASK_DEFINITION" \\
              --query taskDefinition.taskDefinitionArn --output text)"
            network="$(aws ssm get-parameter --name "$NETWORK_PARAMETER" --query Parameter.Value --output text)"
            task="$(aws ecs run-task --cluster "$CLUSTER" --task-definition "$definition" --launch-type FARGATE \\
              --network-configuration "$network" --query 'tasks[0].taskArn' --output text)"
            if [ "$task" = None ]; then
              echo "::error::ECS did not start $CONTAINER"
              exit 1
            fi
            echo "Started $task"
            # Each wait gives up after ten minutes; the job's own limit is the last word.
            until aws ecs wait tasks-stopped --cluster "$CLUSTER" --tasks "$task"; do
              echo "$CONTAINER still runs"
            done
            code="$(aws ecs describe-tasks --cluster "$CLUSTER" --tasks "$task" \\
              --query "tasks[0].containers[?name=='$CONTAINER'].exitCode | [0]" --output text)"
            if [ "$code" != 0 ]; then
              echo "::error::$CONTAINER ended with exit code $code"
              exit 1
            fi
            """,
            env: [
                "CLUSTER": cluster, "CONTAINER": container, "NETWORK_PARAMETER": networkParameter,
                "TASK_DEFINITION": render.taskDefinition,
            ])
        return [render.definition, run.definition]
    }
}
