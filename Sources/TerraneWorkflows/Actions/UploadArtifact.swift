/// Keeps files of the run, for later jobs and for people. (`actions/upload-artifact`)
public struct UploadArtifact: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ name: any WorkflowTextConvertible, path: any WorkflowTextConvertible, with inputs: WorkflowMap = [:],
        file: String = #fileID, line: Int = #line
    ) {
        let all: WorkflowMap = ["name": name, "path": path, "if-no-files-found": "error"]
        definition = .action("actions/upload-artifact", with: all.merging(inputs), file: file, line: line)
    }
}
