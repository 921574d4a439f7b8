public import TerraneCore

/// Becomes a role of AWS by the job's OpenID Connect token, so that no access key exists.
///
/// ("Configuring OpenID Connect in Amazon Web Services", GitHub Docs; `aws-actions/configure-aws-credentials`.) The
/// job's token is allowed what that takes.
public struct AWSCredentials: WorkflowStep {
    public var definition: StepDefinition

    public init(
        role: Value<ARN>, region: any WorkflowTextConvertible, with inputs: WorkflowMap = [:], file: String = #fileID,
        line: Int = #line
    ) {
        let all = (["role-to-assume": role, "aws-region": region] as WorkflowMap).merging(inputs)
        definition = .action(
            "aws-actions/configure-aws-credentials", named: "Configure AWS credentials", with: all, file: file,
            line: line)
        definition.permissions = [.idToken]
    }
}
