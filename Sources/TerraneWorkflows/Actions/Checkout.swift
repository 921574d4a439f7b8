/// Fetches the repository, and leaves no token behind in its configuration.
///
/// (`actions/checkout`; why not to persist credentials: zizmor, audit "artipacked".)
public struct Checkout: WorkflowStep {
    public var definition: StepDefinition

    public init(
        ref: (any WorkflowTextConvertible)? = nil, path: (any WorkflowTextConvertible)? = nil,
        with inputs: WorkflowMap = [:], file: String = #fileID, line: Int = #line
    ) {
        var all: WorkflowMap = ["persist-credentials": false]
        all.append("ref", ref)
        all.append("path", path)
        definition = .action("actions/checkout", with: all.merging(inputs), file: file, line: line)
        definition.permissions = [.contents(.read)]
    }
}
