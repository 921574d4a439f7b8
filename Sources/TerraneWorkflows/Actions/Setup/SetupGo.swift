/// Puts a version of Go on the path; it caches unless told not to. (`actions/setup-go`)
public struct SetupGo: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, with inputs: WorkflowMap = [:], file: String = #fileID,
        line: Int = #line
    ) {
        let all = (["go-version": version] as WorkflowMap).merging(inputs)
        definition = .action("actions/setup-go", named: "Set up Go", with: all, file: file, line: line)
    }
}
