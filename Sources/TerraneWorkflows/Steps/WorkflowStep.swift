public import TerraneCore

/// Something that a job can list: a script, an action, or a type of one's own that stands for one of those.
public protocol WorkflowStep: Sendable {
    var definition: StepDefinition { get set }
}

extension WorkflowStep {
    /// What other steps call it; a step whose output is read needs one.
    public func id(_ id: String) -> Self {
        with { $0.id = id }
    }

    /// What the log calls it.
    public func named(_ name: any WorkflowTextConvertible) -> Self {
        with { $0.name = name.workflowText }
    }

    /// Runs only when this is true.
    public func `if`(_ condition: WorkflowExpression) -> Self {
        with { $0.condition = condition }
    }

    /// Environment variables: the one way by which expressions and values reach a script.
    public func env(_ variables: WorkflowMap) -> Self {
        with { $0.environment = $0.environment.merging(variables) }
    }

    /// Lets the job go on when the step fails.
    public func continueOnError(_ continues: any WorkflowTextConvertible = true) -> Self {
        with { $0.continuesOnError = continues.workflowText }
    }

    public func timeout(_ timeout: TimeSpan) -> Self {
        with { $0.timeout = timeout }
    }

    /// What the job's token must be allowed to do for this step.
    public func permissions(_ permissions: TokenPermission...) -> Self {
        with { $0.permissions += permissions }
    }

    /// An output of this step, for the steps after it and for the job's outputs.
    public func output(_ name: String) -> WorkflowExpression {
        .step(reference(to: .output(name)))
    }

    /// How this step ended.
    public var outcome: WorkflowExpression {
        .step(reference(to: .outcome))
    }

    private func reference(to member: StepReference.Member) -> StepReference {
        StepReference(
            step: definition.id, member: member, outputs: definition.outputs, title: definition.title,
            declaredAt: definition.source)
    }

    private func with(_ change: (inout StepDefinition) -> Void) -> Self {
        var copy = self
        change(&copy.definition)
        return copy
    }
}

/// Lists the steps of a job.
@resultBuilder
public enum StepsBuilder {
    public static func buildExpression(_ step: any WorkflowStep) -> [StepDefinition] { [step.definition] }
    public static func buildExpression(_ steps: [any WorkflowStep]) -> [StepDefinition] { steps.map(\.definition) }
    public static func buildExpression(_ steps: [StepDefinition]) -> [StepDefinition] { steps }
    public static func buildBlock(_ steps: [StepDefinition]...) -> [StepDefinition] { Array(steps.joined()) }
    public static func buildArray(_ steps: [[StepDefinition]]) -> [StepDefinition] { Array(steps.joined()) }
    public static func buildOptional(_ steps: [StepDefinition]?) -> [StepDefinition] { steps ?? [] }
    public static func buildEither(first steps: [StepDefinition]) -> [StepDefinition] { steps }
    public static func buildEither(second steps: [StepDefinition]) -> [StepDefinition] { steps }
}
