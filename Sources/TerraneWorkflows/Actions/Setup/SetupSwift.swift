/// Puts a version of the Swift toolchain on the path. (`swift-actions/setup-swift`)
public struct SetupSwift: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, with inputs: WorkflowMap = [:], file: String = #fileID,
        line: Int = #line
    ) {
        let all = (["swift-version": version] as WorkflowMap).merging(inputs)
        definition = .action("swift-actions/setup-swift", named: "Set up Swift", with: all, file: file, line: line)
    }
}
