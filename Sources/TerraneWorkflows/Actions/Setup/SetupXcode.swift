/// Selects one of the Xcode versions that the runner has, `"26"` being the newest of its series.
/// (`maxim-lobanov/setup-xcode`)
public struct SetupXcode: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, file: String = #fileID, line: Int = #line
    ) {
        definition = .action(
            "maxim-lobanov/setup-xcode", named: "Set up Xcode", with: ["xcode-version": version], file: file, line: line
        )
    }
}
