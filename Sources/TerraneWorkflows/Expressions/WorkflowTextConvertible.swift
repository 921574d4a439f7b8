public import TerraneCore

/// What can stand where a workflow takes a text: a literal, an expression of GitHub's, a value of the infrastructure.
public protocol WorkflowTextConvertible {
    var workflowText: WorkflowText { get }
}

extension WorkflowText: WorkflowTextConvertible {
    public var workflowText: WorkflowText { self }
}

extension WorkflowExpression: WorkflowTextConvertible {
    public var workflowText: WorkflowText { WorkflowText([.expression(self)]) }
}

extension String: WorkflowTextConvertible {
    public var workflowText: WorkflowText { WorkflowText([.literal(self)]) }
}

extension Int: WorkflowTextConvertible {
    public var workflowText: WorkflowText { WorkflowText([.integer(self)]) }
}

extension Bool: WorkflowTextConvertible {
    public var workflowText: WorkflowText { WorkflowText([.boolean(self)]) }
}

extension Value: WorkflowTextConvertible {
    public var workflowText: WorkflowText { WorkflowText([.model(expression)]) }
}

extension Region: WorkflowTextConvertible {
    public var workflowText: WorkflowText { rawValue.workflowText }
}

extension DeploymentEnvironment: WorkflowTextConvertible {
    public var workflowText: WorkflowText { name.workflowText }
}

extension Optional: WorkflowTextConvertible where Wrapped: WorkflowTextConvertible {
    public var workflowText: WorkflowText { self?.workflowText ?? WorkflowText([]) }
}
