/// What can be said about a job after it was written.
extension Job {
    /// What the Actions page calls it.
    public func named(_ name: any WorkflowTextConvertible) -> Job {
        with { $0.name = name.workflowText }
    }

    /// Runs only once these have succeeded.
    public func needs(_ jobs: Job...) -> Job {
        with { $0.needs += jobs.map { Need(job: $0.id, declaredAt: $0.source) } }
    }

    /// Runs only when this is true.
    public func `if`(_ condition: WorkflowExpression) -> Job {
        with { $0.condition = condition }
    }

    /// Makes it a deployment to an environment, whose protection rules it waits for and whose secrets it can read.
    public func environment(
        _ name: any WorkflowTextConvertible, url: (any WorkflowTextConvertible)? = nil
    ) -> Job {
        with { $0.gate = EnvironmentGate(name: name.workflowText, url: url?.workflowText) }
    }

    /// Grants the job's token more than what its steps bring.
    public func permissions(_ permissions: TokenPermission...) -> Job {
        with { $0.permissions += permissions }
    }

    public func concurrency(_ concurrency: Concurrency) -> Job {
        with { $0.concurrency = concurrency }
    }

    /// Environment variables of all its steps.
    public func env(_ variables: WorkflowMap) -> Job {
        with { $0.environment = $0.environment.merging(variables) }
    }

    /// What it hands to the jobs that need it.
    public func outputs(_ outputs: WorkflowMap) -> Job {
        with { $0.outputs = $0.outputs.merging(outputs) }
    }

    /// Runs it once for each combination.
    public func matrix(_ matrix: Matrix) -> Job {
        with { $0.matrix = matrix }
    }

    /// Runs its steps in a container.
    public func container(_ container: JobContainer) -> Job {
        with { $0.container = container }
    }

    /// Starts a container beside it, a database say, that its steps reach by name.
    public func service(_ name: String, _ container: JobContainer) -> Job {
        with { $0.services.append(JobService(name: name, container: container)) }
    }

    /// Where its scripts run that name no directory.
    public func workingDirectory(_ directory: any WorkflowTextConvertible) -> Job {
        with { $0.workingDirectory = directory.workflowText }
    }

    private func with(_ change: (inout Options) -> Void) -> Job {
        var copy = self
        change(&copy.options)
        return copy
    }
}

/// An environment of the repository that a job deploys to: reviewers, wait timers and secrets hang on it.
///
/// ("Managing environments for deployment", GitHub Docs.)
public struct EnvironmentGate: Sendable {
    public let name: WorkflowText
    /// Where the deployment can be seen.
    public let url: WorkflowText?
}
