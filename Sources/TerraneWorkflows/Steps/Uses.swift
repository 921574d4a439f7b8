/// A step that runs an action of the lock: `Uses("actions/checkout", with: ["fetch-depth": 0])`.
///
/// It prints with the commit that the lock holds; an action or an input that the lock does not know is an error.
public struct Uses: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ action: String, named name: (any WorkflowTextConvertible)? = nil, with inputs: WorkflowMap = [:],
        env: WorkflowMap = [:], file: String = #fileID, line: Int = #line
    ) {
        definition = .action(action, named: name, with: inputs, env: env, file: file, line: line)
    }
}

extension StepDefinition {
    /// A step that uses an action, for the types that stand for one.
    public static func action(
        _ action: String, named name: (any WorkflowTextConvertible)? = nil, with inputs: WorkflowMap = [:],
        env: WorkflowMap = [:], file: String, line: Int
    ) -> StepDefinition {
        let call = ActionCall(action: action, inputs: inputs)
        var step = StepDefinition(.action(call), named: name?.workflowText, file: file, line: line)
        step.environment = env
        return step
    }
}
