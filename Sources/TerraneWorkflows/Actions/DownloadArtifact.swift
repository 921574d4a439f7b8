/// Fetches files that an earlier job of the run kept. (`actions/download-artifact`)
public struct DownloadArtifact: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ name: any WorkflowTextConvertible, path: any WorkflowTextConvertible, with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = ["name": name, "path": path]
        definition = .action("actions/download-artifact", with: all.merging(inputs), file: file, line: line)
    }

    /// Everything that matches a pattern, each in a folder of its name.
    public init(
        pattern: any WorkflowTextConvertible, path: any WorkflowTextConvertible, with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = ["pattern": pattern, "path": path]
        definition = .action("actions/download-artifact", with: all.merging(inputs), file: file, line: line)
    }
}
