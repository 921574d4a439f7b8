/// Puts a version of Terraform on the path. (`hashicorp/setup-terraform`)
public struct SetupTerraform: WorkflowStep {
    public var definition: StepDefinition

    public init(
        _ version: any WorkflowTextConvertible, with inputs: WorkflowMap = [:], file: String = #fileID,
        line: Int = #line
    ) {
        let all = (["terraform_version": version] as WorkflowMap).merging(inputs)
        definition = .action("hashicorp/setup-terraform", named: "Set up Terraform", with: all, file: file, line: line)
    }
}
