/// Hands a signed app to App Store Connect for TestFlight. (`Apple-Actions/upload-testflight-build`)
public struct UploadToTestFlight: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ app: any WorkflowTextConvertible, key: AppStoreConnectKey, with inputs: WorkflowMap = [:],
        file: String = #fileID,
        line: Int = #line
    ) {
        let all = (["app-path": app] as WorkflowMap).merging(key.inputs).merging(inputs)
        definition = .action(
            "Apple-Actions/upload-testflight-build", named: "Upload to App Store Connect", with: all, file: file,
            line: line)
    }
}
