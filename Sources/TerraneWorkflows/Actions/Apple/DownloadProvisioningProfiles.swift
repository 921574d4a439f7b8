/// Fetches the provisioning profiles of an app from App Store Connect.
/// (`Apple-Actions/download-provisioning-profiles`)
public struct DownloadProvisioningProfiles: WorkflowStep {
    public var definition: StepDefinition

    public init(
        bundle: any WorkflowTextConvertible, type: String = "IOS_APP_STORE", key: AppStoreConnectKey,
        file: String = #fileID,
        line: Int = #line
    ) {
        let all: WorkflowMap = ["bundle-id": bundle, "profile-type": type]
        definition = .action(
            "Apple-Actions/download-provisioning-profiles", named: "Download Provisioning Profiles",
            with: all.merging(key.inputs), file: file, line: line)
    }
}
