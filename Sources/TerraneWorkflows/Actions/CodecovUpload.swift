/// Sends a coverage report to Codecov. (`codecov/codecov-action`)
public struct CodecovUpload: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ report: any WorkflowTextConvertible, token: WorkflowExpression, with inputs: WorkflowMap = [:],
        file: String = #fileID,
        line: Int = #line
    ) {
        let all: WorkflowMap = ["files": report, "disable_search": true, "token": token]
        definition = .action(
            "codecov/codecov-action", named: "Upload coverage to Codecov", with: all.merging(inputs), file: file,
            line: line)
    }
}
